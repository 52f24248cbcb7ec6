import GRDB
public import Model

/// A record of a kind as people read it.
public struct RecordText: Sendable {
  /// Our reference; the number of the row for records without one.
  public var reference: String
  /// The facts in the order of the kind, nil for none; references as the other record's.
  public var values: [FieldValue?]
  /// The day from which they hold.
  public var effectiveOn: String
  /// Where they were read from; nil for a person's entry.
  public var source: RecordSource?
}

extension Reader {
  /// The records of a kind that hold on the day, in order of reference.
  ///
  /// - Returns: The records with their facts.
  /// - Throws: ``StoreError``.
  public func records<Kind: StoredRecord>(_ kind: Kind.Type) throws -> [Kind] {
    try records(kind, only: nil)
  }

  /// The record of a kind with the reference, or nil if none holds on the day.
  ///
  /// - Throws: ``StoreError``.
  public func record<Kind: StoredRecord>(_ kind: Kind.Type, _ reference: String) throws -> Kind? {
    try records(kind, only: reference).first
  }

  private func records<Kind: StoredRecord>(
    _: Kind.Type,
    only reference: String?
  ) throws -> [Kind] {
    let facts = Kind.type.fields.flatMap(\.columns).joined(separator: ", ")
    let condition = reference == nil ? "" : "WHERE reference = ?"
    let statement = try statement(
      """
      SELECT id, reference, \(facts) FROM temp.\(Kind.type.name)AsOf \(condition)
      ORDER BY reference
      """
    )
    if let reference { statement.bind(1, reference) }
    return try records(statement)
  }

  /// The records of a kind as people read them, in order of reference.
  ///
  /// - Parameters:
  ///   - type: The kind.
  ///   - reference: Only the record with this reference, or nil for all.
  ///   - body: Called with each.
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachText(
    of type: RecordType,
    reference: String? = nil,
    _ body: (RecordText) throws -> Void
  ) throws {
    let facts = type.fields.map(Self.expression).joined(separator: ", ")
    let condition = reference == nil ? "" : "WHERE t.reference = ?"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT t.reference, t.effectiveOn, t.sourceId, t.line, t.record, \(facts)
        FROM temp.\(type.name)AsOf t \(condition) ORDER BY t.reference
        """,
      arguments: StatementArguments(reference.map { [$0] } ?? [])
    )
    while let row = try rows.next() { try body(try text(row, type)) }
  }

  static func expression(_ field: RecordField) -> String {
    switch field.type {
    case .reference(let table):
      "(SELECT reference FROM main.\(table) x WHERE x.id = t.\(field.columns[0]))"
    default: field.columns.map { "t.\($0)" }.joined(separator: ", ")
    }
  }

  /// Reads what a record is called, its day and place, and from the sixth column on its facts.
  func text(_ row: Row, _ type: RecordType) throws -> RecordText {
    var column = 5
    let values = type.fields.map { field -> FieldValue? in
      defer { column += field.columns.count }
      return Self.value(row, column, field.type)
    }
    return RecordText(
      reference: row[0],
      values: values,
      effectiveOn: row[1],
      source: try place(row)
    )
  }

  /// Reads the place from the third column on: source, line and record.
  func place(_ row: Row) throws -> RecordSource? {
    guard let id = row[2] as Int64?, let source = try source(id) else { return nil }
    return RecordSource(
      file: source.file,
      line: row[3],
      record: row[4],
      profile: source.profile,
      sha256: source.sha256
    )
  }

  private static func value(_ row: Row, _ column: Int, _ type: FieldType) -> FieldValue? {
    switch type {
    case .count, .flag: (row[column] as Int64?).map(FieldValue.integer)
    case .money:
      (row[column + 1] as String?).flatMap { Currency($0) }.map {
        .money(Money(minorUnits: row[column], currency: $0))
      }
    default: (row[column] as String?).flatMap { type.value($0) }
    }
  }
}

/// The cells of the current row of a statement.
struct StatementCells: RecordCells {
  let statement: RawStatement

  func text(_ column: Int) -> String? {
    statement.isNull(Int32(column)) ? nil : statement.text(Int32(column))
  }

  func integer(_ column: Int) -> Int64? {
    statement.isNull(Int32(column)) ? nil : statement.integer(Int32(column))
  }
}
