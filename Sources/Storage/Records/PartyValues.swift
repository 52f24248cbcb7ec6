import GRDB

/// The values of a revision of a party, by column.
struct PartyValues {
  /// The columns that hold facts, in the order of the table.
  static let columns = [
    "name", "legalForm", "country", "address", "postalCode", "city", "region", "email", "phone",
    "website", "tier", "parentId", "note",
  ]

  private var values: [String: StoredValue] = [:]
  /// The columns that the revision set.
  private(set) var changed: [String] = PartyValues.columns

  /// No values.
  init() {}

  init(_ row: Row) {
    for column in Self.columns {
      values[column] =
        column == "parentId"
        ? StoredValue(row[column] as Int64?) : StoredValue(row[column] as String?)
    }
    if let text = row["changed"] as String? {
      changed = text.split(separator: ",").map(String.init)
    }
  }

  subscript(_ column: String) -> StoredValue {
    get { values[column] ?? .null }
    set { values[column] = newValue }
  }

  /// Inserts the values as a revision; its id gives the party.
  func insert(
    _ session: WriteSession,
    id: Int64,
    changed: [String],
    source: [Int64?],
    effectiveOn: String
  ) throws {
    try session.insert(
      "partyRevision",
      [.integer(id), .integer(id >> 20)] + Self.columns.map { self[$0] }
        + [.text(changed.joined(separator: ","))] + source.map { StoredValue($0) }
        + [.text(effectiveOn)]
    )
  }
}
