import GRDB
import Testing

@testable import Storage

/// Each audited table, with a row and a column that is edited behind the journal's back.
struct JournalTableTests {
  @Test(arguments: AuditedTable.all.map(\.name))
  func `an edited row is found in every audited table`(_ table: String) throws {
    let store = try FullSample.store()
    #expect(try store.verifyJournal().findings == [])
    let rows = try store.lines("SELECT count(*) FROM \(table)")
    #expect(rows != ["0"], "the sample has no row in \(table)")
    try store.tamper(
      "UPDATE \(table) SET sequence = sequence + 1000000 "
        + "WHERE (recordingId, sequence) IN (SELECT recordingId, sequence FROM \(table) LIMIT 1)"
    )
    let findings = try store.verifyJournal().findings
    #expect(findings.count == 1)
    #expect(findings.first?.table == table)
  }

  /// Every column, not only that of the sequence, is covered.
  @Test(arguments: AuditedTable.all.map(\.name))
  func `every column of every audited table is covered`(_ name: String) throws {
    let store = try FullSample.store()
    let table = try #require(AuditedTable.named(name))
    try store.queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"
      )
      let before = try TableDigest.all(database, name)
      for column in table.columns where !["recordingId", "sequence"].contains(column) {
        try database.execute(
          sql: """
            SAVEPOINT edit;
            UPDATE OR REPLACE \(name) SET \(column) = \(Self.other(column, in: name))
            """
        )
        #expect(try TableDigest.all(database, name) != before, "\(column)")
        try database.execute(sql: "ROLLBACK TO edit; RELEASE edit")
      }
      #expect(try TableDigest.all(database, name) == before)
    }
  }

  /// SQL for another value of a column, of the column's type.
  private static func other(_ column: String, in table: String) -> String {
    if ["sha256", "digest", "profileDigest"].contains(column) { return "zeroblob(32)" }
    return """
      CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 7 WHEN 'text' THEN \(column) || 'x'
      ELSE (SELECT CASE type WHEN 'TEXT' THEN 'x' ELSE 7 END
            FROM pragma_table_info('\(table)') WHERE name = '\(column)') END
      """
  }

  /// The audited columns are all columns of the table but those that are derived.
  @Test func `the digests cover every column but the derived one`() throws {
    let store = try Store.inMemory()
    var missing: [String] = []
    let tables = try store.lines(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name <> 'grdb_migrations' ORDER BY name
      """
    )
    for name in tables {
      let columns = try store.lines("SELECT name FROM pragma_table_info('\(name)')")
      guard let table = AuditedTable.named(name) else {
        missing.append(name)
        continue
      }
      missing += columns.filter { !table.columns.contains($0) }.map { "\(name).\($0)" }
    }
    #expect(
      missing == [
        "agreement.isVoided", "journalDigest", "journalEntry", "originalChunk", "recording",
      ]
    )
  }
}

extension TableDigest {
  /// The digest of all rows of a table.
  static func all(_ database: Database, _ table: String) throws -> [UInt8] {
    let rows = try TableDigest(database, table: table, order: .journal)
    let digest = RowDigest()
    while try rows.statement.step() { rows.add(to: digest) }
    return digest.finalize()
  }
}
