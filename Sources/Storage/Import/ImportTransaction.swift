import GRDB
public import Model

/// Imports and a decision that are stored together or not at all.
///
/// Each has a journal entry and a recording of its own, so that an import can be undone without
/// the others.
public final class ImportTransaction {
  private let database: Database

  fileprivate init(_ database: Database) { self.database = database }

  /// Runs one import; it is stored when the transaction ends.
  ///
  /// - Parameters:
  ///   - write: Who writes, and when.
  ///   - request: How the import is to be done.
  ///   - isDryRun: Whether the outcome has no batch, since all is taken back.
  ///   - plan: Takes each line of the plan as it is found.
  ///   - body: Adds sources and drafts.
  /// - Returns: What was done.
  /// - Throws: ``StoreError``; what the body throws.
  public func importing(
    _ write: WriteRequest,
    request: ImportRequest,
    isDryRun: Bool,
    plan: @escaping (PlanItem) -> Void,
    body: (ImportSession) throws -> Void
  ) throws -> ImportOutcome {
    let session = try WriteSession(database, write)
    let importing = try ImportSession(session, request: request, plan: plan)
    try body(importing)
    let outcome = try importing.close(isDryRun: isDryRun)
    try session.finish(payload: outcome.summary)
    return outcome
  }

  /// Reads what the store has by now, and writes what is decided on it.
  ///
  /// - Returns: The value of the body.
  /// - Throws: As ``Store/decide(on:_:_:)``.
  public func decide<Value>(
    on day: CivilDay,
    _ request: WriteRequest,
    _ body: (Reader) throws -> DecidedChange<Value>
  ) throws -> Value {
    let session = try WriteSession(database, request)
    try AsOfViews.create(database)
    let change = try body(Reader(database, asOf: AsOf(day: day)))
    let count = try session.put(change, on: day)
    try session.finish(payload: JournalPayload.text(["records": "\(count)"]))
    return change.value
  }
}

extension Store {
  /// Runs imports and what is decided with them in one transaction: all of it, or nothing.
  ///
  /// A dry run does the same work in the same transaction and takes it back at the end, so that
  /// its plan is the plan of the commit.
  ///
  /// - Returns: The value of the body.
  /// - Throws: ``StoreError/busy`` if another process holds the store; what the body throws, which
  ///   takes everything back.
  public func together<Value>(
    isDryRun: Bool,
    _ body: (ImportTransaction) throws -> Value
  ) throws -> Value {
    try onConnection { database in
      // Rows are written parents first from checked drafts; checking each again by foreign key
      // and CHECK would make the import half as dear again. The doctor checks all rows.
      try database.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"
      )
      defer {
        try? database.execute(
          sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF"
        )
      }
      try database.execute(sql: "BEGIN IMMEDIATE")
      do {
        let value = try body(ImportTransaction(database))
        try database.execute(sql: isDryRun ? "ROLLBACK" : "COMMIT")
        return value
      } catch {
        try? database.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }
}
