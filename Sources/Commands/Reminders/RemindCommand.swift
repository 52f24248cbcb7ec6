import ArgumentParser
import Intake
import Model
import Reminders
import Reporting
import Storage

/// `liaison remind`: what falls due, and who is told.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "Show what falls due and who is to be told, or tell them.",
    discussion: """
      Without --deliver nothing is stored or sent. With it each step is announced
      once, whatever the interval at which the command runs; after a pause only the
      latest step is sent and names the others. Ends with 1 if a reminder reaches
      nobody, with 75 if mails wait for the server.

        liaison remind
        liaison remind --through 2027-03-31 --format json
        liaison remind --through 2027-12-31 --to deadlines.ics
        liaison remind --deliver --mail-server smtps://mail.example.org \\
          --mail-from contracts@example.org
      """
  )

  @Option(help: "Also what is to be sent up to this day (default: the day itself).")
  var through: DayArgument?

  @Flag(help: "Store and send nothing; this is so too without --deliver.")
  var dryRun = false

  @Flag(help: "Write the mails into the outbox and send them.")
  var deliver = false

  @Flag(help: "With --deliver: a mail for each reminder instead of one for each person.")
  var each = false

  @Option(
    help: "Write a calendar file that other programs can subscribe to.",
    completion: .file(extensions: ["ics"])
  )
  var to: String?

  @Flag(help: "Name everything of which it cannot be told when it is due, not only the first 20.")
  var all = false

  @OptionGroup var mailOptions: MailOptions
  @OptionGroup var readingOptions: ReadingOptions

  func validate() throws {
    if deliver, dryRun { throw ValidationError("--deliver and --dry-run exclude each other.") }
    if deliver, through != nil || to != nil {
      throw ValidationError("--through and --to show what comes; they do not go with --deliver.")
    }
    if each, !deliver { throw ValidationError("--each goes with --deliver.") }
    if deliver, readingOptions.asOfOptions.known == .then {
      throw ValidationError(
        "--known then does not go with --deliver: reminders go by what is known."
      )
    }
  }

  func run() throws {
    guard !deliver else { return try send() }
    try readingOptions.read { reader, machine in
      let context = try RemindJob.context(reader, machine, through: through?.day)
      if let to { return try write(ReminderPlan(reader, context), context, to: to) }
      let output = try RemindOutput(ReminderSearch(reader, context), namesAll: all)
      try output.listing.show(readingOptions.formatOptions, machine)
      try output.sayUnknown { standardError($0) }
    }
  }

  private func write(_ plan: ReminderPlan, _ context: ReminderContext, to path: String) throws {
    let count = try RemindCalendar(plan, context).write(to: path)
    guard !readingOptions.storeOptions.quiet else { return }
    standardError(
      "Wrote \(RemindJob.count(count, "entry").replacing("entrys", with: "entries")) to \(path)."
    )
  }

  private func send() throws {
    let machine = Machine.current()
    let options = readingOptions.storeOptions
    let store = try options.open(machine)
    let asOf = try readingOptions.asOfOptions.resolve(store, machine)
    try requireOrder(store, asOf, machine)
    let job = RemindJob(storeOptions: options, mailOptions: mailOptions, isEach: each)
    let code = try job.deliver(store, asOf, machine)
    if code != 0 { throw ExitCode(code) }
  }

  /// Reminders are sent in the order of their days, and none before its day has come.
  private func requireOrder(_ store: Store, _ asOf: AsOf, _ machine: Machine) throws {
    let today = try store.zone().day(at: machine.instant)
    guard asOf.day <= today else {
      throw CommandError(
        message: "Reminders of \(asOf.day) cannot be sent before that day. Leave --deliver out to "
          + "see them.",
        code: 64
      )
    }
    let latest = try store.readLatest { reader in
      try reader.records(Reminder.self).filter { $0.attempts > 0 }.map(\.sendOn).max()
    }
    guard let latest, latest > asOf.day else { return }
    throw CommandError(
      message: "Reminders of \(latest) were sent already, and they are sent in the order of their "
        + "days. Leave --as-of out, or give \(latest) or a later day.",
      code: 64
    )
  }
}
