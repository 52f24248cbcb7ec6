import GRDB

/// Names a row of an audited table as a person would find it: table and key.
struct RecordName {
  let database: Database
  let table: AuditedTable

  init(_ database: Database, _ table: AuditedTable) {
    self.database = database
    self.table = table
  }

  /// The first row of a recording.
  func first(recording: Int64) throws -> String? {
    try first("recordingId = ?", recording)
  }

  /// The first row of an entry.
  func first(entry: Int64) throws -> String? {
    try first("recordingId IN (SELECT id FROM recording WHERE entryId = ?)", entry)
  }

  private func first(_ condition: String, _ value: Int64) throws -> String? {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT * FROM \(table.name) WHERE \(condition) ORDER BY recordingId, sequence LIMIT 1",
      arguments: [value]
    )
    guard let row else { return nil }
    if let reference = row["reference"] as String? { return "\(table.name) \(reference)" }
    if let agreement = row["agreementId"] as Int64? {
      return try "\(table.name) of agreement \(reference("agreement", agreement))"
    }
    if let party = row["partyId"] as Int64? {
      return try "\(table.name) of party \(reference("party", party))"
    }
    let parts = table.columns.prefix(2).map { column in
      "\(column) \((row[column] as DatabaseValue?)?.storage.value.map { "\($0)" } ?? "")"
    }
    return "\(table.name) \(parts.joined(separator: ", "))"
  }

  private func reference(_ table: String, _ id: Int64) throws -> String {
    try String.fetchOne(
      database,
      sql: "SELECT reference FROM \(table) WHERE id = ?",
      arguments: [id]
    ) ?? "\(id)"
  }
}
