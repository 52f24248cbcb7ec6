import Foundation
import Importing
import Intake
import Mail
import Storage

/// Takes the mails of files and folders, as many at once as fit into a little memory.
struct MailTaking {
  private let intake: MailIntake
  private let store: Store
  private let isQuiet: Bool
  /// The references of the mails, in order, and whether each is new.
  private(set) var kept: [KeptMail] = []

  /// The most mails and bytes that are taken in one change.
  private static let mostMails = 500
  private static let mostBytes = 16 << 20

  init(_ intake: MailIntake, _ store: Store, isQuiet: Bool) {
    self.intake = intake
    self.store = store
    self.isQuiet = isQuiet
  }

  /// Takes all mails at a path: a mail, an mbox, a Maildir, or a folder of files.
  ///
  /// - Throws: A `Problem` for what cannot be read; `StoreError`. What was taken before stays.
  mutating func take(path: String) throws {
    switch try MailSource.recognise(path) {
    case .message(let path): try take([try Self.mail(path)])
    case .folder(let paths): try take(files: paths)
    case .mbox(let path): try take(MboxFile(path: path))
    case .maildir(let path): try take(Maildir(path: path))
    }
  }

  /// Takes one mail from standard input, which reached us just now.
  mutating func takeStandardInput(_ machine: Machine) throws {
    let name = StandardInputSource.name
    let bytes = try WholeMail.read(StandardInputSource(), named: name)
    try take([IncomingMail(bytes, door: name, receivedAt: machine.instant)])
  }

  private static func mail(_ path: String) throws -> IncomingMail {
    IncomingMail(try WholeMail.read(FileSource(path: path), named: path), door: path)
  }

  private mutating func take(_ mails: [IncomingMail], cursor: MailCursor? = nil) throws {
    guard !mails.isEmpty || cursor != nil else { return }
    let new = try intake.keep(mails, cursor: cursor)
    kept += new
    try intake.understand(new.filter(\.isNew).map(\.reference))
    progress()
  }

  private mutating func take(files paths: [String]) throws {
    var batch = Batch()
    for path in paths {
      batch.add(try Self.mail(path))
      if batch.isFull { try take(batch.drain()) }
    }
    try take(batch.drain())
  }

  // MARK: Doors that remember

  private mutating func take(_ mbox: MboxFile) throws {
    let door = "mbox:\(Self.whole(mbox.path))"
    guard let opened = try mbox.open(since: try state(of: door)) else { return }
    var batch = Batch()
    while let message = try opened.reader.next() {
      guard let content = message.content else {
        standardError(
          "warning: \(mbox.path): the mail at byte \(message.offset) is larger than 50 MB and "
            + "is left out."
        )
        continue
      }
      batch.add(IncomingMail(content, door: mbox.path))
      if batch.isFull { try take(batch.drain()) }
    }
    try take(batch.drain(), cursor: try Self.cursor(door, opened.state))
  }

  private mutating func take(_ maildir: Maildir) throws {
    let door = "maildir:\(Self.whole(maildir.path))"
    let listing = try maildir.list(since: try state(of: door))
    var batch = Batch()
    var entries: [MaildirEntry] = []
    for entry in listing.entries {
      guard let bytes = try maildir.read(entry) else { continue }
      batch.add(IncomingMail(bytes, door: maildir.path(of: entry)))
      entries.append(entry)
      if batch.isFull {
        try take(batch.drain())
        try Self.keep(&entries, in: maildir)
      }
    }
    try take(batch.drain())
    try Self.keep(&entries, in: maildir)
    try take([], cursor: try Self.cursor(door, listing.state))
  }

  /// Moves mails that are stored out of `new`.
  private static func keep(_ entries: inout [MaildirEntry], in maildir: Maildir) throws {
    try maildir.keep(entries.filter(\.isNew))
    entries = []
  }

  private func state<State: Decodable>(of door: String) throws -> State? {
    let text = try store.readLatest { try $0.cursor(of: door) }
    return text.flatMap { try? JSONDecoder().decode(State.self, from: Data($0.utf8)) }
  }

  static func cursor(_ door: String, _ state: some Encodable) throws -> MailCursor {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return MailCursor(
      door: door,
      state: String(decoding: try encoder.encode(state), as: UTF8.self)
    )
  }

  private static func whole(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  // MARK: Progress

  private func progress() {
    guard Terminal.isError, !isQuiet, kept.count >= Self.mostMails else { return }
    standardErrorText("\r\(kept.count) mails …")
  }

  /// Mails that are taken together.
  private struct Batch {
    private var mails: [IncomingMail] = []
    private var bytes = 0

    mutating func add(_ mail: IncomingMail) {
      mails.append(mail)
      bytes += mail.bytes.count
    }

    var isFull: Bool { mails.count >= MailTaking.mostMails || bytes >= MailTaking.mostBytes }

    mutating func drain() -> [IncomingMail] {
      defer { self = Batch() }
      return mails
    }
  }
}
