/// Output could not be written.
public enum OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The reader of a pipe has gone, as `head` does; usually no reason to say anything.
  case closed
  /// The system refused, with its error number (`errno`) and its words.
  case unwritable(code: Int32, reason: String)

  /// What happened, in one sentence.
  public var description: String {
    switch self {
    case .closed: "The reader of the output has closed it."
    case .unwritable(_, let reason): "The output cannot be written: \(reason)."
    }
  }
}
