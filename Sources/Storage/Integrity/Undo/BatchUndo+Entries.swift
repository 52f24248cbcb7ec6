import GRDB
import Model

/// Taking back records that are one row: what the batch wrote is voided, and what it replaced is
/// written again.
extension BatchUndo {
  /// Takes back the rows of all kinds; those of parties that the batch made go with the party.
  func undoEntries() throws {
    for entry in EntryType.all.reversed() {
      try undo(entry)
    }
  }

  private func undo(_ entry: EntryType) throws {
    let replaced = try replacedRows(entry)
    // One row may have been replaced by two: what ended, and what began.
    var restored: Set<Int64> = []
    for row in try rows(entry) {
      let before = replaced.first { Self.hasSameKeys($0, row, entry) }
      // New roles and contacts are taken back with the parties, where it is known who uses them.
      guard before != nil || !["contact", "partyRole"].contains(entry.table) else { continue }
      guard try !isUsed(row, entry) else {
        keep(
          entry.type.words,
          Self.name(row, entry),
          "The \(entry.type.words) stays, because records that stay refer to it."
        )
        continue
      }
      try void(entry.table, row["id"])
      if let before, restored.insert(before["id"]).inserted { try insertAgain(before, entry) }
      outcome.others += 1
    }
    try keepLater(replaced, entry)
  }

  /// The rows of the batch that hold.
  private func rows(_ entry: EntryType) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM \(entry.table) t WHERE recordingId = ?1 AND NOT EXISTS (
          SELECT 1 FROM voiding WHERE kind = '\(entry.table)' AND recordId = t.id) ORDER BY id
        """,
      arguments: [recording]
    )
  }

  /// The rows that the batch voided to put others in their place.
  private func replacedRows(_ entry: EntryType) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT t.* FROM \(entry.table) t JOIN voiding v ON v.kind = '\(entry.table)'
          AND v.recordId = t.id AND v.recordingId = ? ORDER BY t.id
        """,
      arguments: [recording]
    )
  }

  private static func hasSameKeys(_ left: Row, _ right: Row, _ entry: EntryType) -> Bool {
    entry.keys.compactMap { entry.type.field($0) }.flatMap { entry.columns(of: $0) }
      .allSatisfy { (left[$0] as DatabaseValue) == (right[$0] as DatabaseValue) }
  }

  private static func name(_ row: Row, _ entry: EntryType) -> String {
    (row["reference"] as String?) ?? "\(row["id"] as Int64)"
  }

  /// Whether exceptions of a calendar that were entered later stay.
  private func isUsed(_ row: Row, _ entry: EntryType) throws -> Bool {
    guard entry.table == "calendar" else { return false }
    return try Int64.fetchOne(
      database,
      sql: """
        SELECT 1 FROM calendarException x WHERE calendarReference = ?2
          AND \(Self.isLater("x.recordingId")) AND NOT EXISTS (
            SELECT 1 FROM voiding WHERE kind = 'calendarException' AND recordId = x.id) LIMIT 1
        """,
      arguments: [recording, row["reference"] as String]
    ) != nil
  }

  private func insertAgain(_ row: Row, _ entry: EntryType) throws {
    let columns = AuditedTable.named(entry.table)?.columns.dropLast(2) ?? []
    let id = try session.nextId(entry.table)
    try session.insert(
      entry.table,
      columns.map { $0 == "id" ? .integer(id) : StoredValue(row[$0] as DatabaseValue?) }
    )
  }

  /// Names what the batch changed and somebody changed again later.
  private func keepLater(_ replaced: [Row], _ entry: EntryType) throws {
    let all = try Row.fetchAll(
      database,
      sql: """
        SELECT t.* FROM \(entry.table) t JOIN voiding v ON v.kind = '\(entry.table)'
          AND v.recordId = t.id
        WHERE t.recordingId = ?1 AND \(Self.isLater("v.recordingId")) ORDER BY t.id
        """,
      arguments: [recording]
    )
    for row in all where replaced.contains(where: { Self.hasSameKeys($0, row, entry) }) {
      keep(
        entry.type.words,
        Self.name(row, entry),
        "What the import changed stays, because the \(entry.type.words) was changed again after it."
      )
    }
  }
}
