/// Remembers the decimals of the currency that was asked for last, since most rows share one.
struct CurrencyScale {
  private let exponent: @Sendable (String) -> Int
  private var currency: String?
  private var decimals = 0

  init(_ exponent: @escaping @Sendable (String) -> Int) {
    self.exponent = exponent
  }

  /// Gives the number of decimals of a currency.
  mutating func decimals(of currency: String) -> Int {
    if currency != self.currency {
      self.currency = currency
      decimals = exponent(currency)
    }
    return decimals
  }
}
