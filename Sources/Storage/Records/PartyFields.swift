import Importing
import Model

/// Checks what a person gives for a party, and turns it into columns.
enum PartyFields {
  static func check(_ values: [Field: RecordValue], reference: String) throws {
    var check = RecordCheck()
    check.require(reference, "reference")
    for field in values.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      let value = values[field] ?? .empty
      guard NewParty.fields.contains(field) else {
        check.add(
          "field.unknown",
          field: "\(field)",
          value: value.payload,
          "A party has no field \(field).",
          remedy: "Leave it out."
        )
        continue
      }
      if value.stored(field) == nil {
        check.add(
          "value.wrongSort",
          field: "\(field)",
          value: value.payload,
          "\(field) takes text.",
          remedy: "Give text."
        )
      }
    }
    if let name = values[.name] { check.require(name.payload ?? "", "name") }
    if case .text(let tier)? = values[.tier] {
      check.require(tier, "tier", oneOf: Tier.allCases.map(\.rawValue))
    }
    try check.finish()
  }

  /// The columns that the values set, in the order of the table.
  static func columns(_ values: [Field: RecordValue]) -> [String] {
    let set = Set(values.keys.map(column))
    return PartyValues.columns.filter(set.contains)
  }

  /// Sets the columns; the party above is looked up.
  static func apply(
    _ values: [Field: RecordValue],
    to row: inout PartyValues,
    of party: Int64,
    _ session: WriteSession
  ) throws {
    for (field, value) in values {
      guard field == .parentParty, case .text(let reference) = value else {
        row[column(field)] = value.stored(field) ?? .null
        continue
      }
      let parent = try session.party(reference)
      guard parent != party else {
        throw StoreError.notAllowed("Party \(reference) cannot stand above itself.")
      }
      row["parentId"] = .integer(parent)
    }
  }

  private static func column(_ field: Field) -> String {
    field == .parentParty ? "parentId" : "\(field)"
  }
}
