public import ArgumentParser
import Model
import Reporting
public import Rules
import Storage

/// `liaison check`: what does not hold, why, by how much, and what to do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check what ISO/IEC 20000-1 asks of relationships, as of any day.",
    discussion: """
      Ends with 1 if there is a finding of the grade of --fail-on or a graver one. Nothing is
      stored.

        liaison check
        liaison check --as-of 2026-06-30 --rule SUP-09 --explain
        liaison check --edition 2011 --fail-on never --format json
      """
  )

  @Option(help: "The edition whose clauses are judged: 2005, 2011 or 2018.")
  var edition: Edition?

  @Option(help: "Only this rule, such as SUP-09; repeat it for more.")
  var rule: [String] = []

  @Option(help: "Only this subject: the reference of a party, agreement or service.")
  var subject: String?

  @Option(help: "The grade from which findings end with 1: major, minor, observation, never.")
  var failOn = FailOn.major

  @Flag(help: "Show every judgement, those that hold included, with the records behind it.")
  var explain = false

  @OptionGroup var readingOptions: ReadingOptions

  func validate() throws {
    for id in rule where Rule.named(id) == nil {
      throw ValidationError("There is no rule \(id); `liaison rule list` names them.")
    }
  }

  func run() throws {
    let rules = rule.isEmpty ? Rule.all : Rule.all.filter { rule.contains($0.id) }
    var outcome: CheckOutcome?
    try readingOptions.read { reader, machine in
      let result = try CheckRun(rules, edition: edition, subject: subject, keepsAll: explain)
        .run(reader, machine)
      try CheckOutput(result, reader).write(readingOptions.formatOptions, machine)
      outcome = result.outcome
    }
    if let outcome, failOn.isReached(by: outcome) { throw ExitCode(1) }
  }
}

/// The grade from which findings need attention.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case major, minor, observation, never

  func isReached(by outcome: CheckOutcome) -> Bool {
    switch self {
    case .never: false
    case .major: outcome.count(.major) > 0
    case .minor: outcome.count(.major) + outcome.count(.minor) > 0
    case .observation: !outcome.findings.isEmpty
    }
  }
}

extension Edition: ExpressibleByArgument {}
