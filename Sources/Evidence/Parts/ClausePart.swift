import Model
import Policies
import Reporting
import Rules

/// Each clause of the edition with what its rules found.
enum ClausePart {
  private static let columns =
    [
      Column("clause", "Clause"), Column("title", "Title"), Column("provable", "Provable"),
      Column("rules", "Rules", .list(of: .text)), Column("result", "Result"),
    ] + ResultCounts.columns

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let outcomes = Dictionary(
      uniqueKeysWithValues: request.outcome.rules.map { ($0.rule.id, $0) }
    )
    let table = PackTable(
      name: "clauses",
      title: "Clauses of \(request.context.edition.name)",
      noun: CountNoun("clause", "clauses"),
      columns: columns
    )
    try writer.write(table) { write in
      for clause in ClauseList.shipped(request.context.edition).clauses {
        try write(row(clause, clause.rules.compactMap { outcomes[$0] }))
      }
    }
  }

  /// A clause has the worst result of its rules; without rules it has none.
  private static func row(_ clause: Clause, _ outcomes: [RuleOutcome]) -> Row {
    var row = Row(
      [
        .text(clause.number), .text(clause.title), .text(clause.proof.rawValue),
        .list(outcomes.map { .text($0.rule.id) }),
        Cell(RuleResult.worst(of: outcomes.map(\.worst))?.rawValue),
      ] + ResultCounts.cells(of: outcomes)
    )
    row.links[3] = outcomes.map { RulePart.address(of: $0.rule.id) }
    return row
  }
}

/// How many subjects have each result.
enum ResultCounts {
  static let columns = RuleResult.allCases.map { Column($0.rawValue, $0.words, .integer) }

  static func cells(of outcomes: [RuleOutcome]) -> [Cell] {
    RuleResult.allCases.map { result in
      Cell(outcomes.reduce(0) { $0 + $1.counts[result, default: 0] })
    }
  }
}
