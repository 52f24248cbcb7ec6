import GRDB
import GRDBSQLite

/// A query that a person wrote, run so that it can do nothing but read, and not for ever.
///
/// SQLite asks an authorizer for each thing that a statement does
/// (https://sqlite.org/c3ref/set_authorizer.html); it lets reading and functions pass and denies the
/// rest, so that no other file is attached and nothing is written. A handler that runs every few
/// thousand steps stops a query that takes too long (https://sqlite.org/c3ref/progress_handler.html).
public struct GuardedQuery {
  /// Why a query gave no rows.
  public enum Fault: Error, Hashable, Sendable {
    /// SQLite does not understand it, or what it reads is not there.
    case refused(String)
    /// It does something else than read.
    case notReading
    /// It took longer than it may.
    case tooLong
    /// It gives more rows than it may.
    case tooMany(Int)
    /// A column that is needed is not there.
    case noColumn(String)
  }

  /// The names of the columns, in the order of the values of a row.
  let columns: [String]
  /// The most rows.
  let mostRows: Int

  /// Makes a query for some columns.
  public init(columns: [String], mostRows: Int) {
    self.columns = columns
    self.mostRows = mostRows
  }
}

extension Reader {
  /// Runs a query that a person wrote over the store as of the day.
  ///
  /// - Parameters:
  ///   - sql: One statement. It sees all tables, and the views whose names end in `AsOf`.
  ///   - form: The columns to be given, and the most rows.
  ///   - isOver: Asked every few thousand steps whether the time is up.
  /// - Returns: The rows as text, nil for NULL, in the order of the query.
  /// - Throws: ``GuardedQuery/Fault``.
  public func rows(
    _ sql: String,
    _ form: GuardedQuery,
    isOver: () -> Bool
  ) throws(GuardedQuery.Fault) -> [[String?]] {
    guard let connection = unsafe database.sqliteConnection else {
      throw .refused("the connection is closed")
    }
    return try withoutActuallyEscaping(isOver) { isOver throws(GuardedQuery.Fault) in
      let watch = QueryWatch(isOver)
      return try withExtendedLifetime(watch) { () throws(GuardedQuery.Fault) in
        unsafe watch.start(connection)
        defer { unsafe watch.stop(connection) }
        return try watch.read(database, sql, form)
      }
    }
  }
}

/// What SQLite asks while a guarded query runs.
private final class QueryWatch {
  private let isOver: () -> Bool
  private var isStopped = false
  private var isDenied = false

  init(_ isOver: @escaping () -> Bool) { self.isOver = isOver }

  func start(_ connection: OpaquePointer) {
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe sqlite3_set_authorizer(
      connection,
      { pointer, action, _, _, _, _ in
        let allowed = [SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE]
        guard !allowed.contains(action), let pointer = unsafe pointer else { return SQLITE_OK }
        unsafe Unmanaged<QueryWatch>.fromOpaque(pointer).takeUnretainedValue().isDenied = true
        return SQLITE_DENY
      },
      me
    )
    unsafe sqlite3_progress_handler(
      connection,
      5_000,
      { pointer in
        guard let pointer = unsafe pointer else { return 0 }
        return unsafe Unmanaged<QueryWatch>.fromOpaque(pointer).takeUnretainedValue().stop()
      },
      me
    )
  }

  func stop(_ connection: OpaquePointer) {
    _ = unsafe sqlite3_set_authorizer(connection, nil, nil)
    unsafe sqlite3_progress_handler(connection, 0, nil, nil)
  }

  private func stop() -> Int32 {
    if !isStopped { isStopped = isOver() }
    return isStopped ? 1 : 0
  }

  func read(
    _ database: Database,
    _ sql: String,
    _ form: GuardedQuery
  ) throws(GuardedQuery.Fault) -> [[String?]] {
    do {
      let statement = try RawStatement(database, sql)
      let columns = try form.places(in: statement)
      var rows: [[String?]] = []
      while try statement.step() {
        guard rows.count < form.mostRows else { throw GuardedQuery.Fault.tooMany(form.mostRows) }
        rows.append(columns.map(statement.optionalText))
      }
      return rows
    } catch let fault as GuardedQuery.Fault {
      throw fault
    } catch {
      if isStopped { throw .tooLong }
      if isDenied { throw .notReading }
      throw .refused((error as? StoreError)?.reason ?? "\(error)")
    }
  }
}

extension GuardedQuery {
  /// Where the columns stand in a statement.
  fileprivate func places(in statement: RawStatement) throws(Fault) -> [Int32] {
    let names = (0..<statement.columnCount).map(statement.columnName)
    var places: [Int32] = []
    for column in columns {
      guard let place = names.firstIndex(of: column) else { throw .noColumn(column) }
      places.append(Int32(place))
    }
    return places
  }
}

extension StoreError {
  /// The reason of SQLite, or the description.
  fileprivate var reason: String {
    if case .refused(let reason) = self { reason } else { description }
  }
}
