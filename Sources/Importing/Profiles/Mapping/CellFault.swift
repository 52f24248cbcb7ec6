/// What can be wrong with one cell, and how that is said.
enum CellFault: String, CaseIterable {
  case date = "date.unreadable"
  case amount = "number.unreadable"
  case integer = "number.notWhole"
  case amountTooPrecise = "number.tooPrecise"
  case numberTooLarge = "number.tooLarge"
  case currencyMissing = "currency.missing"
  case currencyUnknown = "currency.unknown"
  case boolean = "flag.unreadable"
  case duration = "duration.unreadable"
  case word = "value.unknown"
  case wordRejected = "value.rejected"
  case notAllowed = "value.notAllowed"
  case pattern = "value.pattern"
  case belowMinimum = "value.belowMinimum"
  case repeated = "value.repeated"
  case required = "field.required"

  /// The code of the problem; a word that rejects its row has the code of any unknown word.
  var code: String { self == .wordRejected ? CellFault.word.rawValue : rawValue }

  /// What is wrong with the cell.
  func message(label: String, cell: String, value: ProfileValue) -> String {
    switch self {
    case .date: "“\(cell)” in “\(label)” is not a day written as \(patterns(value))."
    case .amount: "“\(cell)” in “\(label)” is not a number as the profile describes it."
    case .integer: "“\(cell)” in “\(label)” is not a whole number."
    case .amountTooPrecise: "“\(cell)” in “\(label)” has more decimals than its currency."
    case .numberTooLarge: "“\(cell)” in “\(label)” is too large a number."
    case .currencyMissing: "The amount “\(cell)” in “\(label)” has no currency."
    case .currencyUnknown: "The currency of “\(cell)” in “\(label)” is not known."
    case .boolean: "“\(cell)” in “\(label)” is neither yes nor no."
    case .duration: "“\(cell)” in “\(label)” is not a duration."
    case .word, .wordRejected: "The profile does not know the word “\(cell)” in “\(label)”."
    case .notAllowed: "“\(cell)” in “\(label)” is not one of the values allowed."
    case .pattern: "“\(cell)” in “\(label)” does not have the form that the profile demands."
    case .belowMinimum: "“\(cell)” in “\(label)” is below the least value allowed."
    case .repeated: "“\(cell)” in “\(label)” was in an earlier row already."
    case .required: "“\(label)” is blank and must not be."
    }
  }

  /// What to do about it.
  var remedy: String {
    switch self {
    case .date: "Correct the cell, or add its way of writing to “dates” in the profile."
    case .amount, .integer:
      "Correct the cell, or the decimal and group marks in the profile."
    case .amountTooPrecise: "Correct the cell, or set “round: true” in the profile."
    case .numberTooLarge: "Correct the cell."
    case .currencyMissing: "Fill in the currency, or state a fixed one in the profile."
    case .currencyUnknown: "Use an ISO 4217 code, or add the word to “symbols” in the profile."
    case .boolean: "Correct the cell, or add its word to “yes” or “no” in the profile."
    case .duration: "Write a number and a unit such as “12 months”."
    case .word, .wordRejected: "Correct the cell, or add the word to “values” in the profile."
    case .notAllowed: "Correct the cell, or extend “oneOf” in the profile."
    case .pattern: "Correct the cell, or “pattern” in the profile."
    case .belowMinimum: "Correct the cell, or “minimum” in the profile."
    case .repeated: "Give the row a value of its own, or remove one of the two rows."
    case .required: "Fill in the cell."
    }
  }

  private func patterns(_ value: ProfileValue) -> String {
    value.formats.dates.map(\.text).joined(separator: " or ")
  }
}
