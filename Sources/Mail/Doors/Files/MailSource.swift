import Importing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a path that a user names holds, recognised by content.
public enum MailSource: Sendable, Equatable {
  /// A single mail.
  case message(path: String)
  /// A file of many mails that begins with a line `From `.
  case mbox(path: String)
  /// A folder with `cur` and `new`.
  case maildir(path: String)
  /// A folder of files, with the paths of those that end in `.eml`, in order of names.
  case folder(messages: [String])

  /// Recognises a path.
  ///
  /// - Throws: A `Problem`: `file.missing`, `file.unreadable`.
  public static func recognise(_ path: String) throws -> MailSource {
    if FolderListing.isFolder(path) { return try folder(path) }
    let start = try ByteSources.open(path: path).peek(5)
    return start == Array("From ".utf8) ? .mbox(path: path) : .message(path: path)
  }

  private static func folder(_ path: String) throws -> MailSource {
    let parts = ["cur", "new"].map { "\(path)/\($0)" }
    if parts.allSatisfy(FolderListing.isFolder) { return .maildir(path: path) }
    let names = try FolderListing.names(in: path).filter { $0.lowercased().hasSuffix(".eml") }
    return .folder(messages: names.sorted().map { "\(path)/\($0)" })
  }
}
