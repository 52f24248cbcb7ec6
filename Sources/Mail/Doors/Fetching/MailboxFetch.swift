/// Fetches the new mails of a mailbox, each exactly once.
///
/// A mail is fetched without a trace on the server, handed over to be stored durably, and only
/// then flagged or moved. The state that is stored with it says what is still to do, so that a
/// fetch that is cut off anywhere goes on where it was: what is stored is not fetched again,
/// what is stored and not yet flagged is flagged. When the server numbers its mails anew, all
/// are fetched again; the receiver knows by their content those it has.
public struct MailboxFetch: Sendable, Equatable {
  /// What happens on the server to a mail that is stored.
  public enum Aftermath: Sendable, Equatable {
    /// It is flagged as read (`\Seen`).
    case seen
    /// It is moved to another mailbox.
    case moved(to: String)
  }

  /// The mailbox to fetch from.
  public var mailbox: String
  /// What happens to a mail that is stored.
  public var aftermath: Aftermath
  /// Where mails go that cannot be read, or nil if they are treated like the others.
  public var failedMailbox: String?
  /// The largest mail that is fetched, in bytes.
  public var maximumSize: Int
  /// How many mails are fetched by one command at most.
  public var maximumCount: Int
  /// How many bytes are fetched by one command, if it is more than one mail.
  public var maximumBytes: Int

  /// Makes a fetch; the defaults: 50 MB for a mail, 50 mails and 4 MiB for a command.
  public init(
    mailbox: String = "INBOX",
    aftermath: Aftermath = .seen,
    failedMailbox: String? = nil,
    maximumSize: Int = 50_000_000,
    maximumCount: Int = 50,
    maximumBytes: Int = 4 << 20
  ) {
    self.mailbox = mailbox
    self.aftermath = aftermath
    self.failedMailbox = failedMailbox
    self.maximumSize = maximumSize
    self.maximumCount = max(maximumCount, 1)
    self.maximumBytes = maximumBytes
  }

  /// Fetches all that is new.
  ///
  /// - Parameters:
  ///   - remote: The server.
  ///   - state: What the last fetch left, or nil for the first.
  ///   - store: Stores the mail and, in the same transaction, `mail.state(isReadable:)`;
  ///     returns whether it could be read. What it throws ends the fetch.
  ///   - save: Stores a state; mails were flagged or moved.
  /// - Returns: What it came to.
  /// - Throws: A ``MailFault``, or what a closure throws. The state last stored stays good.
  public func run(
    _ remote: any RemoteMailbox,
    from state: FetchState?,
    store: @escaping (FetchedMail) throws -> Bool,
    save: @escaping (FetchState) throws -> Void
  ) throws -> FetchReport {
    let selected = try remote.select(mailbox)
    if selected.isReadOnly { throw readOnly() }
    let isSame = state?.uidValidity == selected.uidValidity
    let start = state.flatMap { isSame ? $0 : nil }
    var run = MailboxFetchRun(
      fetch: self,
      remote: remote,
      state: start ?? FetchState(uidValidity: selected.uidValidity),
      store: store,
      save: save
    )
    run.report.isRenumbered = state != nil && !isSame
    try run.all()
    return run.report
  }

  private func readOnly() -> MailFault {
    .permanent(
      "imap.readonly",
      "The mailbox \(mailbox) cannot be changed, so fetched mails could not be marked.",
      remedy: "Give the user the right to set flags in it, or fetch another mailbox."
    )
  }
}
