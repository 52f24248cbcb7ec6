import GRDB

/// Reckons digests from the rows that are in a table, as ``TableWriter`` does while writing.
struct TableDigest {
  /// Which rows, and in which order.
  enum Order {
    /// The rows of one recording, by sequence.
    case recording
    /// All rows by recording and sequence.
    case journal
    /// All rows as they lie in the table.
    case stored
  }

  let statement: RawStatement
  let columnCount: Int32

  /// Prepares for the rows of one recording, or of all.
  init(_ database: Database, table name: String, order: Order = .recording) throws {
    guard let table = AuditedTable.named(name) else {
      preconditionFailure("The journal does not cover a table named \(name)")
    }
    columnCount = Int32(table.columns.count)
    let columns = table.columns.joined(separator: ", ")
    let filter = order == .recording ? "WHERE recordingId = ?" : ""
    let sorting = order == .stored ? "" : "ORDER BY recordingId, sequence"
    statement = try RawStatement(
      database,
      "SELECT \(columns) FROM \(name) \(filter) \(sorting)"
    )
  }

  /// The digest of the rows that the recording wrote.
  func digest(recording: Int64) throws -> RowDigest {
    let digest = RowDigest()
    statement.bind(1, recording)
    while try statement.step() { add(to: digest) }
    return digest
  }

  /// Adds the current row.
  func add(to digest: RowDigest) {
    for column in 0..<columnCount - 2 {
      switch statement.type(column) {
      case 1: digest.append(column: UInt8(column), integer: statement.integer(column))
      case 3:
        unsafe digest.append(
          column: UInt8(column),
          tag: UInt8(ascii: "t"),
          bytes: statement.bytes(column)
        )
      case 4:
        unsafe digest.append(
          column: UInt8(column),
          tag: UInt8(ascii: "b"),
          bytes: statement.bytes(column)
        )
      default: continue
      }
    }
    digest.append(
      column: AuditedTable.recordingNumber,
      integer: statement.integer(columnCount - 2)
    )
    digest.append(
      column: AuditedTable.sequenceNumber,
      integer: statement.integer(columnCount - 1)
    )
    digest.finishRow()
  }
}
