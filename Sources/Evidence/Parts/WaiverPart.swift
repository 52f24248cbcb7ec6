import Model
import Reporting
import Rules
import Storage

/// What need not hold for a time, who accepted that, and until when.
enum WaiverPart {
  private static let columns = [
    Column("reference", "Reference"), Column("rule", "Rule"), Column("subjectKind", "Subject"),
    Column("subject", "Reference of the subject"), Column("approver", "Approved by"),
    Column("reason", "Reason"), Column("validFrom", "From", .day),
    Column("expiresOn", "Until", .day), Column("isValid", "In force", .flag),
  ]

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let table = PackTable(
      name: "waivers",
      title: "Waivers",
      noun: CountNoun("waiver", "waivers"),
      columns: columns
    )
    let day = request.context.asOf
    try writer.write(table) { write in
      for waiver in try request.reader.records(Waiver.self) {
        var row = Row([
          .text(waiver.reference), .text(waiver.rule), .text(waiver.subjectKind.rawValue),
          Cell(waiver.subject), .text(waiver.approver), .text(waiver.reason),
          Cell(waiver.validFrom), Cell(waiver.expiresOn),
          .flag(waiver.validFrom <= day && day <= waiver.expiresOn),
        ])
        row.links = [
          0: [writer.address("waivers", waiver.reference)], 1: [RulePart.address(of: waiver.rule)],
        ]
        try write(row)
      }
    }
  }
}
