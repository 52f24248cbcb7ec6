import ArgumentParser
import Intake
import Storage

/// By what mails are judged that come in: for every command that takes mails.
struct IntakeOptions: ParsableArguments {
  @OptionGroup var mailbox: MailboxOptions

  @Option(
    name: .customLong("mail-auth-server"),
    help: """
      The name by which the own mail server signs its findings on senders, as in \
      Authentication-Results; else LIAISON_MAIL_AUTH_SERVER. Without it no sender is confirmed.
      """
  )
  var authenticationServer: String?

  @Flag(
    help: """
      Send a receipt to people who write for the first time about something; also with \
      LIAISON_MAIL_RECEIPTS=yes.
      """
  )
  var receipts = false

  @OptionGroup var storeOptions: StoreOptions

  /// The intake of a store; the journal keeps the command.
  func intake(_ store: Store, _ machine: Machine, _ command: String) throws -> MailIntake {
    let options = storeOptions
    return MailIntake(
      store,
      try store.readLatest { try settings($0, machine) },
      now: { Machine.current().instant },
      request: { options.write(.current(), command) }
    )
  }

  /// By what mails are judged.
  func settings(_ reader: Reader, _ machine: Machine) throws -> MailSettings {
    var settings = MailSettings(
      identity: try mailbox.identity(reader, machine),
      authenticationServer: authenticationServer ?? machine.setting("LIAISON_MAIL_AUTH_SERVER")
    )
    settings.sendsReceipts = receipts || machine.setting("LIAISON_MAIL_RECEIPTS") == "yes"
    return settings
  }
}
