import Importing
import Model
import Policies
import Reporting
import Rules

/// `liaison report assessment`: claimed and proven side by side.
enum AssessmentReport {
  static let id = "assessment"
  static let summary = """
    The clauses of an edition of ISO/IEC 20000-1: what is claimed and what the records prove.
    """

  static let columns = [
    Column("clause", "Clause", importance: .essential, overflow: .whole),
    Column("title", "Title", importance: .high, overflow: .wrap),
    Column("proof", "Provable", importance: .low), Column("applicable", "Applies", .flag),
    Column("claimed", "Claimed", importance: .essential),
    Column("proven", "Proven", importance: .essential),
    Column("failing", "Not shown by", .list(of: .text), importance: .high),
    Column("owner", "Owner"), Column("assessedOn", "Assessed on", .day),
    Column("nextOn", "Next by", .day, importance: .low),
    Column("evidence", "Evidence", importance: .low),
    Column("comment", "Comment", importance: .low),
    Column("improvement", "Improvement", importance: .low),
    Column("acceptedReason", "Accepted because", importance: .low),
    Column("references", "Part of the framework", .list(of: .text), importance: .low),
    Column("problems", "To do", .list(of: .text), importance: .low),
  ]

  /// The table, of all clauses or of those that serve a framework.
  static func listing(_ register: AssessmentRegister, _ framework: Framework?) -> Listing {
    let rows = framework.map { register.rows(servedBy: $0) } ?? register.rows
    let title = "Self-assessment by \(register.edition.name)"
    return Listing(
      framework.map { "\(title), for \($0.title)" } ?? title,
      CountNoun("clause", "clauses"),
      columns,
      rows.map { row($0, framework) }
    )
  }

  private static func row(_ row: AssessmentRow, _ framework: Framework?) -> Row {
    let parts = framework?.parts(servedByAnyOf: row.clause.rules) ?? []
    return Row([
      .text(row.clause.number), .text(row.clause.title), .text(row.clause.proof.rawValue),
      .flag(row.isApplicable), .text(row.claimed.rawValue), Cell(row.proven?.rawValue),
      .list(row.failing.map(Cell.text)), Cell(row.item?.owner), Cell(row.item?.assessedOn),
      Cell(row.nextOn), Cell(row.item?.evidence), Cell(row.item?.comment),
      Cell(row.improvement?.reference), Cell(row.item?.acceptedReason),
      .list(parts.map { .text($0.reference) }),
      .list(row.problems.map { .text("\($0.message) \($0.remedy)") }),
    ])
  }
}
