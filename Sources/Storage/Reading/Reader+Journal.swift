import Foundation
import GRDB

/// An entry of the journal with all that its hash is made of.
public struct ChainedEntry: Sendable {
  /// The entry as it is read; its tables are left out.
  public var entry: JournalRecord
  /// SHA-256 of the salted payload, of the rows' digests, and the hash of the entry before, each as
  /// 64 hexadecimal digits.
  public var payloadDigest, rowsDigest, previousHash: String
}

extension Reader {
  /// The entries of the journal that count as known, the oldest first.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachJournalEntry(_ body: (ChainedEntry) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, recordedAt, actor, command, payload, hash, payloadDigest, rowsDigest,
          previousHash
        FROM main.journalEntry
        WHERE id <= coalesce((SELECT min(entryId) - 1 FROM main.recording WHERE id > ?), id)
        ORDER BY id
        """,
      arguments: [lastRecording]
    )
    while let row = try rows.next() {
      try body(
        ChainedEntry(
          entry: JournalRecord(row),
          payloadDigest: hexadecimalText(Array(row["payloadDigest"] as Data)),
          rowsDigest: hexadecimalText(Array(row["rowsDigest"] as Data)),
          previousHash: hexadecimalText(Array(row["previousHash"] as Data))
        )
      )
    }
  }

  /// 16 bytes of this store that never leave it: the oldest salt that the journal still has.
  ///
  /// - Returns: Nil if every payload was redacted.
  /// - Throws: ``StoreError``.
  public func secret() throws -> [UInt8]? {
    try Data.fetchOne(
      database,
      sql: "SELECT salt FROM main.journalEntry WHERE salt IS NOT NULL ORDER BY id LIMIT 1"
    ).map(Array.init)
  }
}
