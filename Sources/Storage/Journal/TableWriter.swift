import GRDB
import Model

/// Inserts rows into one audited table and keeps the digest of all that it inserted.
///
/// What is bound is what is hashed, so the two cannot differ. Columns are numbered as in
/// ``AuditedTable/columns``, from 0, and must be set in rising order; a column not set is null.
/// `recordingId` and `sequence`, the last two, are set when the row is finished. Short texts are
/// bound from a block of the writer's own, so that no memory is allocated for a row.
@safe
final class TableWriter {
  private let statement: RawStatement
  private var digest = RowDigest()
  private var rowStart = 0
  private let lastColumn: Int
  private let block: UnsafeMutablePointer<UInt8>
  private var used = 0
  private static let blockSize = 1 << 14

  init(_ database: Database, table name: String) throws {
    guard let table = AuditedTable.named(name) else {
      preconditionFailure("The journal does not cover a table named \(name)")
    }
    let columns = table.columns.joined(separator: ", ")
    let marks = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
    statement = try RawStatement(
      database,
      "INSERT INTO \(name) (\(columns)) VALUES (\(marks))"
    )
    lastColumn = table.columns.count - 1
    unsafe block = .allocate(capacity: Self.blockSize)
  }

  deinit { unsafe block.deallocate() }

  func startRow() {
    statement.clear()
    rowStart = digest.rowStart
    used = 0
  }

  func set(_ column: Int, _ value: Int64) {
    statement.bind(Int32(column) + 1, value)
    digest.append(column: UInt8(column), integer: value)
  }

  func set(_ column: Int, _ value: Int64?) {
    if let value { set(column, value) }
  }

  func set(_ column: Int, _ text: String?) {
    guard var text else { return }
    text.withUTF8 { bytes in
      if used + bytes.count <= Self.blockSize, let base = bytes.baseAddress {
        unsafe (block + used).update(from: base, count: bytes.count)
        unsafe set(
          column,
          bytes: UnsafeBufferPointer(start: block + used, count: bytes.count)
        )
        used += bytes.count
      } else {
        unsafe statement.bind(Int32(column) + 1, String(decoding: bytes, as: UTF8.self))
        unsafe digest.append(column: UInt8(column), tag: UInt8(ascii: "t"), bytes: bytes)
      }
    }
  }

  /// Sets text whose bytes stay in place until the row is finished.
  func set(_ column: Int, bytes: UnsafeBufferPointer<UInt8>) {
    unsafe statement.bind(Int32(column) + 1, bytes: bytes)
    unsafe digest.append(column: UInt8(column), tag: UInt8(ascii: "t"), bytes: bytes)
  }

  func set(_ column: Int, blob: [UInt8]?) {
    guard let blob else { return }
    statement.bind(Int32(column) + 1, blob: blob)
    unsafe blob.withUnsafeBufferPointer {
      unsafe digest.append(column: UInt8(column), tag: UInt8(ascii: "b"), bytes: $0)
    }
  }

  /// Inserts the row at its place in the recording.
  func finishRow(_ position: RecordingPosition) throws {
    guard try insertIfUnique(position) else {
      throw StoreError.refused("a row is already there")
    }
  }

  /// Inserts the row unless a uniqueness constraint refuses it.
  ///
  /// - Returns: Whether it was inserted.
  func insertIfUnique(_ position: RecordingPosition) throws -> Bool {
    statement.bind(Int32(lastColumn), position.recordingId)
    digest.append(column: AuditedTable.recordingNumber, integer: position.recordingId)
    statement.bind(Int32(lastColumn) + 1, position.sequence)
    digest.append(column: AuditedTable.sequenceNumber, integer: position.sequence)
    guard try statement.insertIfUnique() else {
      digest.abandonRow(rowStart)
      return false
    }
    digest.finishRow()
    return true
  }

  /// Gives up the digest so far; the caller reckoned it anew from the rows in the table.
  func replaceDigest(_ digest: RowDigest) { self.digest = digest }

  /// The number of rows written and their digest.
  func finish() -> (rowCount: Int64, digest: [UInt8]) {
    (digest.rowCount, digest.finalize())
  }
}

/// Where a row stands in the journal.
struct RecordingPosition {
  var recordingId: Int64
  var sequence: Int64
}
