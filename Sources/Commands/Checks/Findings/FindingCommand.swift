import ArgumentParser
import Model
import Storage

/// `liaison finding`: what became of the findings that are kept.
struct FindingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finding",
    abstract: "Follow findings from their acknowledgement to their verification.",
    discussion: """
      `liaison check --record` keeps findings; each has a key that stays the same.

        liaison finding list --where status=open
        liaison finding acknowledge SUP-09/agreement/SC-1/2026-01-31
        liaison finding assign SUP-09/agreement/SC-1/2026-01-31 --to anna
        liaison finding done SUP-09/agreement/SC-1/2026-01-31 --by Anna
        liaison finding verify SUP-09/agreement/SC-1/2026-01-31 --by Bert
      """,
    subcommands: [
      RecordList<Finding>.self, RecordShow<Finding>.self, FindingAcknowledge.self,
      FindingAssign.self, FindingStart.self, FindingDone.self, FindingVerify.self,
    ]
  )
}

/// `liaison finding acknowledge KEY`.
struct FindingAcknowledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Say that a finding has been seen and accepted.",
    discussion: "  liaison finding acknowledge SUP-09/agreement/SC-1/2026-01-31"
  )

  @OptionGroup var change: FindingOptions

  func run() throws { try change.run("acknowledge", to: .acknowledged) }
}

/// `liaison finding assign KEY`.
struct FindingAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Say who acts on a finding, and by when.",
    discussion: """
        liaison finding assign SUP-09/agreement/SC-1/2026-01-31 --to anna \\
          --planned 2026-03-31
      """
  )

  @OptionGroup var change: FindingOptions

  @Option(help: "Who acts on it.")
  var to: String

  @Option(help: "The day by which it shall be done.")
  var planned: DayArgument?

  func run() throws {
    try change.run("assign", to: nil) { record, _ in
      record.set("owner", .text(to))
      if let planned { record.set("plannedOn", .day(planned.day)) }
    }
  }
}

/// `liaison finding start KEY`.
struct FindingStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Say that the work on a finding has begun, or goes on.",
    discussion: "  liaison finding start SUP-09/agreement/SC-1/2026-01-31"
  )

  @OptionGroup var change: FindingOptions

  func run() throws { try change.run("start", to: .inProgress) }
}

/// `liaison finding done KEY`.
struct FindingDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Say that the work on a finding is done, and by whom.",
    discussion: "  liaison finding done SUP-09/agreement/SC-1/2026-01-31 --by Anna"
  )

  @OptionGroup var change: FindingOptions

  @Option(help: "Who did it.")
  var by: String

  func run() throws {
    try change.run("done", to: .done, doer: by) { record, _ in record.set("doneBy", .text(by)) }
  }
}

/// `liaison finding verify KEY`.
struct FindingVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say that somebody else has looked at what was done, and found it good.",
    discussion: "  liaison finding verify SUP-09/agreement/SC-1/2026-01-31 --by Bert"
  )

  @OptionGroup var change: FindingOptions

  @Option(help: "Who verified it; another person than the one who did it.")
  var by: String

  func run() throws {
    try change.run("verify", to: .verified, verifier: by) { record, _ in
      record.set("verifiedBy", .text(by))
    }
  }
}
