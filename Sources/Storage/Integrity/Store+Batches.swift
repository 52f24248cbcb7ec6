import Foundation
import GRDB

extension Store {
  /// Lists the imports, oldest first, without their conflicts.
  ///
  /// - Returns: All batches, also those that were undone.
  /// - Throws: ``StoreError``.
  public func batches() throws -> [StoredBatch] {
    try onConnection { database in
      let rows = try Row.fetchAll(database, sql: Self.batchQuery + " ORDER BY b.id")
      return try rows.map { try StoredBatch($0, database) }
    }
  }

  /// Reads one import with its conflicts.
  ///
  /// - Returns: The batch.
  /// - Throws: ``StoreError/unknown(kind:reference:)`` if there is none of that number.
  public func batch(_ id: Int64) throws -> StoredBatch {
    try onConnection { database in
      let row = try Row.fetchOne(
        database,
        sql: Self.batchQuery + " WHERE b.id = ?",
        arguments: [id]
      )
      guard let row else { throw StoreError.unknown(kind: "batch", reference: "\(id)") }
      var batch = try StoredBatch(row, database)
      batch.conflicts = try StoredBatch.conflicts(of: id, database)
      return batch
    }
  }

  private static let batchQuery = """
    SELECT b.id, b.profile, b.profileDigest, s.name AS scheme, b.effectiveOn, b.summary,
      e.recordedAt, e.actor, e.id AS entry,
      (SELECT u.recordedAt FROM batchUndo x JOIN recording u ON u.id = x.recordingId
       WHERE x.batchId = b.id) AS undoneAt
    FROM batch b JOIN scheme s ON s.id = b.schemeId JOIN recording r ON r.id = b.recordingId
      JOIN journalEntry e ON e.id = r.entryId
    """
}

extension StoredBatch {
  fileprivate init(_ row: Row, _ database: Database) throws {
    let id: Int64 = row["id"]
    self.init(
      id: id,
      profile: row["profile"],
      profileDigest: (row["profileDigest"] as Data?).map { hexadecimalText($0) },
      scheme: row["scheme"],
      effectiveOn: row["effectiveOn"],
      recordedAt: row["recordedAt"],
      actor: row["actor"],
      entry: row["entry"],
      summary: row["summary"],
      sources: try Self.sources(of: id, database),
      conflicts: [],
      undoneAt: row["undoneAt"]
    )
  }

  private static func sources(of batch: Int64, _ database: Database) throws -> [Source] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT s.path, o.sha256, o.byteCount
        FROM batchSource s JOIN original o ON o.id = s.originalId
        WHERE s.batchId = ? ORDER BY s.id
        """,
      arguments: [batch]
    )
    return rows.map { row in
      Source(
        path: row["path"],
        sha256: hexadecimalText(row["sha256"] as Data),
        byteCount: row["byteCount"]
      )
    }
  }

  fileprivate static func conflicts(of batch: Int64, _ database: Database) throws -> [Conflict] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT a.reference, c.field, c.kept, c.offered
        FROM importConflict c JOIN agreement a ON a.id = c.agreementId
        WHERE c.batchId = ? ORDER BY a.reference, c.field, c.id
        """,
      arguments: [batch]
    )
    return rows.map { row in
      Conflict(
        agreement: row["reference"],
        field: row["field"],
        kept: row["kept"],
        offered: row["offered"]
      )
    }
  }
}
