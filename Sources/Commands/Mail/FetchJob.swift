import Foundation
import Intake
import Mail
import Storage

/// Fetches a mailbox into the store.
struct FetchJob {
  let store: Store
  let intake: MailIntake
  let server: MailServer
  let credentials: MailCredentials
  let fetch: MailboxFetch
  let isQuiet: Bool

  /// How long one wait for news lasts, after which it is asked whether to end.
  private static let patience = 20
  /// How many mails are read together.
  private static let together = 200

  /// The mailbox as the store calls it; no secret is in it.
  private var door: String {
    let user = credentials.user ?? ""
    return "imap:\(user)@\(server.host):\(server.port)/\(fetch.mailbox)"
  }

  /// Fetches what is new, and ends.
  func once() throws {
    let session = try IMAPSession.connect(to: server, as: credentials)
    defer { session.logout() }
    try round(session)
  }

  /// Fetches what is new, again and again, until it is told to end.
  func stay(until shouldEnd: () -> Bool) throws {
    let session = try IMAPSession.connect(to: server, as: credentials)
    defer { session.logout() }
    while true {
      try round(session)
      repeat {
        if shouldEnd() { return }
      } while try !session.idle(seconds: Self.patience)
    }
  }

  private func round(_ session: IMAPSession) throws {
    try intake.understand()
    var kept: [KeptMail] = []
    var read = 0
    let report = try fetch.run(
      session,
      from: try state(),
      store: { mail in
        let cursor = try MailTaking.cursor(door, mail.state(isReadable: true))
        guard case .bytes(let bytes) = mail.content else { return try refuse(mail) }
        kept += try intake.keep([IncomingMail(bytes, door: door)], cursor: cursor)
        if kept.count - read >= Self.together {
          try understand(kept[read...])
          read = kept.count
        }
        return true
      },
      save: { try store.save(try MailTaking.cursor(door, $0)) }
    )
    try understand(kept[read...])
    for _ in 0..<report.unreadable { standardError("warning: a mail could not be fetched.") }
    if !kept.isEmpty || !isQuiet { try MailTold(kept).tell(store, nil, isQuiet: isQuiet) }
  }

  private func understand(_ mails: ArraySlice<KeptMail>) throws {
    try intake.understand(mails.filter(\.isNew).map(\.reference))
  }

  /// Says why a mail is not taken; it stays on the server.
  private func refuse(_ mail: FetchedMail) throws -> Bool {
    switch mail.content {
    case .bytes: break
    case .tooLarge(let size):
      standardError(
        "warning: the mail \(mail.uid) of \(fetch.mailbox) has \(size) bytes and stays there."
      )
    case .refused(let reason):
      standardError(
        "warning: the server refuses the mail \(mail.uid) of \(fetch.mailbox): \(reason)"
      )
    }
    try store.save(try MailTaking.cursor(door, mail.state(isReadable: false)))
    return false
  }

  private func state() throws -> FetchState? {
    let text = try store.readLatest { try $0.cursor(of: door) }
    return text.flatMap { try? JSONDecoder().decode(FetchState.self, from: Data($0.utf8)) }
  }
}
