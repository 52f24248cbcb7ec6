import GRDB
import Model

/// Taking back records of kinds: what the batch changed of records that were there before, then
/// the records that it made, unless something that stays builds on them.
extension BatchUndo {
  private static let kinds = RecordType.register + RecordType.all

  /// Takes back records of kinds, before the parties and agreements that they refer to.
  func undoRecords() throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.undoneRecord;
        CREATE TEMP TABLE undoneRecord (kind TEXT, id INTEGER, PRIMARY KEY (kind, id))
          WITHOUT ROWID
        """
    )
    for type in Self.kinds {
      try undoRevisions(of: type)
      try gather(type)
    }
    try undoEntries()
    while try keepUsed() {}
    for type in Self.kinds { try voidGathered(type) }
    try gatherUses()
    try database.execute(sql: "DROP TABLE temp.undoneRecord")
  }

  private static func isUnvoided(_ kind: String, _ id: String) -> String {
    "NOT EXISTS (SELECT 1 FROM voiding v WHERE v.kind = '\(kind)' AND v.recordId = \(id))"
  }

  // MARK: Records that were there before

  /// Voids the batch's revisions of records of which earlier ones are left.
  private func undoRevisions(of type: RecordType) throws {
    for row in try revisions(of: type, "") {
      guard row["isLater"] == 0 else {
        keep(
          type.words,
          row["reference"],
          "What the import changed stays, because the \(type.words) was changed again after it."
        )
        continue
      }
      try void(type.revisionTable, row["id"])
      outcome.revisions += 1
    }
  }

  /// The batch's revisions that hold, of records of which an earlier one is left, or of which none
  /// is left (`NOT`).
  private func revisions(of type: RecordType, _ not: String) throws -> [Row] {
    let others = """
      EXISTS (SELECT 1 FROM \(type.revisionTable) x
        WHERE x.id BETWEEN t.id << 20 AND (t.id << 20) + 1048575
      """
    return try Row.fetchAll(
      database,
      sql: """
        SELECT r.id, t.id AS recordId, t.reference,
          \(others) AND \(Self.isLater("x.recordingId"))) AS isLater
        FROM \(type.revisionTable) r JOIN \(type.table) t ON t.id = r.\(type.name)Id
        WHERE r.recordingId = ?1 AND \(Self.isUnvoided(type.revisionTable, "r.id"))
          AND \(Self.isUnvoided(type.table, "t.id"))
          AND \(not) \(others) AND x.recordingId < ?1
            AND \(Self.isUnvoided(type.revisionTable, "x.id")))
        ORDER BY r.id
        """,
      arguments: [recording]
    )
  }

  // MARK: Records that the batch made

  /// Gathers the records of which the batch brought all that holds and which nobody changed later.
  private func gather(_ type: RecordType) throws {
    var last: Int64?
    for row in try revisions(of: type, "NOT") where row["recordId"] != last {
      last = row["recordId"]
      guard row["isLater"] == 0 else {
        let words = type.words
        keep(
          words,
          row["reference"],
          "The \(words) stays, because it was changed after the import."
        )
        continue
      }
      try database.execute(
        sql: "INSERT INTO temp.undoneRecord VALUES (?, ?)",
        arguments: [type.table, row["recordId"] as Int64]
      )
    }
  }

  /// Leaves out gathered records to which something refers that stays.
  ///
  /// - Returns: Whether there was any, so that what these refer to has to be looked at again.
  private func keepUsed() throws -> Bool {
    var hasKept = false
    let gathered = Set(
      try String.fetchAll(database, sql: "SELECT DISTINCT kind FROM temp.undoneRecord")
    )
    for type in Self.kinds where gathered.contains(type.table) {
      let uses = Self.uses(of: type.table)
      guard !uses.isEmpty else { continue }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT t.id, t.reference FROM temp.undoneRecord u JOIN \(type.table) t ON t.id = u.id
          WHERE u.kind = ? AND u.id IN (\(uses.joined(separator: " UNION "))) ORDER BY t.id
          """,
        arguments: [type.table]
      )
      for row in rows {
        hasKept = true
        let words = type.words
        keep(words, row["reference"], "The \(words) stays, because records that stay refer to it.")
        try database.execute(
          sql: "DELETE FROM temp.undoneRecord WHERE kind = ? AND id = ?",
          arguments: [type.table, row["id"] as Int64]
        )
      }
    }
    return hasKept
  }

  /// Queries for the ids of records of a table to which records refer that stay.
  private static func uses(of table: String) -> [String] {
    let kept = kinds.flatMap { type in
      columns(of: type, to: table).map { column in
        """
        SELECT r.\(column) FROM \(type.revisionTable) r
        WHERE r.\(column) IS NOT NULL AND \(isUnvoided(type.revisionTable, "r.id"))
          AND \(isUnvoided(type.table, "r.\(type.name)Id"))
          AND NOT EXISTS (SELECT 1 FROM temp.undoneRecord o
            WHERE o.kind = '\(type.table)' AND o.id = r.\(type.name)Id)
        """
      }
    }
    let entries = EntryType.all.flatMap { entry in
      columns(of: entry.type, to: table).map { column in
        """
        SELECT r.\(column) FROM \(entry.table) r
        WHERE r.\(column) IS NOT NULL AND \(isUnvoided(entry.table, "r.id"))
        """
      }
    }
    return kept + entries
  }

  private static func columns(of type: RecordType, to table: String) -> [String] {
    type.fields.filter { $0.type == .reference(table) }.map { $0.columns[0] }
  }

  /// Voids all that is said of the gathered records, and not the records themselves, so that the
  /// same references can come in again.
  private func voidGathered(_ type: RecordType) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT r.id, u.id AS recordId FROM temp.undoneRecord u JOIN \(type.revisionTable) r
          ON r.id BETWEEN u.id << 20 AND (u.id << 20) + 1048575
        WHERE u.kind = ? AND \(Self.isUnvoided(type.revisionTable, "r.id")) ORDER BY r.id
        """,
      arguments: [type.table]
    )
    for row in rows { try void(type.revisionTable, row["id"]) }
    outcome.others += Set(rows.map { $0["recordId"] as Int64 }).count
  }

  /// Gathers the parties and agreements of the batch to which records refer that stay.
  private func gatherUses() throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.recordUse;
        CREATE TEMP TABLE recordUse (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID
        """
    )
    for table in ["party", "agreement"] {
      let made = try Int64.fetchOne(
        database,
        sql: "SELECT id FROM \(table) WHERE recordingId = ? LIMIT 1",
        arguments: [recording]
      )
      guard made != nil else { continue }
      for use in Self.uses(of: table) where !use.contains("FROM contact r") {
        guard !use.contains("FROM partyRole r"), !use.contains("FROM assignment r") else {
          continue
        }
        try database.execute(
          sql: "INSERT OR IGNORE INTO temp.recordUse SELECT '\(table)', * FROM (\(use))"
        )
      }
    }
  }
}
