import Importing

extension BatchUndo {
  /// Sets back what the batch changed in agreements that were there before.
  func undoRevisions() throws {
    let agreements = try RawStatement(
      database,
      """
      SELECT DISTINCT a.id, a.reference
      FROM agreementRevision r JOIN agreement a ON a.id = r.agreementId
      WHERE r.recordingId = ?1 AND a.recordingId <> ?1 AND a.isVoided = 0 ORDER BY a.id
      """
    )
    agreements.bind(1, recording)
    let reader = try RevisionHistoryReader(database, recording: recording)
    let writer = try AgreementWriter(session)
    while try agreements.step() {
      try undoRevisions(of: agreements.integer(0), agreements.text(1), reader, writer)
    }
  }

  private func undoRevisions(
    of agreement: Int64,
    _ reference: String,
    _ reader: RevisionHistoryReader,
    _ writer: AgreementWriter
  ) throws {
    var history = try reader.history(of: agreement)
    let made = try reader.madeVersions(of: agreement)
    let staying = try voidVersions(made, of: agreement, reference, &history)
    var next = (history.entries.map(\.row.id).max() ?? agreement << 20) + 1
    for entry in history.entries where entry.recording == recording {
      if staying.contains(entry.row.version) { continue }
      guard var row = try compensation(for: entry, history, reference) else { continue }
      row.id = next
      next += 1
      try writer.insertRevision(row)
      outcome.revisions += 1
    }
  }

  /// Voids the versions that the batch made, unless something later builds on them.
  ///
  /// - Returns: The versions that stay.
  private func voidVersions(
    _ numbers: [Int64],
    of agreement: Int64,
    _ reference: String,
    _ history: inout RevisionHistory
  ) throws -> Set<Int64> {
    var staying: Set<Int64> = []
    for number in numbers where !history.voidedVersions.contains(number) {
      let later = history.entries.contains {
        $0.recording > recording && !$0.isUndone && $0.row.version >= number
      }
      if later {
        staying.insert(number)
        keep(
          "agreement",
          reference,
          "Version \(number) stays, because it was changed or followed by another after the "
            + "import."
        )
      } else {
        try void("agreementVersion", agreement << 20 + number)
        history.voidedVersions.insert(number)
        outcome.versions += 1
      }
    }
    return staying
  }

  /// The row that sets back what a revision of the batch set, without its number; nil if the
  /// revision stays.
  private func compensation(
    for entry: RevisionHistory.Entry,
    _ history: RevisionHistory,
    _ reference: String
  ) throws -> RevisionRow? {
    var row = entry.row
    if history.voidedVersions.contains(row.version) {
      guard let version = history.version(on: row.effectiveOn) else { return nil }
      row.version = version
      row.facts = history.facts(ofVersion: version) ?? row.facts
    } else {
      guard let facts = history.facts(ofVersion: row.version) else { return nil }
      let last = history.entries.filter { $0.row.version == row.version }
        .max { ($0.recording, $0.row.id) < ($1.recording, $1.row.id) }
      let again = history.fieldsSetAgain(after: entry)
      for field in again {
        keep(
          "agreement",
          reference,
          "What was set in \(field) after the import stays."
        )
      }
      let fields = row.changedFields.filter { !again.contains($0) }
      row.facts = last?.row.facts ?? row.facts
      for field in fields { row[field] = facts[Int(field.rawValue)] }
      row.changed = fields.map { "\($0)" }.joined(separator: ",")
    }
    row.source = history.source(ofVersion: row.version) ?? entry.row.source
    row.digest = row.digest.map(history.lastDigest)
    return row
  }
}
