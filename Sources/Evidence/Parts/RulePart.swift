import Model
import Policies
import Reporting
import Rules

/// Each rule in words, with the whole population that it was applied to.
enum RulePart {
  private static let columns =
    [
      Column("rule", "Rule"), Column("clause", "Clause"), Column("title", "Title"),
      Column("result", "Result"), Column("population", "Subjects", .integer),
    ] + ResultCounts.columns

  /// The page of a rule, from the top of the pack.
  static func address(of rule: String) -> String { "rules/\(PackAddress.anchor(rule)).html" }

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let table = PackTable(
      name: "rules",
      title: "Rules",
      noun: CountNoun("rule", "rules"),
      columns: columns
    )
    try writer.write(table) { write in
      for outcome in request.outcome.rules { try write(row(outcome, request)) }
    }
    let judgements = Dictionary(
      grouping: request.outcome.findings + request.outcome.kept,
      by: \.rule
    )
    for outcome in request.outcome.rules {
      let found = judgements[outcome.rule.id, default: []].sorted { $0.key < $1.key }
      try RulePopulation(rule: outcome.rule, request: request).write(found, writer)
    }
  }

  private static func row(_ outcome: RuleOutcome, _ request: EvidenceRequest) -> Row {
    var row = Row(
      [
        .text(outcome.rule.id), Cell(outcome.rule.clauses[request.context.edition]),
        .text(outcome.rule.title), .text(outcome.worst.rawValue), Cell(outcome.population),
      ] + ResultCounts.cells(of: [outcome])
    )
    row.links[0] = [address(of: outcome.rule.id)]
    return row
  }
}

/// The page of one rule.
private struct RulePopulation {
  let rule: Rule
  let request: EvidenceRequest

  private static let fields = [
    Column("title", "Requirement"), Column("clause", "Clause"),
    Column("predicate", "It fails when"),
    Column("remediation", "What to do"), Column("guidance", "Good evidence"),
    Column("thresholds", "Thresholds in force"), Column("records", "Records read"),
  ]

  private static let columns = [
    Column("subject", "Subject"), Column("subjectKind", "Kind"), Column("name", "Name"),
    Column("key", "Key", formats: .data), Column("result", "Result"),
    Column("grade", "Grade"), Column("due", "Due", .day), Column("message", "What was found"),
    Column("upgrade", "Raised because"), Column("records", "Records", .list(of: .text)),
  ]

  func write(_ judgements: [CheckFinding], _ writer: PackWriter) throws {
    let table = PackTable(
      name: "rules/" + PackAddress.anchor(rule.id),
      title: "\(rule.id): \(rule.title)",
      noun: CountNoun("judgement", "judgements"),
      columns: Self.columns,
      fields: (Self.fields, fields),
      isListed: false
    )
    try writer.write(table) { write in
      for judgement in judgements { try write(row(judgement, writer)) }
    }
  }

  private var fields: Row {
    let thresholds = rule.thresholds.compactMap { name in
      PolicyKey.all.first { $0.name == name }.map {
        "\(name): \($0.text(in: request.context.policy))"
      }
    }
    return Row([
      .text(rule.title), Cell(rule.clauses[request.context.edition]), .text(rule.predicate),
      .text(rule.remediation), .text(rule.guidance),
      .text(thresholds.joined(separator: "\n")), .text(rule.records.joined(separator: ", ")),
    ])
  }

  private func row(_ finding: CheckFinding, _ writer: PackWriter) -> Row {
    let judgement = finding.judgement
    let subject = judgement.subject
    var row = Row([
      .text(subject.reference), .text(subject.kind.rawValue), .text(subject.name),
      .text(finding.key), .text(judgement.result.rawValue), Cell(judgement.grade?.rawValue),
      Cell(judgement.due), .text(judgement.message), Cell(judgement.upgrade),
      .list(judgement.evidence.map { .text("\($0.kind) \($0.reference)") }),
    ])
    row.anchor = writer.anchor(finding.key)
    row.links[0] = [RecordLinks.address(of: subject, writer)]
    row.links[9] = judgement.evidence.map { RecordLinks.address(of: $0, writer) }
    return row
  }
}
