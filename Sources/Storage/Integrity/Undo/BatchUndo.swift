import GRDB

/// Takes back what one import brought, as far as nothing later builds on it.
///
/// Nothing is deleted: what the batch made is voided, what it changed is set back by rows of a
/// later recording. Rows of batches that were undone before, and of their undoing, do not count
/// as later: together they are nothing.
final class BatchUndo {
  let session: WriteSession
  let database: Database
  let batch: Int64
  /// The recording of the batch.
  let recording: Int64
  let reason: String
  /// Whether anything was recorded after the batch that was not undone.
  let hasLater: Bool
  var outcome: UndoOutcome

  /// The condition that a row was recorded after the batch and not undone.
  static func isLater(_ column: String) -> String {
    "\(column) > ?1 AND \(column) NOT IN (SELECT id FROM temp.undoneRecording)"
  }

  init(_ session: WriteSession, batch: Int64) throws {
    self.session = session
    self.batch = batch
    database = session.database
    recording = try Self.recording(of: batch, database)
    reason = "Import \(batch) was undone."
    outcome = UndoOutcome(batch: batch)
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.undoneRecording;
        CREATE TEMP TABLE undoneRecording (id INTEGER PRIMARY KEY);
        INSERT OR IGNORE INTO temp.undoneRecording
          SELECT recordingId FROM batchUndo
          UNION SELECT b.recordingId FROM batch b JOIN batchUndo u ON u.batchId = b.id
        """
    )
    try database.execute(
      sql: "INSERT OR IGNORE INTO temp.undoneRecording VALUES (?), (?)",
      arguments: [recording, session.recordingId]
    )
    hasLater =
      try Int64.fetchOne(
        database,
        sql: "SELECT 1 FROM recording WHERE \(Self.isLater("id")) LIMIT 1",
        arguments: [recording]
      ) != nil
  }

  private static func recording(of batch: Int64, _ database: Database) throws -> Int64 {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT b.recordingId AS id, u.recordedAt AS undoneAt,
          (SELECT count(*) FROM recording o JOIN recording r ON r.entryId = o.entryId
           WHERE r.id = b.recordingId) AS number
        FROM batch b LEFT JOIN batchUndo x ON x.batchId = b.id
          LEFT JOIN recording u ON u.id = x.recordingId
        WHERE b.id = ?
        """,
      arguments: [batch]
    )
    guard let row else { throw StoreError.unknown(kind: "batch", reference: "\(batch)") }
    if let undoneAt = row["undoneAt"] as String? {
      throw StoreError.notAllowed("Batch \(batch) was undone at \(undoneAt) already.")
    }
    guard row["number"] == 1 else {
      throw StoreError.notAllowed(
        "Batch \(batch) came with a restored export and cannot be undone. "
          + "Void what is wrong in it."
      )
    }
    return row["id"]
  }

  /// Takes everything back that can be.
  func run() throws {
    try session.insert("batchUndo", [.integer(batch)])
    try undoRecords()
    try undoAgreements()
    try undoRevisions()
    try undoMemberships()
    try undoMentions()
    try undoPresences()
    try nameIdentifiers()
    try undoParties()
    try database.execute(sql: "DROP TABLE temp.undoneRecording; DROP TABLE temp.recordUse")
  }

  func void(_ kind: String, _ id: Int64) throws {
    try session.insert("voiding", [.text(kind), .integer(id), .text(reason)])
  }

  func keep(_ kind: String, _ reference: String, _ reason: String) {
    outcome.kept.append(UndoOutcome.Kept(kind: kind, reference: reference, reason: reason))
  }

  // MARK: Agreements that the batch made

  private func undoAgreements() throws {
    let touched =
      hasLater
      ? """
      EXISTS (SELECT 1 FROM agreementRevision x WHERE
          x.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575 AND \(Self.isLater("x.recordingId")))
        OR EXISTS (SELECT 1 FROM agreementVersion x
          WHERE x.agreementId = a.id AND \(Self.isLater("x.recordingId")))
        OR EXISTS (SELECT 1 FROM agreementParty x WHERE
          x.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575 AND \(Self.isLater("x.recordingId")))
        OR EXISTS (SELECT 1 FROM agreementMention x
          WHERE x.agreementId = a.id AND \(Self.isLater("x.recordingId")))
        OR EXISTS (SELECT 1 FROM assignment x
          WHERE x.agreementId = a.id AND \(Self.isLater("x.recordingId")))
      """ : "0"
    let rows = try RawStatement(
      database,
      """
      SELECT a.id, a.reference, \(touched),
        EXISTS (SELECT 1 FROM temp.recordUse WHERE kind = 'agreement' AND id = a.id)
      FROM agreement a
      WHERE a.recordingId = ?1 AND a.isVoided = 0 ORDER BY a.id
      """
    )
    rows.bind(1, recording)
    while try rows.step() {
      guard rows.integer(2) == 0 else {
        keep(
          "agreement",
          rows.text(1),
          "The agreement stays, because it was changed after the import."
        )
        continue
      }
      guard rows.integer(3) == 0 else {
        keep(
          "agreement",
          rows.text(1),
          "The agreement stays, because records that stay refer to it."
        )
        continue
      }
      try void("agreement", rows.integer(0))
      outcome.agreements += 1
    }
    try database.execute(
      sql: """
        UPDATE agreement SET isVoided = 1 WHERE id IN (
          SELECT recordId FROM voiding WHERE kind = 'agreement' AND recordingId = ?)
        """,
      arguments: [session.recordingId]
    )
  }
}

extension Store {
  /// Takes an import back: in one transaction, with an entry in the journal.
  ///
  /// Agreements, parties and other records that the batch made are voided, values that it changed are set back
  /// to what held before. What a later change builds on stays and is named.
  ///
  /// - Returns: What was done and what stays.
  /// - Throws: ``StoreError/unknown(kind:reference:)`` if there is no such batch,
  ///   ``StoreError/notAllowed(_:)`` if it was undone before.
  public func undoBatch(_ id: Int64, _ request: WriteRequest) throws -> UndoOutcome {
    try write(request) { outcome in
      try JournalPayload.text([
        "batch": "\(id)", "agreements": "\(outcome.agreements)", "kept": "\(outcome.kept.count)",
        "parties": "\(outcome.parties)", "revisions": "\(outcome.revisions)",
        "versions": "\(outcome.versions)",
      ])
    } body: { session in
      let undo = try BatchUndo(session, batch: id)
      try undo.run()
      return undo.outcome
    }
  }
}
