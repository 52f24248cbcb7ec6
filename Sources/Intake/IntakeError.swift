/// Why intake cannot do what was asked.
public enum IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file cannot be created at the path.
  case cannotCreate(String)
  /// A file cannot be written; the system's reason.
  case cannotWrite(String, reason: String)

  /// One sentence, and what to do.
  public var description: String {
    switch self {
    case .cannotCreate(let path):
      "The file \(path) cannot be written. Check the folder and its permissions."
    case .cannotWrite(let path, let reason):
      "The file \(path) cannot be written: \(reason). Nothing was stored."
    }
  }
}
