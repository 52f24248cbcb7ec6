import ArgumentParser
import Foundation
import Model
import Policies
import Reporting
import Rules

/// `liaison rule`: the rules and what they go by.
struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "List the rules, and show what one of them asks for.",
    discussion: "  liaison rule show SUP-09",
    subcommands: [RuleList.self, RuleShow.self]
  )
}

/// `liaison rule list`.
struct RuleList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules with their clauses.",
    discussion: """
        liaison rule list --format csv
        liaison rule list --framework iso-27001-2022
      """
  )

  @OptionGroup var ownRuleOptions: OwnRuleOptions

  @Option(help: "Only what serves this framework, such as cobit-2019, with its parts.")
  var framework: FrameworkArgument?

  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let own = ownRuleOptions.read(Machine.current()).rules.map { $0.rule() }
    let columns =
      [
        Column("rule", "Rule", importance: .essential),
        Column("title", "Title", importance: .essential, overflow: .wrap),
      ] + Edition.allCases.map { Column("clause\($0.rawValue)", "Clause \($0.rawValue)") }
      + [Column("references", "Part of the framework", .list(of: .text))]
    let rows = (Rule.all + own).compactMap { rule -> Row? in
      let parts = framework?.framework.parts(servedBy: rule.id) ?? []
      guard framework == nil || !parts.isEmpty else { return nil }
      return Row(
        [.text(rule.id), .text(rule.title)] + Edition.allCases.map { Cell(rule.clauses[$0]) }
          + [.list(parts.map { .text($0.reference) })]
      )
    }
    try Listing("Rules", CountNoun("rule", "rules"), columns, rows)
      .show(formatOptions, Machine.current())
  }
}

/// `liaison rule show ID`.
struct RuleShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a rule asks for, by which thresholds, and how to satisfy it.",
    discussion: "  liaison rule show SUP-09"
  )

  @Argument(help: "The rule, such as SUP-09.")
  var id: String

  @OptionGroup var ownRuleOptions: OwnRuleOptions

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    let machine = Machine.current()
    let own = ownRuleOptions.read(machine).rules.first { $0.id == id }?.rule()
    guard let rule = Rule.named(id) ?? own else {
      throw ValidationError("There is no rule \(id); `liaison rule list` names them.")
    }
    let format = readingOptions.formatOptions
    try RuleDocument.make(rule, try policy(machine)).write(
      as: format.format,
      to: FileDescriptorSink(1),
      Terminal.rendering(format, machine, heading: RenderingOptions.Heading(title: rule.id))
    )
  }

  /// The policy in force on the day; without a store the default.
  private func policy(_ machine: Machine) throws -> Policy {
    let path = readingOptions.storeOptions.path(machine)
    guard FileManager.default.fileExists(atPath: path) else { return Policy() }
    var policy = Policy()
    try readingOptions.read { reader, _ in policy = try PolicyInForce(reader).policy }
    return policy
  }
}

/// A rule as a page.
enum RuleDocument {
  static func make(_ rule: Rule, _ policy: Policy) -> Document {
    Document(
      title: "\(rule.id): \(rule.title)",
      sections: [
        .fields(
          [
            Column("rule", "Rule"), Column("title", "Requirement"),
            Column("predicate", "Fails when", overflow: .wrap),
            Column("remediation", "What to do", overflow: .wrap),
            Column("guidance", "How to satisfy it", overflow: .wrap),
            Column("records", "Records used", .list(of: .text)),
          ],
          Row([
            .text(rule.id), .text(rule.title), .text(rule.predicate), .text(rule.remediation),
            .text(rule.guidance), .list(rule.records.map(Cell.text)),
          ])
        ),
        .table(
          key: "clauses",
          title: "Clauses",
          [Column("edition", "Edition"), Column("clause", "Clause")],
          Edition.allCases.map { Row([.text($0.rawValue), Cell(rule.clauses[$0])]) }
        ),
        .table(
          key: "thresholds",
          title: "Thresholds in force",
          [Column("key", "Key"), Column("value", "Value")],
          rule.thresholds.map { Row([.text($0), Cell(PolicyKey.named($0)?.text(in: policy))]) }
        ),
        .table(
          key: "crosswalk",
          title: "Other frameworks",
          [
            Column("framework", "Framework"), Column("reference", "Part"),
            Column("title", "Title", overflow: .wrap), Column("source", "Source", overflow: .wrap),
          ],
          crosswalk(rule),
          emptySentence: "No other framework is mapped."
        ),
      ]
    )
  }

  private static func crosswalk(_ rule: Rule) -> [Row] {
    Crosswalk.shipped.frameworks.flatMap { framework in
      framework.parts(servedBy: rule.id).map { part in
        Row([
          .text(framework.title), .text(part.reference), .text(part.title), .text(part.source),
        ])
      }
    }
  }
}

/// A framework of the crosswalk by its id.
struct FrameworkArgument: ExpressibleByArgument {
  let framework: Framework

  init?(argument: String) {
    guard let framework = Crosswalk.shipped.framework(argument) else { return nil }
    self.framework = framework
  }

  static var allValueStrings: [String] { Crosswalk.shipped.frameworks.map(\.id) }
}
