import ArgumentParser
import Importing
import Intake
import Mail
import Model
import Storage

/// `liaison mail fetch`: takes mails from a mailbox on a server.
struct MailFetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Take new mails from a mailbox on an IMAP server.",
    discussion: """
      A mail is stored first and flagged or moved after that, so that no kill loses
      one or takes one twice. With --once it ends when nothing is new; else it waits
      for more, reconnects, and ends by SIGTERM or SIGINT. Of several accounts each
      has variables of its own: for --account sales, LIAISON_IMAP_SALES_SERVER.

        liaison mail fetch --once --imap-server imaps://mail.example.org \\
          --imap-user contracts --imap-secret file:/etc/liaison/imap
      """
  )

  @Flag(help: "End when nothing is new.")
  var once = false

  @OptionGroup var account: AccountOptions
  @OptionGroup var options: IntakeOptions

  func run() throws {
    let wake = WakeSignals()
    let machine = Machine.current()
    let store = try options.storeOptions.open(machine)
    let job = FetchJob(
      store: store,
      intake: try options.intake(store, machine, "mail fetch"),
      server: try account.server(machine),
      credentials: try account.credentials(machine),
      fetch: account.fetch(machine),
      isQuiet: options.storeOptions.quiet
    )
    if once { return try job.once() }
    var backoff = Backoff()
    while !wake.wait(seconds: 0) {
      do {
        try job.stay { wake.wait(seconds: 0) }
        break
      } catch let fault as MailFault where fault.isPassing {
        let seconds = backoff.wait()
        standardError(ProblemText.block(fault.problem))
        if wake.wait(seconds: Int64(seconds)) { break }
      } catch StoreError.busy {
        if wake.wait(seconds: 5) { break }
      }
    }
    if !options.storeOptions.quiet { standardError("Ended.") }
  }
}

/// A mailbox on a server.
struct AccountOptions: ParsableArguments {
  @Option(help: "Which account's variables of the environment are taken.")
  var account: String?

  @Option(
    name: .customLong("imap-server"),
    help: """
      imaps://HOST, imap://HOST with STARTTLS, or imap+plain://127.0.0.1 on this machine only; \
      else LIAISON_IMAP_SERVER.
      """
  )
  var server: String?

  @Option(name: .customLong("imap-user"), help: "Who logs in; else LIAISON_IMAP_USER.")
  var user: String?

  @Option(
    name: .customLong("imap-secret"),
    help: """
      Where the password is: env:NAME, file:PATH with mode 0600, or command:LINE; with token: \
      before it, an access token; else LIAISON_IMAP_SECRET.
      """
  )
  var secret: String?

  @Option(
    name: .customLong("imap-authorities"),
    help: "A PEM file with the authorities to trust; else LIAISON_IMAP_AUTHORITIES."
  )
  var authorities: String?

  @Option(help: "The mailbox; else LIAISON_IMAP_MAILBOX, else INBOX.")
  var mailbox: String?

  @Option(
    name: .customLong("move-to"),
    help: "Move mails that are stored to this mailbox, instead of flagging them as read."
  )
  var moveTo: String?

  private func value(_ option: String?, _ name: String, _ machine: Machine) -> String? {
    let part = account.map { "\($0.uppercased())_" } ?? ""
    return option ?? machine.setting("LIAISON_IMAP_\(part)\(name)")
  }

  /// The server.
  ///
  /// - Throws: A ``CommandError`` (78) if none is given, or what is given is none.
  func server(_ machine: Machine) throws -> MailServer {
    guard let address = value(server, "SERVER", machine) else {
      throw CommandError(
        message: "It is not said where the mailbox is. "
          + "Give --imap-server imaps://mail.example.org, or set LIAISON_IMAP_SERVER.",
        code: 78
      )
    }
    guard var found = MailServerAddress(imap: address)?.server else {
      throw CommandError(
        message: "\(address) is no IMAP server. Write imaps://HOST, imap://HOST:143 or "
          + "imap+plain://127.0.0.1:143.",
        code: 78
      )
    }
    found.authorities = value(authorities, "AUTHORITIES", machine)
    return found
  }

  /// Who logs in.
  ///
  /// - Throws: A ``CommandError`` (78) if it is not said; a `MailFault` for a secret that cannot be
  ///   read.
  func credentials(_ machine: Machine) throws -> MailCredentials {
    guard let user = value(user, "USER", machine), let text = value(secret, "SECRET", machine)
    else {
      throw CommandError(
        message: "It is not said who logs in. Give --imap-user NAME and --imap-secret "
          + "file:PATH, or set LIAISON_IMAP_USER and LIAISON_IMAP_SECRET.",
        code: 78
      )
    }
    return try MailCredentials(user: user, secret: text, machine)
  }

  /// What is fetched, and what happens to it.
  func fetch(_ machine: Machine) -> MailboxFetch {
    MailboxFetch(
      mailbox: value(mailbox, "MAILBOX", machine) ?? "INBOX",
      aftermath: value(moveTo, "MOVE_TO", machine).map { .moved(to: $0) } ?? .seen
    )
  }
}
