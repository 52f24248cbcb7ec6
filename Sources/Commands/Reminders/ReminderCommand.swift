import ArgumentParser
import Intake
import Model
import Storage

/// `liaison reminder`: what became of reminders, and answers to them.
struct ReminderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reminder",
    abstract: "List reminders that were sent, and answer them.",
    discussion: """
      A reminder is called by its key; `liaison reminder list` shows it, and so does
      each mail.

        liaison reminder list --where state=sent
        liaison reminder acknowledge contractReview/agreement/C-1//2026-05-31/-30d
      """,
    subcommands: [
      RecordList<Reminder>.self, RecordShow<Reminder>.self, ReminderAcknowledge.self,
      ReminderSnooze.self, ReminderHandover.self, ReminderDecide.self,
    ]
  )
}

/// What every answer to a reminder takes, and how it is recorded.
struct ReminderOptions: ParsableArguments {
  @Argument(help: "The key of the reminder.")
  var key: String

  @Option(help: "Who says so (default: who is recorded in the journal).")
  var by: String?

  @OptionGroup var storeOptions: StoreOptions

  func record(_ verb: String, _ change: (CivilDay) throws -> ReminderChange) throws {
    try storeOptions.change("reminder \(verb)") { store, write, today in
      let change = try change(today)
      let machine = Machine.current()
      let person = by ?? storeOptions.actor ?? machine.actor
      try store.decide(on: today, write) { reader in
        let records = try change.records(key, by: person, at: machine.instant, reader)
        return DecidedChange((), records: records)
      }
      return change.sentence
    }
  }
}

/// `liaison reminder acknowledge KEY`.
struct ReminderAcknowledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Say that you have taken note of a reminder.",
    discussion: """
      Up to the due day the next steps still come; after it none does.

        liaison reminder acknowledge contractReview/agreement/C-1//2026-05-31/-30d
      """
  )

  @OptionGroup var options: ReminderOptions

  func run() throws { try options.record("acknowledge") { _ in .acknowledge } }
}

/// `liaison reminder snooze KEY`.
struct ReminderSnooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put a reminder off until a day; what goes higher comes all the same.",
    discussion: """
        liaison reminder snooze contractReview/agreement/C-1//2026-05-31/-30d \\
          --until 2026-05-15
      """
  )

  @OptionGroup var options: ReminderOptions

  @Option(help: "The day on which it comes again.")
  var until: DayArgument

  func run() throws {
    try options.record("snooze") { today in
      guard until.day > today else {
        throw CommandError(
          message: "A reminder is put off until a later day than \(today).",
          code: 64
        )
      }
      return .snooze(until.day)
    }
  }
}

/// `liaison reminder handover KEY`.
struct ReminderHandover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Hand what a reminder is about over to another of our people.",
    discussion: """
        liaison reminder handover contractReview/agreement/C-1//2026-05-31/-30d \\
          --to anna
      """
  )

  @OptionGroup var options: ReminderOptions

  @Option(help: "The reference of the person.")
  var to: String

  func run() throws { try options.record("handover") { _ in .handOver(to) } }
}

/// `liaison reminder decide KEY`.
struct ReminderDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record what was decided or done; no further step of the same thing comes.",
    discussion: """
      A decision is recorded for the agreement, and done is recorded as the review
      that was held, if the reminder is about one.

        liaison reminder decide noticeDecision/agreement/C-1//2026-05-31/-30d renew
        liaison reminder decide contractReview/agreement/C-1//2026-05-31/-30d done \\
          --on 2026-05-20
      """
  )

  @OptionGroup var options: ReminderOptions

  @Argument(help: "done, continue, renew, amend, renegotiate, end, exit or changeAgreement.")
  var decision: ReminderDecision

  @Option(help: "With done: the day on which it was done (default: today).")
  var on: DayArgument?

  func validate() throws {
    if case .decision = decision, on != nil { throw ValidationError("--on goes with done.") }
  }

  func run() throws {
    try options.record("decide") { today in
      switch decision {
      case .done: .done(on?.day ?? today)
      case .decision(let kind): .decide(kind)
      }
    }
  }
}

/// `done`, or what is decided about an agreement.
enum ReminderDecision: ExpressibleByArgument {
  case done
  case decision(Decision.Kind)

  init?(argument: String) {
    if argument == "done" {
      self = .done
    } else if let kind = Decision.Kind(rawValue: argument) {
      self = .decision(kind)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ["done"] + Decision.Kind.allCases.map(\.rawValue) }
}
