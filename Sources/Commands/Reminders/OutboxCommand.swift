import ArgumentParser
import Intake
import Model
import Storage

/// `liaison outbox`: mails of ours that wait, were sent, or were given up.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "List, send and cancel mails that wait to be sent.",
    discussion: """
        liaison outbox list --where state=queued
        liaison outbox send --mail-server smtps://mail.example.org
      """,
    subcommands: [
      RecordList<OutboxMail>.self, RecordShow<OutboxMail>.self, OutboxSend.self,
      OutboxCancel.self,
    ]
  )
}

/// `liaison outbox send`.
struct OutboxSend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send the mails whose moment has come.",
    discussion: """
      A mail that the server does not take now is tried again after five minutes,
      then after twice as long each time, four hours at most, for three days. Ends
      with 75 if mails wait, with 1 if one is given up.

        liaison outbox send
        liaison outbox send mail-12
      """
  )

  @Argument(help: "Only this mail, whatever its moment.")
  var reference: String?

  @OptionGroup var mailOptions: MailOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let machine = Machine.current()
    let store = try storeOptions.open(machine)
    if let reference { _ = try OutboxMail.find(reference, in: store) }
    let sender = try mailOptions.sender(machine)
    let code = try OutboxJob(storeOptions: storeOptions).send(store, sender, only: reference)
    if code != 0 { throw ExitCode(code) }
  }
}

/// `liaison outbox cancel REFERENCE`.
struct OutboxCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Decide that a mail is not to be sent.",
    discussion: "  liaison outbox cancel mail-12"
  )

  @Argument(help: "The reference of the mail.")
  var reference: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("outbox cancel") { store, write, today in
      try store.decide(on: today, write) { reader in
        let mail = try OutboxMail.find(reference, in: reader)
        guard mail.state == .queued else {
          throw CommandError(
            message: "\(reference) is \(mail.state.rawValue); only a queued mail can be cancelled.",
            code: 64
          )
        }
        var record = NewRecord(OutboxMail.type, reference: reference, effectiveOn: nil)
        record.set("state", .text(OutboxMail.State.cancelled.rawValue))
        record.set("at", .instant(Machine.current().instant))
        return DecidedChange((), records: [record])
      }
      return "\(reference) will not be sent."
    }
  }
}
