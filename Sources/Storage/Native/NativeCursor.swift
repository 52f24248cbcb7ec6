import GRDB

/// Goes through the rows of one form in the order of the document.
///
/// The rows of a form with records below it are ranked first, in a temporary table. Every form
/// below has one cursor that goes through all its rows in order of those ranks, so that rows
/// and the rows below them pass side by side and nothing is kept in memory.
final class NativeCursor {
  let form: NativeForm
  let children: [NativeCursor]
  let statement: RawStatement
  /// The text of the statement.
  let sql: String
  /// The columns to write, and where each stands in the statement.
  let columns: [(column: NativeColumn, index: Int32)]
  /// Whether there is a current row.
  private(set) var isAtRow = false

  /// The statement's fixed columns: rank, id, recording, and the party of an agreement.
  private static let fixed = 4

  convenience init(_ database: Database, _ form: NativeForm, provenance: Bool) throws {
    try self.init(database, form, below: nil, provenance: provenance)
    try advance()
  }

  private init(
    _ database: Database,
    _ form: NativeForm,
    below owner: NativeForm?,
    provenance: Bool
  ) throws {
    self.form = form
    var index = Int32(Self.fixed)
    columns = form.columns.filter { provenance || !$0.isProvenance }.map { column in
      defer { index += column.currency == nil ? 1 : 2 }
      return (column, index)
    }
    if owner == nil, !form.children.isEmpty { try Self.rank(database, form) }
    sql = Self.sql(form, columns.map(\.column), below: owner, provenance: provenance)
    statement = try RawStatement(database, sql)
    children = try form.children.filter { provenance || !$0.isProvenance }.map {
      try NativeCursor(database, $0, below: form, provenance: provenance)
    }
    for child in children { try child.advance() }
  }

  /// Goes to the next row.
  func advance() throws { isAtRow = try statement.step() }

  /// The place of the record in its section, or of the record above, from 1.
  var rank: Int64 { statement.integer(0) }
  var id: Int64 { statement.integer(1) }
  var recordingId: Int64 { statement.integer(2) }
  var partyId: Int64 { statement.integer(3) }

  /// Whether the current row lies below the record with the rank.
  func isBelow(_ rank: Int64) -> Bool { isAtRow && self.rank == rank }

  // MARK: Statements

  private static func rankTable(_ form: NativeForm) -> String { "nativeRank_\(form.table)" }

  private static func rank(_ database: Database, _ form: NativeForm) throws {
    let table = rankTable(form)
    try database.execute(
      sql: """
        CREATE TEMP TABLE \(table) (rank INTEGER PRIMARY KEY, id INTEGER NOT NULL);
        INSERT INTO temp.\(table) (id) SELECT t.id FROM main.\(form.table) t ORDER BY \(form.order);
        CREATE UNIQUE INDEX temp.\(table)_id ON \(table) (id);
        """
    )
  }

  private static func sql(
    _ form: NativeForm,
    _ columns: [NativeColumn],
    below owner: NativeForm?,
    provenance: Bool
  ) -> String {
    let values = columns.flatMap { [$0.expression] + ($0.currency.map { ["t.\($0)"] } ?? []) }
    let isRanked = owner != nil || !form.children.isEmpty
    let id =
      switch form.identity {
      case .counted, .belowOwner: "t.id"
      case .numbered: "(t.\(form.owner ?? "") << 20) + t.number"
      case .composite, .owner: "NULL"
      }
    let fixed = [
      isRanked ? "r.rank" : "NULL", id, "t.recordingId",
      form.table == "agreementParty" ? "t.partyId" : "NULL",
    ]
    let select = "SELECT \((fixed + values).joined(separator: ", "))"
    if let owner {
      let ids =
        form.identity == .belowOwner
        ? "t.id BETWEEN r.id << 20 AND (r.id << 20) + 1048575" : "t.\(form.owner ?? "") = r.id"
      let (ranks, rows) = ("temp.\(rankTable(owner)) r", "main.\(form.table) t")
      // Without an index the rows are read in their own order and sorted.
      let tables = form.isIndexed ? "\(ranks) CROSS JOIN \(rows)" : "\(rows) CROSS JOIN \(ranks)"
      return "\(select) FROM \(tables) ON \(ids) ORDER BY r.rank, \(form.order)"
    }
    if isRanked {
      return """
        \(select) FROM temp.\(rankTable(form)) r CROSS JOIN main.\(form.table) t ON t.id = r.id
        ORDER BY r.rank
        """
    }
    let isMentioned = "t.id IN (SELECT originalId FROM main.agreementMention)"
    let filter = form.table == "original" && !provenance ? "WHERE \(isMentioned)" : ""
    return "\(select) FROM main.\(form.table) t \(filter) ORDER BY \(form.order)"
  }
}

extension NativeColumn {
  /// The column with the currency of an amount, or nil.
  var currency: String? {
    if case .amount(let currency) = kind { currency } else { nil }
  }
}
