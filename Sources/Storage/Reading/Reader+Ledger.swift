import Foundation
import GRDB
public import Model

extension Reader {
  /// The records of a kind that are in one of some states, in order of reference.
  ///
  /// - Returns: The records.
  /// - Throws: ``StoreError``.
  public func records<Kind: StoredRecord>(
    _ kind: Kind.Type,
    inState states: [String]
  ) throws -> [Kind] {
    let marks = states.map { _ in "?" }.joined(separator: ", ")
    return try records(kind, where: "state IN (\(marks))", states)
  }

  /// The records of a kind that have a text in a fact, in order of number.
  ///
  /// Quick for facts that the store has an index of, such as the `messageId` of mails.
  ///
  /// - Returns: The records; none for a fact that the kind does not have.
  /// - Throws: ``StoreError``.
  public func records<Kind: StoredRecord>(
    _ kind: Kind.Type,
    having name: String,
    _ text: String
  ) throws -> [Kind] {
    try records(kind, having: name) { $0.bind(1, text) }
  }

  /// The records of a kind that refer to a record by a fact, in order of number.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - name: The fact.
  ///   - number: The number of the record that is referred to.
  /// - Returns: The records; none for a fact that the kind does not have.
  /// - Throws: ``StoreError``.
  public func records<Kind: StoredRecord>(
    _ kind: Kind.Type,
    having name: String,
    _ number: Int64
  ) throws -> [Kind] {
    try records(kind, having: name) { $0.bind(1, number) }
  }

  private func records<Kind: StoredRecord>(
    _: Kind.Type,
    having name: String,
    bind: (RawStatement) -> Void
  ) throws -> [Kind] {
    let type = Kind.type
    guard let column = type.field(name)?.columns.first else { return [] }
    let statement = try statement(
      """
      SELECT id, reference, \(type.fields.flatMap(\.columns).joined(separator: ", "))
      FROM temp.\(type.name)AsOf WHERE \(column) = ?1 AND id IN (
        SELECT r.id >> 20 FROM main.\(type.revisionTable) r WHERE r.\(column) = ?1)
      ORDER BY id
      """
    )
    bind(statement)
    return try records(statement)
  }

  /// The record of a kind with a number in the store, or nil.
  ///
  /// - Throws: ``StoreError``.
  public func record<Kind: StoredRecord>(_ kind: Kind.Type, number: Int64) throws -> Kind? {
    try records(kind, where: "id = CAST(? AS INTEGER)", ["\(number)"]).first
  }

  /// The bytes of a kept file by its SHA-256 in hexadecimal digits; nil if the store has none.
  ///
  /// - Throws: ``StoreError``.
  public func original(_ sha256: String) throws -> [UInt8]? {
    let pieces = try Data.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT c.content FROM main.original o JOIN main.originalChunk c ON c.originalId = o.id
          WHERE o.sha256 = ? ORDER BY c.number
          """
      ),
      arguments: [Self.bytes(of: sha256)]
    )
    return pieces.isEmpty ? nil : pieces.flatMap { Array($0) }
  }

  private static func bytes(of hexadecimal: String) -> Data {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return Data(
      stride(from: 0, to: digits.count - 1, by: 2).map { index in
        UInt8(digits[index] << 4 | digits[index + 1])
      }
    )
  }

  private func records<Kind: StoredRecord>(
    _: Kind.Type,
    where condition: String,
    _ arguments: [String]
  ) throws -> [Kind] {
    let facts = Kind.type.fields.flatMap(\.columns).joined(separator: ", ")
    let statement = try statement(
      """
      SELECT id, reference, \(facts) FROM temp.\(Kind.type.name)AsOf WHERE \(condition)
      ORDER BY reference
      """
    )
    for (index, argument) in arguments.enumerated() { statement.bind(Int32(index) + 1, argument) }
    return try records(statement)
  }

  /// The records that a statement gives: number, reference and facts.
  func records<Kind: StoredRecord>(_ statement: RawStatement) throws -> [Kind] {
    var records: [Kind] = []
    while try statement.step() {
      var row = RecordRow(StatementCells(statement: statement))
      do {
        records.append(try Kind(&row))
      } catch {
        throw StoreError.refused(
          "column \(error.column) of a \(Kind.type.name) has a value that it cannot have; run "
            + "`liaison doctor`"
        )
      }
    }
    return records
  }
}
