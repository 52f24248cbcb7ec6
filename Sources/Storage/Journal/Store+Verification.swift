import GRDB

extension Store {
  /// Checks the chain of the journal and all rows against it.
  ///
  /// The expected head is a hash noted before, as 64 hexadecimal digits; it must be the hash of
  /// the last entry or of one before it. Hashing the originals again takes as long as reading
  /// them. Memory does not grow with the store.
  ///
  /// - Returns: The head, and what was found.
  /// - Throws: ``StoreError``.
  public func verifyJournal(
    expectedHead: String? = nil,
    includesOriginals: Bool = false
  ) throws -> JournalVerification {
    try onConnection { database in
      try database.execute(sql: "BEGIN")
      defer { try? database.execute(sql: "ROLLBACK") }
      return try Self.verifyJournal(
        database,
        expectedHead: expectedHead,
        includesOriginals: includesOriginals
      )
    }
  }

  static func verifyJournal(
    _ database: Database,
    expectedHead: String?,
    includesOriginals: Bool
  ) throws -> JournalVerification {
    let findings = JournalFindings()
    var chain = ChainVerifier(database, findings)
    try chain.verify(expectedHead: expectedHead)
    try RecordingVerifier(database: database, findings: findings).verify()
    let rows = try RowVerifier(database, findings)
    try rows.verify()
    let originals =
      includesOriginals
      ? try OriginalVerifier(database: database, findings: findings).verify() : 0
    return JournalVerification(
      entryCount: chain.entryCount,
      rowCount: rows.rowCount,
      originalCount: originals,
      head: hexadecimalText(chain.head),
      findings: findings.kept,
      findingCount: findings.count
    )
  }
}
