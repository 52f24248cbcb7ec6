import GRDB
import Importing

extension BatchUndo {
  /// Sets back what the batch changed in agreements that were there before.
  func undoRevisions() throws {
    let agreements = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT a.id, a.reference
        FROM agreementRevision r JOIN agreement a ON a.id = r.agreementId
        WHERE r.recordingId = ?1 AND a.recordingId <> ?1 AND a.isVoided = 0 ORDER BY a.id
        """,
      arguments: [recording]
    )
    guard !agreements.isEmpty else { return }
    let reader = try RevisionReader(database)
    let writer = try AgreementWriter(session)
    for row in agreements {
      try undoRevisions(of: row["id"], row["reference"], reader, writer)
    }
  }

  private func undoRevisions(
    of agreement: Int64,
    _ reference: String,
    _ reader: RevisionReader,
    _ writer: AgreementWriter
  ) throws {
    var history = try history(of: agreement, reader)
    let staying = try voidVersions(of: agreement, reference, &history)
    var next = (history.entries.map(\.row.id).max() ?? agreement << 20) + 1
    for entry in history.entries where entry.recording == recording {
      if staying.contains(entry.row.version) { continue }
      guard let row = try compensation(for: entry, history, reference) else { continue }
      var compensating = row
      compensating.id = next
      next += 1
      try writer.insertRevision(compensating)
      outcome.revisions += 1
    }
  }

  private func history(of agreement: Int64, _ reader: RevisionReader) throws -> RevisionHistory {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, recordingId, recordingId IN (SELECT id FROM temp.undoneRecording) AS isUndone
        FROM agreementRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
        """,
      arguments: [agreement]
    )
    var places: [Int64: (recording: Int64, isUndone: Bool)] = [:]
    for row in rows { places[row["id"]] = (row["recordingId"], row["isUndone"]) }
    let entries = try reader.revisions(of: agreement).map { row in
      let place = places[row.id] ?? (0, false)
      return RevisionHistory.Entry(row: row, recording: place.recording, isUndone: place.isUndone)
    }
    let voided = try Int64.fetchAll(
      database,
      sql: """
        SELECT recordId & 1048575 FROM voiding
        WHERE kind = 'agreementVersion' AND recordId BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
        """,
      arguments: [agreement]
    )
    return RevisionHistory(entries: entries, voidedVersions: Set(voided))
  }

  /// Voids the versions that the batch made, unless something later builds on them.
  ///
  /// - Returns: The versions that stay.
  private func voidVersions(
    of agreement: Int64,
    _ reference: String,
    _ history: inout RevisionHistory
  ) throws -> Set<Int64> {
    var staying: Set<Int64> = []
    let numbers = try Int64.fetchAll(
      database,
      sql: """
        SELECT number FROM agreementVersion WHERE agreementId = ? AND recordingId = ?
        ORDER BY number
        """,
      arguments: [agreement, recording]
    )
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
