/// A mail in a Maildir (https://cr.yp.to/proto/maildir.html).
///
/// The name is `unique` in `new` and `unique:2,FLAGS` in `cur`. The unique part stays while
/// the mail moves and its flags change. Lenient: names without `:2,` in `cur` have no flags.
public struct MaildirEntry: Sendable, Equatable {
  /// Whether it still lies in `new`.
  public var isNew: Bool
  /// The name of the file.
  public var name: String

  /// The folder it lies in.
  var folder: String { isNew ? "new" : "cur" }

  /// The part of the name that never changes.
  public var unique: Substring { name.prefix { $0 != ":" } }

  /// The flags, each a letter in ASCII order: D draft, F flagged, P passed, R replied, S seen,
  /// T trashed; lower case letters are a server's own keywords.
  public var flags: String {
    guard let mark = name.firstIndex(of: ":") else { return "" }
    let information = name[mark...]
    return information.hasPrefix(":2,") ? String(information.dropFirst(3)) : ""
  }

  /// The name in `cur` with flags in addition to those that it has.
  func name(adding more: String) -> String {
    "\(unique):2,\(String(Set(flags + more).sorted()))"
  }
}
