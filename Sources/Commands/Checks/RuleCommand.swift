import ArgumentParser
import Model
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
    discussion: "  liaison rule list --format csv"
  )

  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let columns =
      [
        Column("rule", "Rule", importance: .essential),
        Column("title", "Title", importance: .essential, overflow: .wrap),
      ] + Edition.allCases.map { Column("clause\($0.rawValue)", "Clause \($0.rawValue)") }
    let rows = Rule.all.map { rule in
      Row([.text(rule.id), .text(rule.title)] + Edition.allCases.map { Cell(rule.clauses[$0]) })
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

  @OptionGroup var formatOptions: FormatOptions

  func validate() throws {
    guard Rule.named(id) != nil else {
      throw ValidationError("There is no rule \(id); `liaison rule list` names them.")
    }
  }

  func run() throws {
    guard let rule = Rule.named(id) else { return }
    let machine = Machine.current()
    try RuleDocument.make(rule).write(
      as: formatOptions.format,
      to: FileDescriptorSink(1),
      Terminal.rendering(
        formatOptions,
        machine,
        heading: RenderingOptions.Heading(title: rule.id)
      )
    )
  }
}

/// A rule as a page.
enum RuleDocument {
  static func make(_ rule: Rule) -> Document {
    let policy = Policy()
    return Document(
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
      ]
    )
  }
}
