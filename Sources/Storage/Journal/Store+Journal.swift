import Foundation
import GRDB

extension Store {
  /// Lists entries of the journal, the newest first.
  ///
  /// The list begins with the entry numbered `from` and goes back; nil begins with the newest.
  /// The entries' tables are left out, see ``journalEntry(_:)``.
  ///
  /// - Returns: At most `limit` entries.
  /// - Throws: ``StoreError``.
  public func journalEntries(from: Int64? = nil, limit: Int = 100) throws -> [JournalRecord] {
    try onConnection { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, recordedAt, actor, command, payload, hash FROM journalEntry
          WHERE id <= ? ORDER BY id DESC LIMIT ?
          """,
        arguments: [from ?? .max, max(0, limit)]
      )
      var records: [JournalRecord] = []
      while let row = try rows.next() { records.append(JournalRecord(row)) }
      return records
    }
  }

  /// Reads one entry of the journal with the digests of the tables it wrote.
  ///
  /// - Returns: The entry.
  /// - Throws: ``StoreError/unknown(kind:reference:)`` if there is none of that number.
  public func journalEntry(_ id: Int64) throws -> JournalRecord {
    try onConnection { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT id, recordedAt, actor, command, payload, hash FROM journalEntry WHERE id = ?
          """,
        arguments: [id]
      )
      guard let row else { throw StoreError.unknown(kind: "journal entry", reference: "\(id)") }
      var record = JournalRecord(row)
      record.tables = try JournalRows.of(entry: id, database).map {
        JournalRecord.TableRows(
          table: $0.table,
          rowCount: $0.rowCount,
          digest: hexadecimalText($0.digest)
        )
      }
      return record
    }
  }

  /// Takes the payload of an entry away and leaves the chain whole.
  ///
  /// The redaction is itself an entry, which names the number and the reason.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)`` if there is no such entry.
  public func redactJournalEntry(_ id: Int64, reason: String, _ request: WriteRequest) throws {
    try change(request, ["entry": "\(id)", "reason": reason]) { session in
      let known = try Int64.fetchOne(
        session.database,
        sql: "SELECT 1 FROM journalEntry WHERE id = ?",
        arguments: [id]
      )
      guard known != nil else {
        throw StoreError.unknown(kind: "journal entry", reference: "\(id)")
      }
      try session.database.execute(
        sql: "UPDATE journalEntry SET payload = NULL, salt = NULL WHERE id = ?",
        arguments: [id]
      )
    }
  }
}

extension JournalRecord {
  init(_ row: Row) {
    self.init(
      id: row["id"],
      recordedAt: row["recordedAt"],
      actor: row["actor"],
      command: row["command"],
      payload: row["payload"],
      hash: hexadecimalText(Array(row["hash"] as Data)),
      tables: []
    )
  }
}

extension JournalRows {
  /// The rows of an entry, in order of table.
  static func of(entry: Int64, _ database: Database) throws -> [JournalRows] {
    let rows = try RawStatement(
      database,
      "SELECT tableName, rowCount, digest FROM journalDigest WHERE entryId = ? ORDER BY tableName"
    )
    return try of(entry: entry, rows)
  }

  /// The rows of an entry by a statement of table, count and digest, prepared beforehand.
  static func of(entry: Int64, _ rows: RawStatement) throws -> [JournalRows] {
    rows.bind(1, entry)
    var result: [JournalRows] = []
    while try rows.step() {
      result.append(
        JournalRows(table: rows.text(0), rowCount: rows.integer(1), digest: rows.blob(2))
      )
    }
    return result
  }
}
