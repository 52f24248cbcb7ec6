import GRDB
public import Model

extension Reader {
  /// The records that are one row as people read them, in order of their numbers.
  ///
  /// What they are called is the number as text, and for calendars the reference. Records are past
  /// and future ones too, as long as their entry holds on the day.
  ///
  /// - Parameters:
  ///   - entry: The kind.
  ///   - name: Only the record that is called so, or nil for all.
  ///   - body: Called with each.
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachEntry(
    of entry: EntryType,
    name: String? = nil,
    _ body: (RecordText) throws -> Void
  ) throws {
    let called = entry.isNumbered ? "CAST(t.id AS TEXT)" : "t.reference"
    let facts = entry.type.fields.map { Self.expression($0, entry) }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(called), t.effectiveOn, t.sourceId, t.line, t.record, \(facts)
        FROM temp.\(entry.table)AsOf t \(name == nil ? "" : "WHERE \(called) = ?")
        ORDER BY \(entry.isNumbered ? "t.id" : "t.reference")
        """,
      arguments: StatementArguments(name.map { [$0] } ?? [])
    )
    while let row = try rows.next() { try body(try text(row, entry.type)) }
  }

  /// The SQL of a fact of a row named `t` as people read it.
  static func expression(_ field: RecordField, _ entry: EntryType) -> String {
    let columns = entry.columns(of: field)
    // Calendars are called by their references, also in the store.
    guard case .reference(let table) = field.type, table != "calendar" else {
      return columns.map { "t.\($0)" }.joined(separator: ", ")
    }
    return "(SELECT reference FROM main.\(table) x WHERE x.id = t.\(columns[0]))"
  }
}
