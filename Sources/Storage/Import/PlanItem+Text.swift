import Importing
import Model

extension PlanItem.Change {
  /// A change of a field with its values as people write them: amounts with their currency.
  init(
    _ field: Field,
    before: StoredValue,
    in facts: [StoredValue],
    after: StoredValue,
    of said: [Field: StoredValue]
  ) {
    let currency = Self.currency(of: field)
    let old = currency.flatMap { facts[Int($0.rawValue)].text }
    let new = currency.flatMap { said[$0]?.text } ?? old
    self.init(
      field: "\(field)",
      before: Self.text(before, currency: old),
      after: Self.text(after, currency: new)
    )
  }

  private static func currency(of field: Field) -> Field? {
    switch field {
    case .value: .valueCurrency
    case .annualValue: .annualValueCurrency
    default: nil
    }
  }

  private static func text(_ value: StoredValue, currency: String?) -> String? {
    guard case .integer(let minor) = value, let currency = currency.flatMap({ Currency($0) })
    else { return value.text }
    return Money(minorUnits: minor, currency: currency).description
  }
}
