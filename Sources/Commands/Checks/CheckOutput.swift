import Foundation
import Model
import Policies
import Reporting
import Rules
import Storage

/// A check as people and programs read it.
struct CheckOutput {
  private let result: CheckResult
  private let reader: Reader

  private let showsAll: Bool

  /// Makes the output; in text, `showsAll` leaves no finding out.
  init(_ result: CheckResult, _ reader: Reader, showsAll: Bool) {
    self.showsAll = showsAll
    self.result = result
    self.reader = reader
  }

  /// Writes it to standard output: text for people, one document for JSON and HTML, the findings
  /// alone where a format has one table only.
  func write(_ format: FormatOptions, _ machine: Machine) throws {
    switch format.format {
    case .table:
      let lines = CheckText(
        result,
        width: Terminal.width(machine) ?? 80,
        showsAll: showsAll
      ).lines
      try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    case .json, .html: try document.write(as: format.format, to: sink, options(format, machine))
    case .csv, .ndjson, .markdown:
      try Listing("Findings", CountNoun("finding", "findings"), Self.columns, rows)
        .show(format, machine)
    }
  }

  private var sink: FileDescriptorSink { FileDescriptorSink(STDOUT_FILENO) }

  private func options(_ format: FormatOptions, _ machine: Machine) -> RenderingOptions {
    Terminal.rendering(
      format,
      machine,
      heading: RenderingOptions.Heading(
        title: "Check",
        asOf: result.asOf.day.number,
        isKnownThen: result.asOf.knowledge == .then,
        store: reader.organization.name
      )
    )
  }

  private var document: Document {
    Document(
      title: "Check as of \(result.asOf.day)",
      sections: [
        .fields(
          [Column("asOf", "As of", .day), Column("known", "Known"), Column("edition", "Edition")],
          Row([
            Cell(result.asOf.day), .text(result.asOf.knowledge.rawValue),
            .text(result.edition.rawValue),
          ])
        ),
        .record(
          key: "policy",
          title: "Policy",
          [Column("sha256", "SHA-256")],
          Row([.text(result.policyDigest)])
        ),
        .record(
          key: "summary",
          title: "Results",
          Self.countColumns,
          counts(result.outcome.summary)
        ),
        .table(key: "rules", title: "Rules", Self.ruleColumns, result.outcome.rules.map(row)),
        .table(
          key: "findings",
          title: "Findings",
          Self.columns,
          rows,
          emptySentence: "Nothing to act on."
        ),
      ]
    )
  }

  // MARK: Rules

  private static let countColumns = RuleResult.allCases.map {
    Column($0.rawValue, $0.words, .integer)
  }

  private static let ruleColumns = [
    Column("rule", "Rule", importance: .essential), Column("clause", "Clause"),
    Column("title", "Title"), Column("result", "Result"),
    Column("population", "Subjects", .integer), Column("counts", "Counts", .record(countColumns)),
  ]

  private func counts(_ counts: [RuleResult: Int]) -> Row {
    Row(RuleResult.allCases.map { Cell(counts[$0, default: 0]) })
  }

  private func row(_ outcome: RuleOutcome) -> Row {
    Row([
      .text(outcome.rule.id), Cell(outcome.rule.clauses[result.edition]),
      .text(outcome.rule.title), .text(outcome.worst.rawValue), Cell(outcome.population),
      .record(RuleResult.allCases.map { Cell(outcome.counts[$0, default: 0]) }),
    ])
  }

  // MARK: Findings

  private static let columns = [
    Column("key", "Key", importance: .low), Column("rule", "Rule", importance: .essential),
    Column("clause", "Clause"), Column("grade", "Grade", importance: .essential),
    Column("result", "Result"),
    Column(
      "subject",
      "Subject",
      .record([Column("kind", "Kind"), Column("reference", "Reference"), Column("name", "Name")])
    ),
    Column("due", "Due", .day), Column("daysOverdue", "Days overdue", .integer),
    Column("message", "Message", importance: .essential, overflow: .wrap),
    Column("upgrade", "Raised because"), Column("remediation", "What to do", overflow: .wrap),
    Column(
      "evidence",
      "Records",
      .list(of: .record([Column("kind", "Kind"), Column("reference", "Reference")]))
    ),
  ]

  private var rows: [Row] { result.outcome.findings.map(row) }

  private func row(_ finding: CheckFinding) -> Row {
    let judgement = finding.judgement
    return Row([
      .text(finding.key), .text(finding.rule), Cell(finding.clause),
      Cell(judgement.grade?.rawValue), .text(judgement.result.rawValue),
      .record([
        .text(judgement.subject.kind.rawValue), .text(judgement.subject.reference),
        .text(judgement.subject.name),
      ]), Cell(judgement.due), Cell(judgement.daysOverdue(on: result.asOf.day)),
      .text(judgement.message), Cell(judgement.upgrade), .text(finding.remediation),
      .list(judgement.evidence.map { .record([.text($0.kind), .text($0.reference)]) }),
    ])
  }
}
