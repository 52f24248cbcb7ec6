/// Why intake cannot do what was asked.
public enum IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file cannot be created at the path.
  case cannotCreate(String)

  /// One sentence, and what to do.
  public var description: String {
    switch self {
    case .cannotCreate(let path):
      "The file \(path) cannot be written. Check the folder and its permissions."
    }
  }
}
