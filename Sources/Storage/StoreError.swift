/// Why the store cannot do what was asked.
public enum StoreError: Error, Sendable, Equatable {
  /// There is no store at the path.
  case missing(path: String)
  /// A store, or another file, is already at the path.
  case exists(path: String)
  /// The file at the path is not a store of ours.
  case foreign(path: String)
  /// The store was written by a newer program; the first migration that we do not know.
  case newer(migration: String)
  /// Another process holds the store; trying again later will do.
  case busy
  /// The file cannot be created or opened.
  case cannotOpen(path: String, reason: String)
  /// The permissions of the file or its folder do not let this user write.
  case notPermitted(path: String)
  /// A file other than the store cannot be written.
  case cannotWrite(path: String, reason: String)
  /// SQLite refused a statement.
  case refused(String)
  /// No record has the reference.
  case unknown(kind: String, reference: String)
  /// The change is not allowed; the sentence says why and what is.
  case notAllowed(String)
}

extension StoreError: CustomStringConvertible {
  /// One sentence, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no store at \(path). Make one with `liaison init` or `liaison import`."
    case .exists(let path):
      "There is already a file at \(path). Choose another path with --store."
    case .foreign(let path):
      "\(path) is not a Liaison store. Choose another path with --store."
    case .newer(let migration):
      "The store was written by a newer Liaison (migration \(migration)). Update this program."
    case .busy:
      "Another process is writing to the store. Nothing was changed; try again."
    case .cannotOpen(let path, let reason):
      "The store \(path) cannot be opened: \(reason). Check the folder and its permissions."
    case .notPermitted(let path):
      "The store \(path) may not be written. Check the permissions of the file and its folder."
    case .cannotWrite(let path, let reason):
      "The file \(path) cannot be written: \(reason). Nothing is left of it."
    case .refused(let reason):
      "The store refused a change: \(reason). Nothing was changed."
    case .unknown(let kind, let reference):
      "There is no \(kind) with the reference \(reference)."
    case .notAllowed(let sentence):
      sentence
    }
  }
}
