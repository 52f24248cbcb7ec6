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
    try together(isDryRun: isDryRun) { transaction in
      try transaction.importing(
        write,
        request: request,
        isDryRun: isDryRun,
        plan: plan,
        body: body
      )
    }
  }
}
