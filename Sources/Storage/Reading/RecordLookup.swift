import GRDB
public import Model

/// Looks records of a kind up by how their references begin, again and again, on one statement.
public final class RecordLookup<Kind: StoredRecord> {
  private let reader: Reader
  private let statement: RawStatement

  init(_ reader: Reader) throws {
    self.reader = reader
    let facts = Kind.type.fields.flatMap(\.columns).joined(separator: ", ")
    statement = try RawStatement(
      reader.database,
      """
      SELECT id, reference, \(facts) FROM temp.\(Kind.type.name)AsOf
      WHERE reference >= ? AND reference < ? ORDER BY reference
      """
    )
  }

  /// The records whose references begin with a text, in order of reference.
  ///
  /// - Returns: The records.
  /// - Throws: ``StoreError``.
  public func records(beginningWith text: String) throws -> [Kind] {
    statement.clear()
    statement.bind(1, text)
    // No reference has a character above U+10FFFF, so that all that begin with the text lie between.
    statement.bind(2, text + "\u{10FFFF}")
    return try reader.records(statement)
  }
}

extension Reader {
  /// Prepares to look records of a kind up.
  ///
  /// - Returns: What looks them up as long as the reader lasts.
  /// - Throws: ``StoreError``.
  public func lookup<Kind: StoredRecord>(_: Kind.Type) throws -> RecordLookup<Kind> {
    try RecordLookup(self)
  }

  /// Whether the store has or had any record of a kind, on whatever day.
  ///
  /// - Throws: ``StoreError``.
  public func hasRecords<Kind: StoredRecord>(_: Kind.Type) throws -> Bool {
    try Int64.fetchOne(database, sql: "SELECT 1 FROM main.\(Kind.type.table) LIMIT 1") != nil
  }

  /// A number that no record of a kind has had.
  ///
  /// - Throws: ``StoreError``.
  public func nextNumber(of type: RecordType) throws -> Int64 {
    (try Int64.fetchOne(database, sql: "SELECT max(id) FROM main.\(type.table)") ?? 0) + 1
  }

  /// A reference of our own that no record of a kind has: the command of the kind and a number.
  ///
  /// - Throws: ``StoreError``.
  public func nextReference(of type: RecordType) throws -> String {
    var number = try nextNumber(of: type)
    while try Int64.fetchOne(
      database,
      sql: "SELECT 1 FROM main.\(type.table) WHERE reference = ?",
      arguments: ["\(type.command)-\(number)"]
    ) != nil {
      number += 1
    }
    return "\(type.command)-\(number)"
  }
}
