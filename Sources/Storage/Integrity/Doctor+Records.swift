import GRDB
import Model

extension Doctor {
  /// Days that no calendar has, such as 30 February: an import writes without the checks of the
  /// tables.
  func days() throws -> [String] {
    var problems: [String] = []
    for table in AuditedTable.all {
      for column in table.columns where Self.isDay(column, in: table.name) {
        problems += try sentences(
          """
          SELECT \(column) AS day, count(*) AS number FROM \(table.name)
          WHERE \(column) IS NOT date(\(column), '+0 days') GROUP BY 1 ORDER BY 1
          """
        ) { row in
          let (day, number): (String, Int64) = (row["day"], row["number"])
          return "\(day) in \(table.name).\(column) is not a day (rows: \(number))."
        }
      }
    }
    return problems
  }

  private static func isDay(_ column: String, in table: String) -> Bool {
    if let facts = facts[table], column != "effectiveOn" { return facts.contains(column) }
    return column.hasPrefix("live") || column == "day" || column == "latestPossibleEnd"
      || column == "effectiveFrom"
      || column == "validFrom" || column == "validThrough" || column.hasSuffix("On")
  }

  /// The facts of each kind of record that are days, by the table of their revisions.
  private static let facts = Dictionary(
    uniqueKeysWithValues: RecordType.all.map { type in
      (type.revisionTable, Set(type.fields.filter { $0.type == .day }.map(\.name)))
    }
  )

  /// Spans of days that end before they begin, in what holds now.
  func dates() throws -> [String] {
    var problems = try sentences(
      """
      SELECT a.reference AS reference, r.startsOn AS startsOn, r.endsOn AS endsOn
      FROM agreement a JOIN agreementRevision r ON r.id = (
        SELECT id FROM agreementRevision
        WHERE id BETWEEN a.id << 20 AND (a.id << 20) + 1048575
        ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1)
      WHERE a.isVoided = 0 AND r.endsOn < r.startsOn ORDER BY a.reference
      """
    ) { row in
      let (reference, starts, ends): (String, String, String) =
        (row["reference"], row["startsOn"], row["endsOn"])
      return "Agreement \(reference) starts on \(starts) and ends before it, on \(ends)."
    }
    for (table, name) in Self.spans {
      problems += try sentences(
        """
        SELECT \(name) AS name, validFrom, validThrough FROM \(table)
        WHERE validThrough < validFrom AND id NOT IN (
          SELECT recordId FROM voiding WHERE kind = '\(table)') ORDER BY 1, 2
        """
      ) { row in
        let (name, from, through): (String, String, String) =
          (row["name"], row["validFrom"], row["validThrough"])
        return "The \(table) \(name) holds from \(from) and ends before it, on \(through)."
      }
    }
    return problems
  }

  /// The tables with spans, and how a row is named.
  private static let spans = [
    ("partyRole", "(SELECT reference FROM party WHERE party.id = partyId) || ', ' || role"),
    ("contact", "name"), ("calendar", "reference"), ("assignment", "role"),
  ]

  /// Names by which a source would find two agreements.
  func references() throws -> [String] {
    try sentences(
      """
      WITH name (schemeId, value, agreementId) AS (
        SELECT schemeId, reference, id FROM agreement
        WHERE isVoided = 0 AND schemeId IS NOT NULL
        UNION
        SELECT i.schemeId, i.value, i.agreementId
        FROM agreementIdentifier i JOIN agreement a ON a.id = i.agreementId
        WHERE a.isVoided = 0 AND i.isKey = 1)
      SELECT s.name AS scheme, n.value AS value, count(*) AS number
      FROM name n JOIN scheme s ON s.id = n.schemeId
      GROUP BY n.schemeId, n.value HAVING count(*) > 1 ORDER BY 1, 2
      """
    ) { row in
      let (scheme, value, number): (String, String, Int64) =
        (row["scheme"], row["value"], row["number"])
      return "\(number) agreements have the key \(value) of \(scheme)."
    }
  }

  /// Identifiers by which two parties would be found.
  func identifiers() throws -> [String] {
    try sentences(
      """
      SELECT s.name AS scheme, i.value AS value, count(*) AS number
      FROM partyIdentifier i JOIN scheme s ON s.id = i.schemeId
      WHERE i.partyId NOT IN (SELECT recordId FROM voiding WHERE kind = 'party')
      GROUP BY i.schemeId, i.value HAVING count(*) > 1 ORDER BY 1, 2
      """
    ) { row in
      let (scheme, value, number): (String, String, Int64) =
        (row["scheme"], row["value"], row["number"])
      return "\(number) parties have the identifier \(value) of \(scheme)."
    }
  }
}
