public import ArgumentParser
import Model
public import Policies
import Reporting
import Rules
import Storage

/// `liaison check`: what does not hold, why, by how much, and what to do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check what ISO/IEC 20000-1 asks of relationships, as of any day.",
    discussion: """
      Ends with 1 if there is a finding of the grade of --fail-on or a graver one.
      Nothing is stored, unless --record keeps the findings.

        liaison check
        liaison check --as-of 2026-06-30 --rule SUP-09 --explain
        liaison check --edition 2011 --fail-on never --format json
        liaison check --record --rules our-rules
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

  @Flag(help: "Show every finding; without it five of a rule and grade are.")
  var all = false

  @Flag(help: "Keep the findings, to be followed with `liaison finding`.")
  var record = false

  @OptionGroup var ownRuleOptions: OwnRuleOptions

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    let own = ownRuleOptions.read(Machine.current())
    try requireKnown(own)
    var result: CheckResult?
    try readingOptions.read { reader, machine in
      let rules = (Rule.all + own.answered(reader)).filter { rule.isEmpty || rule.contains($0.id) }
      let found = try CheckRun(rules, edition: edition, subject: subject, keepsAll: explain)
        .run(reader, machine)
      try CheckOutput(found, reader, showsAll: all || explain)
        .write(readingOptions.formatOptions, machine)
      result = found
    }
    guard let result else { return }
    if record { try keep(result) }
    if failOn.isReached(by: result.outcome) || !own.isComplete { throw ExitCode(1) }
  }

  private func requireKnown(_ own: OwnRules) throws {
    for id in rule where Rule.named(id) == nil && !own.rules.contains(where: { $0.id == id }) {
      throw ValidationError("There is no rule \(id); `liaison rule list` names them.")
    }
  }

  private func keep(_ result: CheckResult) throws {
    try readingOptions.storeOptions.change("check") { store, write, _ in
      try CheckRecording(result: result, subject: subject).write(store, write)
    }
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
