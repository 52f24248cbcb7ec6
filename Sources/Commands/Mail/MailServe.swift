import ArgumentParser
import Foundation
import Intake
import Mail
import Model
import Storage

/// `liaison mail serve --lmtp ADDRESS`: takes mails over from the mail server of this machine.
struct MailServe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Take mails over from the mail server of this machine, by LMTP.",
    discussion: """
      The mail server is told that a mail is taken when it is on disk, and to try
      again if that fails. Ends by SIGTERM or SIGINT, after the mail that is being
      taken.

        liaison mail serve --lmtp /run/liaison/lmtp
        liaison mail serve --lmtp 127.0.0.1:2424 --mail-from contracts@example.org
      """
  )

  @Option(help: "Where to listen: the path of a socket, a port or 127.0.0.1:PORT.")
  var lmtp: String

  @OptionGroup var options: IntakeOptions

  func run() throws {
    let wake = WakeSignals()
    let machine = Machine.current()
    let store = try options.storeOptions.open(machine)
    let intake = try options.intake(store, machine, "mail serve")
    try intake.understand()
    let desk = LMTPDesk(intake, now: { Machine.current().instant })
    let server = try LMTPServer(try LMTPAddress(lmtp), receiver: desk)
    if !options.storeOptions.quiet {
      standardError("Listening at \(server.port.map { "port \($0)" } ?? lmtp).")
    }
    server.run(
      clock: { Int(Machine.current().instant.seconds) },
      until: { wake.wait(seconds: 0) }
    )
    if !options.storeOptions.quiet { standardError("Ended.") }
  }
}

/// Takes mails over into the store.
private final class LMTPDesk: LMTPReceiver {
  private let intake: MailIntake
  private let now: () -> Instant

  init(_ intake: MailIntake, now: @escaping () -> Instant) {
    self.intake = intake
    self.now = now
  }

  /// Every recipient is taken; the mail server decides who has a mailbox here.
  func accepts(recipient: String) -> LMTPVerdict { .stored }

  func deliver(_ mail: LMTPMail) throws -> [LMTPVerdict] {
    let incoming = IncomingMail(mail.content, door: "lmtp", receivedAt: now())
    let kept: [KeptMail]
    do {
      kept = try intake.keep([incoming])
    } catch {
      let failure = Failure(error)
      if let message = failure.message { standardError(message) }
      return mail.recipients.map { _ in .passing("The store cannot take it now.") }
    }
    // It is on disk; what it means can be found later too.
    do {
      try intake.understand(kept.filter(\.isNew).map(\.reference))
    } catch {
      if let message = Failure(error).message { standardError(message) }
    }
    return mail.recipients.map { _ in .stored }
  }
}
