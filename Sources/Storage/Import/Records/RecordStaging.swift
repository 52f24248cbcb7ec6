import GRDB
import Importing

/// Records of kinds of one import, kept aside in temporary tables until everything that they may
/// refer to is in the store.
final class RecordStaging {
  /// A record that was kept aside.
  struct Staged {
    /// The number in the order of the sources, from 1.
    var number: Int64
    var draft: RecordDraft
    var sourceId: Int64
    /// The id of the record in the store, nil for a new one.
    var target: Int64?
  }

  private let database: Database
  private let insert, insertValue, values, byReference: RawStatement
  private var count: Int64 = 0

  /// Whether nothing was kept aside.
  var isEmpty: Bool { count == 0 }

  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: Self.tables)
    insert = try RawStatement(
      database,
      "INSERT INTO temp.stagedRecord VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"
    )
    insertValue = try RawStatement(
      database,
      "INSERT INTO temp.stagedValue VALUES (?, ?, ?, ?, ?, ?)"
    )
    values = try RawStatement(
      database,
      "SELECT field, text, line, position FROM temp.stagedValue WHERE number = ? ORDER BY sequence"
    )
    byReference = try RawStatement(
      database,
      """
      SELECT number, isRejected FROM temp.stagedRecord WHERE kind = ? AND reference = ?
      ORDER BY number LIMIT 1
      """
    )
  }

  private static let tables = """
    DROP TABLE IF EXISTS temp.stagedRecord;
    DROP TABLE IF EXISTS temp.stagedValue;
    DROP TABLE IF EXISTS temp.stagedLink;
    CREATE TEMP TABLE stagedRecord (
      number INTEGER PRIMARY KEY, kind TEXT, reference TEXT, effectiveOn TEXT, sourceId INTEGER,
      line INTEGER, position INTEGER, record INTEGER, isRejected INTEGER, target INTEGER
    );
    CREATE INDEX temp.stagedRecordByReference ON stagedRecord (kind, reference, number);
    CREATE TEMP TABLE stagedValue (
      number INTEGER, sequence INTEGER, field TEXT, text TEXT, line INTEGER, position INTEGER,
      PRIMARY KEY (number, sequence)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE stagedLink (
      number INTEGER, field TEXT, other INTEGER, PRIMARY KEY (other, number, field)
    ) WITHOUT ROWID;
    """

  /// Keeps a record aside.
  func keep(_ draft: RecordDraft, sourceId: Int64, isRejected: Bool) throws {
    count += 1
    insert.bind(1, count)
    insert.bind(2, draft.kind)
    insert.bind(3, draft.reference)
    insert.bind(4, draft.effectiveOn)
    insert.bind(5, sourceId)
    insert.bind(6, Int64(draft.place.line))
    insert.bind(7, draft.place.column.map(Int64.init))
    insert.bind(8, draft.place.record.map(Int64.init))
    insert.bind(9, isRejected ? 1 : 0)
    try insert.run()
    guard !isRejected else { return }
    for (sequence, value) in draft.values.enumerated() {
      insertValue.bind(1, count)
      insertValue.bind(2, Int64(sequence))
      insertValue.bind(3, value.field)
      insertValue.bind(4, value.text)
      insertValue.bind(5, Int64(value.place.line))
      insertValue.bind(6, value.place.column.map(Int64.init))
      try insertValue.run()
    }
  }

  /// Hands over the records that were not rejected so far, in the order of the sources.
  func forEachKept(_ body: (Staged) throws -> Void) throws {
    let rows = try RawStatement(
      database,
      """
      SELECT number, kind, reference, effectiveOn, sourceId, line, position, record, target
      FROM temp.stagedRecord WHERE isRejected = 0 ORDER BY number
      """
    )
    while try rows.step() { try body(staged(rows)) }
  }

  /// The record with the number.
  func staged(_ number: Int64) throws -> Staged? {
    let rows = try RawStatement(
      database,
      """
      SELECT number, kind, reference, effectiveOn, sourceId, line, position, record, target
      FROM temp.stagedRecord WHERE number = ?
      """
    )
    rows.bind(1, number)
    return try rows.step() ? staged(rows) : nil
  }

  private func staged(_ row: RawStatement) throws -> Staged {
    let place = Self.place(row, line: 5, column: 6, record: row.optionalInteger(7))
    var draft = RecordDraft(kind: row.text(1), reference: row.text(2), place: place)
    draft.effectiveOn = row.optionalText(3)
    values.bind(1, row.integer(0))
    while try values.step() {
      draft.values.append(
        RecordDraft.Value(
          field: values.text(0),
          text: values.text(1),
          place: Self.place(values, line: 2, column: 3, record: row.optionalInteger(7))
        )
      )
    }
    return Staged(
      number: row.integer(0),
      draft: draft,
      sourceId: row.integer(4),
      target: row.optionalInteger(8)
    )
  }

  private static func place(
    _ row: RawStatement,
    line: Int32,
    column: Int32,
    record: Int64?
  ) -> Place {
    Place(
      line: Int(row.integer(line)),
      column: row.optionalInteger(column).map { Int($0) },
      record: record.map { Int($0) }
    )
  }

  // MARK: What is found out of them

  /// The first record of the kind with the reference, or nil.
  func first(_ kind: String, _ reference: String) throws -> (number: Int64, isRejected: Bool)? {
    byReference.bind(1, kind)
    byReference.bind(2, reference)
    guard try byReference.step() else { return nil }
    defer { byReference.reset() }
    return (byReference.integer(0), byReference.integer(1) == 1)
  }

  /// Notes that a record is about one in the store.
  func setTarget(_ number: Int64, _ id: Int64) throws {
    try database.execute(
      sql: "UPDATE temp.stagedRecord SET target = ? WHERE number = ?",
      arguments: [id, number]
    )
  }

  /// Gives a record the reference that the store chose.
  func setReference(_ number: Int64, _ reference: String) throws {
    try database.execute(
      sql: "UPDATE temp.stagedRecord SET reference = ? WHERE number = ?",
      arguments: [reference, number]
    )
  }

  /// Notes that a record is not taken.
  func reject(_ number: Int64) throws {
    try database.execute(
      sql: "UPDATE temp.stagedRecord SET isRejected = 1 WHERE number = ?",
      arguments: [number]
    )
  }

  /// Notes that a fact of a record refers to a new record of the same import.
  func link(_ number: Int64, _ field: String, to other: Int64) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO temp.stagedLink VALUES (?, ?, ?)",
      arguments: [number, field, other]
    )
  }

  /// The rejected records to which others refer.
  func rejectedTargets() throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT l.other FROM temp.stagedLink l
        JOIN temp.stagedRecord s ON s.number = l.other AND s.isRejected = 1 ORDER BY l.other
        """
    )
  }

  /// The records not yet rejected that refer to a record, with the fact that does.
  func dependents(of other: Int64) throws -> [(number: Int64, field: String)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT l.number, min(l.field) FROM temp.stagedLink l
        JOIN temp.stagedRecord s ON s.number = l.number AND s.isRejected = 0
        WHERE l.other = ? GROUP BY l.number ORDER BY l.number
        """,
      arguments: [other]
    ).map { ($0[0], $0[1]) }
  }

  /// Drops what was kept aside.
  func drop() throws {
    try database.execute(
      sql: "DROP TABLE temp.stagedRecord; DROP TABLE temp.stagedValue; DROP TABLE temp.stagedLink"
    )
  }
}
