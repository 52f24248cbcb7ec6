import ArgumentParser
import Reporting

/// Which files of a mail are imported, and how.
struct MailRegisterOptions: ParsableArguments {
  @Option(help: "Which file, by its name or number; repeat it for more (default: all registers).")
  var attachment: [String] = []

  @OptionGroup var reading: RegisterOptions

  @Flag(help: "Show the plan, store nothing, and let the mail wait.")
  var dryRun = false

  @Option(help: "How the plan is shown: table, json or ndjson.")
  var format: OutputFormat = .table

  func validate() throws {
    guard [.table, .json, .ndjson].contains(format) else {
      throw ValidationError("An import is shown as table, json or ndjson.")
    }
  }

  /// Refuses what only an import takes, so that nobody believes in a dry run that is none.
  func requireNone() throws {
    let given = [
      ("--dry-run", dryRun), ("--attachment", !attachment.isEmpty),
      ("--profile", reading.profile != nil), ("--answer", !reading.answer.isEmpty),
      ("--source", reading.source != nil), ("--effective", reading.effective != nil),
      ("--format", format != .table),
    ]
    guard let first = given.first(where: \.1) else { return }
    throw ValidationError("\(first.0) goes with --as import only.")
  }
}
