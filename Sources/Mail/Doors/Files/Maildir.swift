import Importing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of mails, one file each (https://cr.yp.to/proto/maildir.html).
///
/// All changes are renames within the folder, which happen or do not happen, and are made to
/// last before a function returns.
public struct Maildir: Sendable, Equatable {
  /// The folder that has `cur`, `new` and `tmp` in it.
  public let path: String

  /// Names a Maildir.
  public init(path: String) { self.path = path }

  /// What lies in it and was not there, or not known to be there, before.
  public struct Listing: Sendable, Equatable {
    /// The mails to look at, in order of their names, which begin with the time of arrival.
    public var entries: [MaildirEntry]
    /// The state to store once all of them are stored.
    public var state: MaildirState
  }

  /// Lists what came since the state was taken, or everything for nil.
  ///
  /// Nothing is lost by a mail that moves from `new` to `cur` meanwhile, since `new` is read
  /// first. Some mails that were there before may be listed again.
  ///
  /// - Throws: A `Problem` with code `file.unreadable`.
  public func list(since state: MaildirState? = nil) throws -> Listing {
    let names = try [true, false].flatMap { isNew in
      try FolderListing.names(in: "\(path)/\(isNew ? "new" : "cur")").map {
        MaildirEntry(isNew: isNew, name: $0)
      }
    }
    let entries = Self.once(names)
    let now = MaildirState(entries)
    guard let state else { return Listing(entries: Self.sorted(entries), state: now) }
    guard now != state else { return Listing(entries: [], state: now) }
    return Listing(entries: Self.sorted(now.changed(entries, since: state)), state: now)
  }

  /// A mail that was moved while the folders were read is seen twice; the later place counts.
  private static func once(_ entries: [MaildirEntry]) -> [MaildirEntry] {
    guard let firstOld = entries.firstIndex(where: { !$0.isNew }), firstOld > 0 else {
      return entries
    }
    let old = Set(entries[firstOld...].map(\.unique))
    return entries[..<firstOld].filter { !old.contains($0.unique) } + entries[firstOld...]
  }

  private static func sorted(_ entries: [MaildirEntry]) -> [MaildirEntry] {
    entries.sorted { ($0.name, $0.folder) < ($1.name, $1.folder) }
  }

  /// The path of a mail's file.
  public func path(of entry: MaildirEntry) -> String { "\(path)/\(entry.folder)/\(entry.name)" }

  /// Reads a mail, wherever it has moved to since it was listed.
  ///
  /// - Returns: The mail, or nil if it is gone.
  /// - Throws: A `Problem`: `mail.size`, `file.unreadable`.
  public func read(_ entry: MaildirEntry, maximumSize: Int = 50_000_000) throws -> [UInt8]? {
    let path = path(of: entry)
    do {
      return try WholeMail.read(FileSource(path: path), maximumSize: maximumSize, named: path)
    } catch let problem as Problem where problem.code == "file.missing" {
      guard let moved = try find(entry), moved != entry else { return nil }
      return try read(moved, maximumSize: maximumSize)
    }
  }

  /// Where a mail is now, by the part of its name that never changes.
  private func find(_ entry: MaildirEntry) throws -> MaildirEntry? {
    let names = try FolderListing.names(in: "\(path)/cur")
    return names.map { MaildirEntry(isNew: false, name: $0) }.first { $0.unique == entry.unique }
  }

  /// Moves a mail to `cur` if it is new, and adds flags; to be called when it is stored.
  ///
  /// - Parameters:
  ///   - entry: The mail.
  ///   - flags: Letters, such as `S` for seen.
  /// - Returns: The entry under its new name, or nil if the mail is gone.
  /// - Throws: A `Problem` with code `file.unreadable`.
  @discardableResult
  public func keep(_ entry: MaildirEntry, adding flags: String = "S") throws -> MaildirEntry? {
    let kept = try move(entry, adding: flags)
    if kept != entry { try synchronise(new: entry.isNew) }
    return kept
  }

  /// Moves mails to `cur` as ``keep(_:adding:)`` does, and makes all moves last together.
  ///
  /// - Throws: A `Problem` with code `file.unreadable`; those before it are moved.
  public func keep(_ entries: [MaildirEntry], adding flags: String = "S") throws {
    guard !entries.isEmpty else { return }
    for entry in entries { try move(entry, adding: flags) }
    try synchronise(new: entries.contains(where: \.isNew))
  }

  private func synchronise(new: Bool) throws {
    try FolderListing.synchronise("\(path)/cur")
    if new { try FolderListing.synchronise("\(path)/new") }
  }

  @discardableResult
  private func move(_ entry: MaildirEntry, adding flags: String) throws -> MaildirEntry? {
    let kept = MaildirEntry(isNew: false, name: entry.name(adding: flags))
    guard kept != entry else { return entry }
    guard unsafe rename(path(of: entry), path(of: kept)) == 0 else {
      guard errno == ENOENT else { throw FolderListing.unreadable(path(of: entry), errno) }
      guard let moved = try find(entry), moved != entry else { return nil }
      return try move(moved, adding: flags)
    }
    return kept
  }
}
