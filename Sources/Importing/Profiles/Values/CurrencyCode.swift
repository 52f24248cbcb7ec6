import Model

/// What has to be known of a currency to read an amount.
enum CurrencyCode {
  /// Whether the text is an ISO 4217 code with a minor unit.
  static func isKnown(_ code: String) -> Bool { Currency(code) != nil }

  /// The number of decimals of the currency's minor unit, or nil for an unknown code.
  static func places(_ code: String) -> Int? { Currency(code)?.exponent }
}
