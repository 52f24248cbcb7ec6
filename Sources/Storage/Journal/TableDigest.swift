import GRDB

/// Reckons digests from the rows that are in a table, as ``TableWriter`` does while writing.
struct TableDigest {
  let statement: RawStatement
  let columnCount: Int32

  /// Prepares for the rows of one recording, or of all.
  init(_ database: Database, table name: String, all: Bool = false) throws {
    guard let table = AuditedTable.named(name) else {
      preconditionFailure("The journal does not cover a table named \(name)")
    }
    columnCount = Int32(table.columns.count)
    let columns = table.columns.joined(separator: ", ")
    let filter = all ? "" : "WHERE recordingId = ?"
    statement = try RawStatement(
      database, "SELECT \(columns) FROM \(name) \(filter) ORDER BY recordingId, sequence")
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
    for column in 0..<columnCount {
      switch statement.type(column) {
      case 1: digest.append(column: UInt8(column), integer: statement.integer(column))
      case 3:
        unsafe digest.append(
          column: UInt8(column), tag: UInt8(ascii: "t"), bytes: statement.bytes(column))
      case 4:
        unsafe digest.append(
          column: UInt8(column), tag: UInt8(ascii: "b"), bytes: statement.bytes(column))
      default: continue
      }
    }
    digest.finishRow()
  }
}
