import GRDB
import Importing
import Model

/// Writes records that are one row: a change voids the row that holds and puts another in its
/// place, unless the kind reads the latest row anyway and the change holds from a later day.
struct EntryWriter {
  /// A row that holds, by the columns that the fields of the kind name.
  struct Holding {
    var id: Int64
    var values: [String: StoredValue]
    var effectiveOn: String
    var isSourced: Bool
  }

  let entry: EntryType
  private let session: WriteSession
  private let facts: RecordWriter
  private let columns: [String]

  init(
    _ session: WriteSession,
    _ entry: EntryType,
    resolve: ((String, String) throws -> Int64?)? = nil
  ) {
    self.session = session
    self.entry = entry
    facts = RecordWriter(session, entry.type, resolve: resolve)
    columns = AuditedTable.named(entry.table)?.columns.dropLast(2).map { $0 } ?? []
  }

  // MARK: Finding

  /// The row that holds and has the record's keys, the one with the latest day; nil if there is
  /// none.
  func find(_ record: NewRecord) throws -> Holding? { try row(record, isVoided: false) }

  /// The latest row with the record's keys that came from a source, voided or not.
  func lastSourced(_ record: NewRecord) throws -> Holding? {
    try row(record, isVoided: true, "sourceId IS NOT NULL")
  }

  /// The row with the number that holds.
  func find(_ id: Int64) throws -> Holding? {
    try Row.fetchOne(
      session.database,
      sql: "SELECT * FROM \(entry.table) t WHERE id = ? AND \(Self.isHolding(entry.table))",
      arguments: [id]
    ).map(holding)
  }

  private static func isHolding(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM voiding WHERE kind = '\(table)' AND recordId = t.id)"
  }

  private func row(
    _ record: NewRecord,
    isVoided: Bool,
    _ condition: String = "1"
  ) throws -> Holding? {
    var conditions = [condition]
    var arguments: [StoredValue] = []
    for name in entry.keys {
      guard let field = entry.type.field(name) else { continue }
      let value = try facts.stored(field, record.values[name] ?? nil)
      for (column, stored) in zip(entry.columns(of: field), value.map(\.1)) {
        conditions.append("\(column) IS ?")
        arguments.append(stored)
      }
    }
    if !isVoided { conditions.append(Self.isHolding(entry.table)) }
    return try Row.fetchOne(
      session.database,
      sql: """
        SELECT * FROM \(entry.table) t WHERE \(conditions.joined(separator: " AND "))
        ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1
        """,
      arguments: StatementArguments(arguments.map(\.argument))
    ).map(holding)
  }

  private func holding(_ row: Row) -> Holding {
    var values: [String: StoredValue] = [:]
    for field in entry.type.fields {
      for (column, stored) in zip(field.columns, entry.columns(of: field)) {
        values[column] = StoredValue(row[stored] as DatabaseValue?)
      }
    }
    return Holding(
      id: row["id"],
      values: values,
      effectiveOn: row["effectiveOn"],
      isSourced: (row["sourceId"] as Int64?) != nil
    )
  }

  // MARK: Writing

  /// What would hold after a record is written over a row, and what changes by that.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError``.
  func plan(
    _ record: NewRecord,
    over known: Holding?
  ) throws -> (after: [String: StoredValue], changes: [PlanItem.Change]) {
    let plan = try facts.plan(record, over: known.map { ($0.values, $0.effectiveOn) })
    var check = RecordCheck()
    EntryCheck(entry: entry, values: plan.after).check(&check)
    try check.finish()
    if let deputy = plan.after["deputyId"], deputy != .null, deputy == plan.after["personId"] {
      let person = try facts.text(entry.type.field("person"), plan.after)
      throw StoreError.notAllowed("\(person ?? "") cannot stand in for the same person.")
    }
    return plan
  }

  /// Whether a source says of a fact what it said before a person set it otherwise.
  func isSettled(_ record: NewRecord, _ known: Holding, _ name: String) throws -> Bool {
    guard !known.isSourced, let field = entry.type.field(name), !entry.keys.contains(name),
      let sourced = try lastSourced(record)
    else { return false }
    return try facts.stored(field, record.values[name] ?? nil).allSatisfy {
      sourced.values[$0.0] == $0.1
    }
  }

  /// Writes a record over a row, or as a new one, if it says anything new.
  ///
  /// - Returns: The number of the row that holds then, and what changed.
  /// - Throws: As ``plan(_:over:)``.
  func write(
    _ record: NewRecord,
    over known: Holding?,
    today: CivilDay,
    source: [Int64?] = [nil, nil, nil],
    reason: String
  ) throws -> (id: Int64, changes: [PlanItem.Change]) {
    let (after, changes) = try plan(record, over: known)
    if let known, changes.isEmpty { return (known.id, []) }
    let day = record.effectiveOn?.description ?? known?.effectiveOn ?? today.description
    if let known, !(isLatestRead && day > known.effectiveOn) {
      try session.void(entry.table, known.id, reason: reason)
    }
    let id = try session.nextId(entry.table)
    var row = ["id": StoredValue.integer(id), "effectiveOn": .text(day)]
    for (column, value) in zip(["sourceId", "line", "record"], source) {
      row[column] = StoredValue(value)
    }
    for field in entry.type.fields {
      for (column, stored) in zip(field.columns, entry.columns(of: field)) {
        row[stored] = after[column]
      }
    }
    try session.insert(entry.table, columns.map { row[$0] ?? .null })
    return (id, changes)
  }

  /// Whether of several rows with the same keys the latest is read.
  private var isLatestRead: Bool { entry.table == "setting" || entry.table == "calendar" }
}
