import Model

/// What has to be known of a currency to read an amount.
enum CurrencyCode {
  /// Whether the text is an ISO 4217 code.
  static func isKnown(_ code: String) -> Bool { code.utf8.count == 3 }
  static func places(_ code: String) -> Int? { code == "JPY" ? 0 : 2 }
}
