import GRDB

extension Store {
  /// Runs one import in one transaction: all of it, or nothing.
  ///
  /// A dry run does the same work in the same transaction and takes it back at the end, so that
  /// its plan is the plan of the commit. An import that changes nothing leaves only its journal
  /// entry and batch.
  ///
  /// - Parameters:
  ///   - write: Who writes, and when.
  ///   - request: How the import is to be done.
  ///   - isDryRun: Whether everything is taken back.
  ///   - plan: Takes each line of the plan as it is found.
  ///   - body: Adds sources and drafts; throwing takes everything back.
  /// - Returns: What was done.
  /// - Throws: ``StoreError/busy`` if another process holds the store; what the body throws.
  public func importing(
    _ write: WriteRequest,
    request: ImportRequest,
    isDryRun: Bool,
    plan: @escaping (PlanItem) -> Void,
    body: (ImportSession) throws -> Void
  ) throws -> ImportOutcome {
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
        let session = try WriteSession(database, write)
        let importing = try ImportSession(session, request: request, plan: plan)
        try body(importing)
        let outcome = try importing.close(isDryRun: isDryRun)
        try session.finish(payload: outcome.summary)
        try database.execute(sql: isDryRun ? "ROLLBACK" : "COMMIT")
        return outcome
      } catch {
        try? database.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }
}
