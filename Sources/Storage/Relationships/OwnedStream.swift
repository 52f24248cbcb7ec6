import GRDB
import Model

/// The records of one kind in order of the party they belong to, then of the agreement.
///
/// Streams of all kinds pass side by side while relationship files are made, so that memory does
/// not grow with the number of parties.
protocol OwnedStream: AnyObject {
  /// The party of the current row; nil for a row of no party; meaningless after the last row.
  var party: Int64? { get }
  /// Whether there is a current row.
  var isAtRow: Bool { get }
  /// Puts all rows of a party onto its shelves, and goes to the first row of the next one.
  func take(_ party: Int64?, _ put: (RecordPlace) -> Void) throws
}

/// A record on its way to its shelf.
struct RecordPlace {
  /// The agreement it belongs to, or nil.
  let agreement: Int64?
  /// Adds it to a shelf.
  let add: (inout RecordShelf) -> Void
}

/// A stream of one kind of record.
final class RecordStream<Kind: StoredRecord>: OwnedStream {
  private let statement: RawStatement
  private(set) var isAtRow = false

  /// Makes the stream, or nil if the store has no record of the kind.
  init?(_ database: Database) throws {
    let type = Kind.type
    guard
      try Int64.fetchOne(database, sql: "SELECT 1 FROM main.\(type.table) LIMIT 1") != nil
    else { return nil }
    let facts = type.fields.flatMap(\.columns).map { "t.\($0)" }.joined(separator: ", ")
    statement = try RawStatement(
      database,
      """
      SELECT \(RecordOwner.party(of: type, "t") ?? "NULL") AS owner,
        \(RecordOwner.agreement(of: type, "t") ?? "NULL") AS agreement, t.id, t.reference, \(facts)
      FROM temp.\(type.name)AsOf t ORDER BY owner, agreement, t.reference
      """
    )
    isAtRow = try statement.step()
  }

  var party: Int64? { statement.optionalInteger(0) }

  func take(_ party: Int64?, _ put: (RecordPlace) -> Void) throws {
    while isAtRow, self.party == party {
      let record = try record()
      put(RecordPlace(agreement: statement.optionalInteger(1)) { $0.add(record) })
      isAtRow = try statement.step()
    }
  }

  private func record() throws -> Kind {
    var row = RecordRow(StatementCells(statement: statement), from: 2)
    do {
      return try Kind(&row)
    } catch {
      throw StoreError.refused(
        "column \(error.column) of a \(Kind.type.name) has a value that it cannot have; run "
          + "`liaison doctor`"
      )
    }
  }
}
