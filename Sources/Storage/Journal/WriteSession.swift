import Crypto
import Foundation
import GRDB

/// One change under way: a transaction, a recording and a journal entry.
///
/// A restoration has several recordings instead: those of the store that was exported.
///
/// The entry is written at the end, over the digests of all rows inserted through ``writer(_:)``.
final class WriteSession {
  let database: Database
  let request: WriteRequest
  private(set) var recordingId: Int64
  let entryId: Int64
  /// The moment that the journal keeps: never before that of the recording before.
  private(set) var recordedAt: String
  private var lastRecording: Int64 = 0
  private var sequence: Int64 = 0
  private var writers: [String: TableWriter] = [:]

  init(_ database: Database, _ request: WriteRequest) throws {
    self.database = database
    self.request = request
    entryId = try Self.next(database, "SELECT max(id) FROM journalEntry")
    recordingId = try Self.next(database, "SELECT max(id) FROM recording")
    let last = try String.fetchOne(
      database,
      sql: "SELECT recordedAt FROM recording ORDER BY id DESC LIMIT 1"
    )
    recordedAt = max(request.recordedAt, last ?? "")
    try database.execute(
      sql: "INSERT INTO recording (id, recordedAt, entryId) VALUES (?, ?, ?)",
      arguments: [recordingId, recordedAt, entryId]
    )
  }

  /// Starts the restoration of an empty store; recordings come by ``addRecording(_:)``.
  init(restoring database: Database, _ request: WriteRequest) throws {
    self.database = database
    self.request = request
    entryId = try Self.next(database, "SELECT max(id) FROM journalEntry")
    recordingId = 0
    recordedAt = request.recordedAt
  }

  /// Adds a recording of the store that is restored, not before the one added last.
  ///
  /// - Returns: Its id.
  func addRecording(_ instant: String) throws -> Int64 {
    lastRecording += 1
    recordedAt = max(recordedAt, instant)
    try database.execute(
      sql: "INSERT INTO recording (id, recordedAt, entryId) VALUES (?, ?, ?)",
      arguments: [lastRecording, instant, entryId]
    )
    return lastRecording
  }

  /// Lets the next rows belong to a recording that was added.
  func use(recording: Int64) { recordingId = recording }

  private static func next(_ database: Database, _ sql: String) throws -> Int64 {
    (try Int64.fetchOne(database.cachedStatement(sql: sql)) ?? 0) + 1
  }

  /// Whether no row was written yet.
  var isEmpty: Bool { sequence == 0 }

  /// The place of the next row.
  func position() -> RecordingPosition {
    sequence += 1
    return RecordingPosition(recordingId: recordingId, sequence: sequence)
  }

  /// The writer of a table, one for the whole session.
  func writer(_ table: String) throws -> TableWriter {
    if let writer = writers[table] { return writer }
    let writer = try TableWriter(database, table: table)
    writers[table] = writer
    return writer
  }

  /// Inserts one row, column by column in the order of ``AuditedTable``.
  func insert(_ table: String, _ values: [StoredValue]) throws {
    let writer = try writer(table)
    writer.startRow()
    for (column, value) in values.enumerated() {
      switch value {
      case .null: continue
      case .integer(let integer): writer.set(column, integer)
      case .text(let text): writer.set(column, text)
      case .blob(let blob): writer.set(column, blob: blob)
      }
    }
    try writer.finishRow(position())
  }

  /// The id for the next row of a table with an integer key.
  func nextId(_ table: String) throws -> Int64 {
    try Self.next(database, "SELECT max(id) FROM \(table)")
  }

  /// The id of the scheme of that name, made if need be.
  func scheme(_ name: String) throws -> Int64 {
    if let id = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM scheme WHERE name = ?",
      arguments: [name]
    ) {
      return id
    }
    let id = try nextId("scheme")
    try insert("scheme", [.integer(id), .text(name)])
    return id
  }

  /// Writes the journal entry; nothing may be written after it.
  func finish(payload: String) throws {
    var rows: [JournalRows] = []
    for (name, writer) in writers.sorted(by: { $0.key < $1.key }) {
      let (rowCount, digest) = writer.finish()
      guard rowCount > 0 else { continue }
      rows.append(JournalRows(table: name, rowCount: rowCount, digest: digest))
    }
    try JournalEntry.append(
      database,
      id: entryId,
      recordedAt: recordedAt,
      request: request,
      payload: payload,
      rows: rows
    )
  }
}

/// A value of a column.
enum StoredValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) { self = text.map(StoredValue.text) ?? .null }
  init(_ integer: Int64?) { self = integer.map(StoredValue.integer) ?? .null }
}

extension Store {
  /// Runs a body in one transaction with one journal entry, and commits unless it throws.
  ///
  /// - Throws: ``StoreError/busy`` if another process holds the store; what the body throws.
  func write<Value>(
    _ request: WriteRequest,
    payload: (Value) throws -> String,
    body: (WriteSession) throws -> Value
  ) throws -> Value {
    try onConnection { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      do {
        let session = try WriteSession(database, request)
        let value = try body(session)
        try session.finish(payload: payload(value))
        try database.execute(sql: "COMMIT")
        return value
      } catch {
        try? database.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }
}
