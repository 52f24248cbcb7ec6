import GRDB
import GRDBSQLite

/// A prepared statement on GRDB's own connection, for paths where a `String` for each cell
/// would cost too much.
///
/// Bound bytes must stay in place until the next ``step()``; ``bind(_:bytes:)`` is therefore
/// called inside `withUnsafeBufferPointer`. Columns and parameters are numbered as SQLite
/// numbers them: columns from 0, parameters from 1.
@safe
final class RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    guard let connection = unsafe database.sqliteConnection else {
      throw StoreError.refused("the connection is closed")
    }
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection,
      sql,
      -1,
      UInt32(SQLITE_PREPARE_PERSISTENT),
      &statement,
      nil
    )
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw unsafe RawStatement.error(code, connection)
    }
    unsafe self.statement = statement
    unsafe self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(statement) }

  // MARK: Binding

  func clear() { _ = unsafe sqlite3_clear_bindings(statement) }

  func bindNull(_ index: Int32) { _ = unsafe sqlite3_bind_null(statement, index) }

  func bind(_ index: Int32, _ value: Int64) {
    _ = unsafe sqlite3_bind_int64(statement, index, value)
  }

  /// Binds text that stays in place until the statement was stepped.
  func bind(_ index: Int32, bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return bind(index, "") }
    unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { pointer in
      _ = unsafe sqlite3_bind_text(statement, index, pointer, Int32(bytes.count), nil)
    }
  }

  /// Binds text that SQLite copies.
  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe sqlite3_bind_text(
          statement,
          index,
          characters.baseAddress ?? UnsafePointer(emptyText),
          Int32(characters.count),
          transient
        )
      }
    }
  }

  /// Binds a blob that SQLite copies.
  func bind(_ index: Int32, blob: [UInt8]) {
    unsafe blob.withUnsafeBytes { bytes in
      _ = unsafe sqlite3_bind_blob(
        statement,
        index,
        bytes.baseAddress ?? UnsafeRawPointer(emptyText),
        Int32(bytes.count),
        transient
      )
    }
  }

  /// Binds a blob that stays in place until the statement was stepped.
  func bind(_ index: Int32, blobInPlace bytes: UnsafeRawBufferPointer) {
    _ = unsafe sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  func bind(_ index: Int32, _ text: String?) {
    if let text { bind(index, text) } else { bindNull(index) }
  }

  func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  // MARK: Stepping

  /// Goes on to the next row.
  ///
  /// - Returns: False when there is none; the statement is then reset and can be bound anew.
  func step() throws -> Bool {
    let code = unsafe sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw unsafe RawStatement.error(code, connection) }
    return false
  }

  /// Runs a statement that gives no rows.
  func run() throws { _ = try step() }

  /// Runs an insertion.
  ///
  /// - Returns: False if a uniqueness constraint refused the row.
  func insertIfUnique() throws -> Bool {
    let code = unsafe sqlite3_step(statement)
    let extended = unsafe sqlite3_extended_errcode(connection)
    unsafe sqlite3_reset(statement)
    if code == SQLITE_DONE { return true }
    guard extended == 2067 || extended == 1555 else {
      throw unsafe RawStatement.error(code, connection)
    }
    return false
  }

  func reset() { _ = unsafe sqlite3_reset(statement) }

  // MARK: Columns of the current row

  var columnCount: Int32 { unsafe sqlite3_column_count(statement) }

  /// The name of a column as the statement gives it.
  func columnName(_ column: Int32) -> String {
    unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) } ?? ""
  }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func type(_ column: Int32) -> Int32 { unsafe sqlite3_column_type(statement, column) }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// The bytes of a text or blob column, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let blob = unsafe sqlite3_column_blob(statement, column) else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe UnsafeBufferPointer(start: blob.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func blob(_ column: Int32) -> [UInt8] { unsafe Array(bytes(column)) }

  func text(_ column: Int32) -> String { unsafe String(decoding: bytes(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  // MARK: Errors

  /// Says in our words what SQLite's result code means.
  static func error(_ code: Int32, _ connection: OpaquePointer) -> StoreError {
    if code == SQLITE_BUSY || code == SQLITE_LOCKED { return .busy }
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) } ?? ""
    return .refused("\(message) (SQLite \(code))")
  }
}

private let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
nonisolated(unsafe) private let emptyText = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
