import GRDB

/// Checks that recordings belong to entries, in the order of time.
struct RecordingVerifier {
  let database: Database
  let findings: JournalFindings

  func verify() throws {
    let rows = try RawStatement(
      database,
      """
      SELECT r.id, r.recordedAt, r.entryId, e.recordedAt
      FROM recording r LEFT JOIN journalEntry e ON e.id = r.entryId ORDER BY r.id
      """
    )
    var last = (id: Int64(0), recordedAt: "", entry: Int64(0))
    var isAlone = true
    while try rows.step() {
      let id = rows.integer(0)
      let recordedAt = rows.text(1)
      let entry = rows.integer(2)
      if rows.isNull(3) {
        findings.add(
          "Recording \(id) belongs to entry \(entry), which the journal does not have.",
          entry: entry,
          table: "recording",
          record: "\(id)"
        )
      } else if recordedAt > rows.text(3) {
        findings.add(
          "Recording \(id) is dated \(recordedAt), after its entry \(entry).",
          entry: entry,
          table: "recording",
          record: "\(id)"
        )
      }
      if recordedAt < last.recordedAt || entry < last.entry {
        findings.add(
          "Recording \(id) is out of order: it is dated or numbered before recording \(last.id).",
          entry: entry,
          table: "recording",
          record: "\(id)"
        )
      }
      isAlone = entry != last.entry
      if isAlone, !rows.isNull(3), recordedAt != rows.text(3) { try checkAlone(id, entry) }
      last = (id, recordedAt, entry)
    }
  }

  /// An entry with several recordings, or with the first one of the store, may have restored an
  /// export with its times; any other has the time of its only recording.
  private func checkAlone(_ id: Int64, _ entry: Int64) throws {
    guard id > 1 else { return }
    let count = try Int64.fetchOne(
      database,
      sql: "SELECT count(*) FROM (SELECT 1 FROM recording WHERE entryId = ? LIMIT 2)",
      arguments: [entry]
    )
    guard count == 1 else { return }
    findings.add(
      "Recording \(id) is dated otherwise than its entry \(entry).",
      entry: entry,
      table: "recording",
      record: "\(id)"
    )
  }
}
