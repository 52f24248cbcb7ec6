import GRDB
import Importing
import Model

/// Writes records of kinds: their names, and their revisions one upon the other.
struct RecordWriter {
  let session: WriteSession
  let type: RecordType
  private let columns: [String]
  private let resolve: (_ table: String, _ reference: String) throws -> Int64?

  /// Makes a writer.
  ///
  /// `resolve` finds the id of a record that a fact refers to; nil looks in the store.
  init(
    _ session: WriteSession,
    _ type: RecordType,
    resolve: ((String, String) throws -> Int64?)? = nil
  ) {
    self.session = session
    self.resolve = resolve ?? { try session.find($0, $1) }
    self.type = type
    columns = AuditedTable.named(type.revisionTable)?.columns.dropLast(2).map { $0 } ?? []
  }

  // MARK: What records are known by

  /// The id of the record with the reference that is there, or nil.
  func find(_ reference: String) throws -> Int64? {
    try session.find(type.table, reference)
  }

  /// The id of the record with the reference that is there or was just made, or nil.
  func named(_ reference: String) throws -> Int64? {
    try session.named(type.table, reference)
  }

  /// Makes a record without facts.
  ///
  /// - Throws: ``StoreError/notAllowed(_:)`` if a record has or had the reference.
  func make(_ reference: String) throws -> Int64 {
    try session.make(type.table, reference)
  }

  /// The next reference of our own: the kind and a number that no record has.
  func nextReference() throws -> String {
    var number = try session.nextId(type.table)
    while try Int64.fetchOne(
      session.database,
      sql: "SELECT 1 FROM \(type.table) WHERE reference = ?",
      arguments: ["\(type.command)-\(number)"]
    ) != nil {
      number += 1
    }
    return "\(type.command)-\(number)"
  }

  // MARK: What holds of them

  /// The values of the latest revision by column, nil if there is none.
  func latest(_ id: Int64) throws -> (values: [String: StoredValue], effectiveOn: String)? {
    guard let row = try holding(id, "") else { return nil }
    var values: [String: StoredValue] = [:]
    for column in type.fields.flatMap(\.columns) {
      values[column] = StoredValue(row[column] as DatabaseValue?)
    }
    return (values, row["effectiveOn"])
  }

  /// Adds a revision if it says anything new.
  ///
  /// - Returns: What changed, field by field.
  /// - Throws: ``InvalidRecord`` if a fact that every record has is missing;
  ///   ``StoreError/notAllowed(_:)`` for a day before that of the latest values.
  func revise(
    _ id: Int64,
    _ record: NewRecord,
    isNew: Bool,
    today: CivilDay,
    source: [Int64?] = [nil, nil, nil]
  ) throws -> [PlanItem.Change] {
    let known = isNew ? nil : try latest(id)
    let (after, changes) = try plan(record, over: known)
    guard isNew || !changes.isEmpty else { return [] }
    let day = record.effectiveOn?.description ?? known?.effectiveOn ?? today.description
    try insert(id, after, source, day)
    return changes
  }

  /// What would hold after a record is written over the latest values, and what changes by that.
  ///
  /// - Throws: As ``revise(_:_:isNew:today:source:)``.
  func plan(
    _ record: NewRecord,
    over known: (values: [String: StoredValue], effectiveOn: String)?
  ) throws -> (after: [String: StoredValue], changes: [PlanItem.Change]) {
    let before = known?.values ?? [:]
    var after = before
    for (name, value) in record.values {
      guard let field = type.field(name) else { continue }
      for (column, stored) in try stored(field, value) { after[column] = stored }
    }
    try requireFacts(after)
    let changes = try changes(before, after, record)
    if let known, let day = record.effectiveOn, day.description < known.effectiveOn,
      !changes.isEmpty
    {
      throw StoreError.notAllowed(
        "The change of \(record.reference ?? "") would hold from \(day), and the latest values "
          + "hold from \(known.effectiveOn). Give a later day, or none to correct them."
      )
    }
    return (after, changes)
  }

  /// Whether a person set the fact otherwise after a source had said the same as now.
  ///
  /// The source then says nothing new, and the person's value stays.
  func isSettled(_ id: Int64, _ name: String, _ value: FieldValue?) throws -> Bool {
    guard let field = type.field(name), let latest = try holding(id, ""),
      latest["sourceId"] as Int64? == nil,
      let sourced = try holding(id, "AND sourceId IS NOT NULL")
    else { return false }
    return try stored(field, value).allSatisfy { column, stored in
      StoredValue(sourced[column] as DatabaseValue?) == stored
    }
  }

  /// The latest revision of a record that was not voided and fulfils a condition.
  private func holding(_ id: Int64, _ condition: String) throws -> Row? {
    try Row.fetchOne(
      session.database.cachedStatement(
        sql: """
          SELECT * FROM \(type.revisionTable) r
          WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 \(condition) AND NOT EXISTS (
            SELECT 1 FROM voiding v WHERE v.kind = '\(type.revisionTable)' AND v.recordId = r.id)
          ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1
          """
      ),
      arguments: [id]
    )
  }

  private func insert(
    _ id: Int64,
    _ values: [String: StoredValue],
    _ source: [Int64?],
    _ effectiveOn: String
  ) throws {
    var values = values
    values["id"] = .integer(try session.nextRevision(type.name, of: id))
    values[type.name + "Id"] = values[type.name + "Id"] ?? .integer(id)
    for (column, value) in zip(["sourceId", "line", "record"], source) {
      values[column] = StoredValue(value)
    }
    values["effectiveOn"] = .text(effectiveOn)
    try session.insert(type.revisionTable, columns.map { values[$0] ?? .null })
  }

  /// Refuses values that lack what every record has, and days out of order.
  private func requireFacts(_ values: [String: StoredValue]) throws {
    var check = RecordCheck()
    for field in type.fields where field.isRequired {
      guard let column = field.columns.first, values[column] ?? .null == .null else { continue }
      check.require("", field.name)
    }
    for (first, last) in NewRecord.spans {
      check.requireOrder((first, values[first]?.text), (last, values[last]?.text))
    }
    try check.finish()
  }

  /// A value by the columns that it takes.
  func stored(
    _ field: RecordField,
    _ value: FieldValue?
  ) throws -> [(String, StoredValue)] {
    let columns = field.columns
    switch value {
    case nil: return columns.map { ($0, .null) }
    case .text(let text)?: return [(columns[0], .text(text))]
    case .day(let day)?: return [(columns[0], .text(day.description))]
    case .instant(let instant)?: return [(columns[0], .text(instant.description))]
    case .integer(let number)?: return [(columns[0], .integer(number))]
    case .decimal(let number)?: return [(columns[0], .text(number.description))]
    case .money(let money)?:
      return [
        (columns[0], .integer(money.minorUnits)), (columns[1], .text(money.currency.code)),
      ]
    case .reference(let reference)?:
      guard case .reference(let table) = field.type else { return [] }
      // Calendars are called by their references, also in the store.
      if table == "calendar" { return [(columns[0], .text(reference))] }
      guard let id = try resolve(table, reference) else {
        throw StoreError.unknown(
          kind: RecordType.kept(table)?.words ?? table,
          reference: reference
        )
      }
      return [(columns[0], .integer(id))]
    }
  }

  private func changes(
    _ before: [String: StoredValue],
    _ after: [String: StoredValue],
    _ record: NewRecord
  ) throws -> [PlanItem.Change] {
    try type.fields.compactMap { field in
      guard field.columns.contains(where: { before[$0] ?? .null != after[$0] ?? .null }) else {
        return nil
      }
      return PlanItem.Change(
        field: field.name,
        before: try text(field, before),
        after: try text(field, after)
      )
    }
  }

  /// A fact as people read it, nil for none.
  func text(_ field: RecordField?, _ values: [String: StoredValue]) throws -> String? {
    guard let field else { return nil }
    switch (values[field.columns[0]] ?? .null, field.type) {
    case (.integer(let id), .reference(let table)):
      return try String.fetchOne(
        session.database,
        sql: "SELECT reference FROM \(table) WHERE id = ?",
        arguments: [id]
      )
    case (.integer(let units), .money):
      guard case .text(let code)? = values[field.columns[1]], let currency = Currency(code) else {
        return "\(units)"
      }
      return Money(minorUnits: units, currency: currency).description
    case (.integer(let number), _): return field.type.text(.integer(number))
    case (.text(let text), _): return text
    case (.null, _), (.blob, _): return nil
    }
  }
}

extension StoredValue {
  /// A value as GRDB gives it.
  init(_ value: DatabaseValue?) {
    switch value?.storage {
    case .int64(let integer)?: self = .integer(integer)
    case .string(let text)?: self = .text(text)
    case .blob(let data)?: self = .blob(Array(data))
    default: self = .null
    }
  }
}
