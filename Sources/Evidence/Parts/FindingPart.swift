import Model
import Reporting
import Rules
import Storage

/// What does not hold, with what became of it so far.
enum FindingPart {
  private static let columns = [
    Column("key", "Key"), Column("rule", "Rule"), Column("clause", "Clause"),
    Column("grade", "Grade"), Column("result", "Result"), Column("subject", "Subject"),
    Column("due", "Due", .day), Column("daysOverdue", "Days overdue", .integer),
    Column("message", "What was found"), Column("upgrade", "Raised because"),
    Column("remediation", "What to do"), Column("firstSeenOn", "First found", .day),
    Column("status", "Status"), Column("owner", "Owner"), Column("plannedOn", "Planned", .day),
    Column("doneBy", "Done by"), Column("verifiedBy", "Verified by"),
  ]

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let kept = Dictionary(
      try request.reader.records(Finding.self).map { ($0.reference, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let table = PackTable(
      name: "findings",
      title: "Findings",
      noun: CountNoun("finding", "findings"),
      columns: columns
    )
    try writer.write(table) { write in
      for finding in request.outcome.findings {
        try write(row(finding, kept[finding.key], request, writer))
      }
    }
    try writeHistory(request, writer)
  }

  private static func row(
    _ finding: CheckFinding,
    _ kept: Finding?,
    _ request: EvidenceRequest,
    _ writer: PackWriter
  ) -> Row {
    let judgement = finding.judgement
    var row = Row([
      .text(finding.key), .text(finding.rule), Cell(finding.clause),
      Cell(judgement.grade?.rawValue), .text(judgement.result.rawValue),
      .text(judgement.subject.name), Cell(judgement.due),
      Cell(judgement.daysOverdue(on: request.context.asOf)), .text(judgement.message),
      Cell(judgement.upgrade), .text(finding.remediation), Cell(kept?.firstSeenOn),
      .text(kept?.status.rawValue ?? "not recorded"), Cell(kept?.owner), Cell(kept?.plannedOn),
      Cell(kept?.doneBy), Cell(kept?.verifiedBy),
    ])
    row.links[0] = [
      RulePart.address(of: finding.rule) + "#" + writer.anchor(finding.key)
    ]
    row.links[5] = [RecordLinks.address(of: judgement.subject, writer)]
    return row
  }

  // MARK: History

  private static let historyColumns =
    [Column("reference", "Key"), Column("effectiveOn", "From", .day)]
    + RecordCells.columns(of: Finding.type)
    + [
      Column("recordedAt", "Recorded"), Column("entry", "Journal entry", .integer),
      Column("inPeriod", "In the period", .flag),
    ]

  /// Every state of every finding that was kept, those that are gone included.
  private static func writeHistory(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let table = PackTable(
      name: "finding-history",
      title: "History of findings",
      noun: CountNoun("state", "states"),
      columns: historyColumns
    )
    try writer.write(table) { write in
      try request.reader.forEachState(of: Finding.type) { state in
        var row = Row(
          [.text(state.record.reference), Cell(CivilDay(state.record.effectiveOn))]
            + RecordCells.cells(of: state.record, Finding.type)
            + [
              .text(state.recordedAt), .integer(state.entry),
              request.isInPeriod(state.recordedAt).map(Cell.flag) ?? .empty,
            ]
        )
        row.links[historyColumns.count - 2] = [PackAddress.entry(state.entry)]
        try write(row)
      }
    }
  }
}
