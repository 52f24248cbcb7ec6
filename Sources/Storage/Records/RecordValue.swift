import Importing
public import Model

/// A value that a person gives for a field.
public enum RecordValue: Sendable, Equatable {
  /// Text, as for every field that is neither day nor number; durations and closed lists too.
  case text(String)
  /// Minor units, a count, or 0 and 1 for a flag.
  case number(Int64)
  /// A day.
  case day(CivilDay)
  /// The field loses its value.
  case empty
}

extension RecordValue {
  /// The value as the store keeps it, or nil if the field holds another sort of value.
  func stored(_ field: Field) -> StoredValue? {
    switch self {
    case .text(let text): field.isNumber ? nil : .text(text)
    case .number(let number): field.isNumber && !field.isDay ? .integer(number) : nil
    case .day(let day): field.isDay ? .text(day.description) : nil
    case .empty: .null
    }
  }

  /// The value for the journal, nil for none.
  var payload: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .day(let day): day.description
    case .empty: nil
    }
  }
}

extension [Field: RecordValue] {
  /// The values by name, for the journal.
  var payload: [String: String?] {
    reduce(into: [:]) { $0["\($1.key)"] = .some($1.value.payload) }
  }
}
