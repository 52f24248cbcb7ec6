import GRDB
import Model
import Testing

@testable import Storage

/// Each audited table, with a row and a column that is edited behind the journal's back.
struct JournalTableTests {
  @Test func `an edited row is found in every audited table`() throws {
    let store = try FullSample.store()
    #expect(try store.verifyJournal().findings == [])
    for table in AuditedTable.all.map(\.name) {
      let rows = try store.lines("SELECT count(*) FROM \(table)")
      #expect(rows != ["0"], "the sample has no row in \(table)")
      let place = try store.lines("SELECT recordingId, sequence FROM \(table) LIMIT 1")
      let parts = try #require(place.first).split(separator: "|")
      try store.tamper(
        """
        UPDATE \(table) SET sequence = sequence + 1000000
        WHERE recordingId = \(parts[0]) AND sequence = \(parts[1])
        """
      )
      let findings = try store.verifyJournal().findings
      #expect(findings.map(\.table) == [table])
      try store.tamper(
        """
        UPDATE \(table) SET sequence = \(parts[1])
        WHERE recordingId = \(parts[0]) AND sequence = \(parts[1]) + 1000000
        """
      )
    }
    #expect(try store.verifyJournal().findings == [])
  }

  /// Every column, not only that of the sequence, is covered.
  @Test func `every column of every audited table is covered`() throws {
    let store = try FullSample.store()
    for table in AuditedTable.all { try checkColumns(of: table, store) }
  }

  private func checkColumns(of table: AuditedTable, _ store: Store) throws {
    let name = table.name
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
        #expect(try TableDigest.all(database, name) != before, "\(name).\(column)")
        try database.execute(sql: "ROLLBACK TO edit; RELEASE edit")
      }
      #expect(try TableDigest.all(database, name) == before)
    }
  }

  /// SQL for another value of a column, of the column's type.
  private static func other(_ column: String, in table: String) -> String {
    let isDigest = ["sha256", "digest", "profileDigest"].contains(column)
    if isDigest, RecordType.named(String(table.dropLast("Revision".count))) == nil {
      return "zeroblob(32)"
    }
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
        "agreement.isVoided", "journalDigest", "journalEntry", "mailCursor", "originalChunk",
        "recording",
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
