import GRDB
import Importing
import Model

/// Writes records that are one row: a change voids the row that holds and puts another in its
/// place, unless the kind reads the latest row anyway and the change holds from a later day.
///
/// Where the kind has a first and a last day, a change from a later day ends what held on the day
/// before it. Where it has none, or where a source names the first day, the change corrects what
/// held, and holds as long: no record is missing on the days between.
struct EntryWriter {
  /// A row that holds, by the columns that the fields of the kind name.
  struct Holding {
    var id: Int64
    var values: [String: StoredValue]
    var effectiveOn: String
    /// The source, line and record that it came from; nil for a person's entry.
    var source: [Int64?]

    var isSourced: Bool { source.first.flatMap { $0 } != nil }
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
      source: [row["sourceId"], row["line"], row["record"]]
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
  /// `isByNumber` tells that the row was found by its number, so that its keys may change too.
  ///
  /// - Returns: The number of the row that holds then, and what changed.
  /// - Throws: As ``plan(_:over:)``.
  func write(
    _ record: NewRecord,
    over known: Holding?,
    today: CivilDay,
    source: [Int64?] = [nil, nil, nil],
    reason: String,
    isByNumber: Bool = false
  ) throws -> (id: Int64, changes: [PlanItem.Change]) {
    var (after, changes) = try plan(record, over: known)
    guard let known else {
      let day = record.effectiveOn?.description ?? today.description
      return (try insert(after, source, day), changes)
    }
    if changes.isEmpty { return (known.id, []) }
    var day = record.effectiveOn?.description ?? known.effectiveOn
    if isLatestRead, day > known.effectiveOn { return (try insert(after, source, day), changes) }
    let first = beginning(record, after: known, isByNumber)
    if let first {
      var record = record
      record.set("validFrom", .day(first))
      (after, changes) = try plan(record, over: known)
    } else if !isLatestRead {
      day = known.effectiveOn
    }
    try session.void(entry.table, known.id, reason: reason)
    if let first { try end(known, before: first) }
    return (try insert(after, source, day), changes)
  }

  /// The first day of what takes the place of a row only from that day on; nil for a change that
  /// corrects the row.
  private func beginning(
    _ record: NewRecord,
    after known: Holding,
    _ isByNumber: Bool
  ) -> CivilDay? {
    guard !isLatestRead, let day = record.effectiveOn, day.description > known.effectiveOn,
      entry.type.field("validFrom") != nil, record.values["validFrom"] == nil,
      isByNumber || !entry.keys.contains("validFrom")
    else { return nil }
    return day.description > known.values["validFrom"]?.text ?? "" ? day : nil
  }

  /// Writes a row again as it held, with the day before another as its last.
  private func end(_ known: Holding, before day: CivilDay) throws {
    let last = day.adding(days: -1).description
    var values = known.values
    values["validThrough"] = .text(min(last, values["validThrough"]?.text ?? last))
    _ = try insert(values, known.source, known.effectiveOn)
  }

  private func insert(
    _ values: [String: StoredValue],
    _ source: [Int64?],
    _ effectiveOn: String
  ) throws -> Int64 {
    let id = try session.nextId(entry.table)
    var row = ["id": StoredValue.integer(id), "effectiveOn": .text(effectiveOn)]
    for (column, value) in zip(["sourceId", "line", "record"], source) {
      row[column] = StoredValue(value)
    }
    for field in entry.type.fields {
      for (column, stored) in zip(field.columns, entry.columns(of: field)) {
        row[stored] = values[column]
      }
    }
    try session.insert(entry.table, columns.map { row[$0] ?? .null })
    return id
  }

  /// Whether of several rows with the same keys the latest is read.
  private var isLatestRead: Bool { entry.table == "setting" || entry.table == "calendar" }
}
