import Crypto
import Foundation
import GRDB

/// The rows that one entry wrote into one table.
struct JournalRows {
  var table: String
  var rowCount: Int64
  var digest: [UInt8]
}

/// One entry of the journal, and how it is chained.
///
/// `payloadDigest` is SHA-256 over the salt and the payload's bytes. `rowsDigest` is SHA-256
/// over, for each table in order of name: name, `0`, row count as decimal text, `0`, digest.
/// `hash` is SHA-256 over the hash before, then each of id, recordedAt, actor and command as
/// text with a `0` byte behind it, then payloadDigest and rowsDigest. The hash before the first
/// entry is 32 zero bytes. Redacting a payload removes payload and salt and leaves the chain
/// whole.
enum JournalEntry {
  static let origin = [UInt8](repeating: 0, count: 32)

  static func append(
    _ database: Database,
    id: Int64,
    recordedAt: String,
    request: WriteRequest,
    payload: String,
    rows: [JournalRows]
  ) throws {
    let previous =
      try Data.fetchOne(
        database,
        sql: "SELECT hash FROM journalEntry WHERE id = ?",
        arguments: [id - 1]
      )
      .map(Array.init) ?? origin
    let payloadDigest = digest(salt: request.salt, payload: payload)
    let rowsDigest = digest(rows)
    let hash = hash(
      previous: previous,
      id: id,
      recordedAt: recordedAt,
      actor: request.actor,
      command: request.command,
      payloadDigest: payloadDigest,
      rowsDigest: rowsDigest
    )
    try database.execute(
      sql: """
        INSERT INTO journalEntry
          (id, recordedAt, actor, command, payload, salt, payloadDigest, rowsDigest,
           previousHash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, recordedAt, request.actor, request.command, payload, Data(request.salt),
        Data(payloadDigest), Data(rowsDigest), Data(previous), Data(hash),
      ]
    )
    for row in rows {
      try database.execute(
        sql: "INSERT INTO journalDigest (entryId, tableName, rowCount, digest) VALUES (?, ?, ?, ?)",
        arguments: [id, row.table, row.rowCount, Data(row.digest)]
      )
    }
  }

  static func digest(salt: [UInt8], payload: String) -> [UInt8] {
    Array(SHA256.hash(data: salt + Array(payload.utf8)))
  }

  static func digest(_ rows: [JournalRows]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes += Array(row.table.utf8) + [0] + Array("\(row.rowCount)".utf8) + [0] + row.digest
    }
    return Array(SHA256.hash(data: bytes))
  }

  static func hash(
    previous: [UInt8],
    id: Int64,
    recordedAt: String,
    actor: String,
    command: String,
    payloadDigest: [UInt8],
    rowsDigest: [UInt8]
  ) -> [UInt8] {
    var bytes = previous
    for text in ["\(id)", recordedAt, actor, command] { bytes += Array(text.utf8) + [0] }
    return Array(SHA256.hash(data: bytes + payloadDigest + rowsDigest))
  }
}
