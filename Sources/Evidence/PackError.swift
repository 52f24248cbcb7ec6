/// Why a pack cannot be made or read.
public enum PackError: Error, Equatable {
  /// There is something at the path already.
  case exists(String)
  /// A file or folder cannot be made.
  case cannotCreate(String)
  /// A file cannot be written to its end, with the reason.
  case cannotWrite(String, reason: String)
  /// A file cannot be read.
  case cannotRead(String)
  /// There is no pack in the folder.
  case missing(String)
  /// The list of files has a line that is none, counted from 1.
  case unreadableManifest(line: Int)

  /// One sentence, and what to do.
  public var message: String {
    switch self {
    case .exists(let path):
      "There is already something at \(path). Choose a folder that does not exist yet."
    case .cannotCreate(let path):
      "\(path) cannot be written. Check the folder and its permissions."
    case .cannotWrite(let path, let reason):
      "The file \(path) cannot be written: \(reason). The pack is not whole; remove the folder."
    case .cannotRead(let path):
      "The file \(path) cannot be read. Check its permissions."
    case .missing(let path):
      "There is no evidence pack in \(path): it has no file \(PackManifest.name)."
    case .unreadableManifest(let line):
      "Line \(line) of \(PackManifest.name) is not a SHA-256 and a name. Ask for the pack again."
    }
  }
}
