/// An amount of a currency, exact.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// The amount in minor units of ``currency``: 123450 is EUR 1,234.50 and JPY 123,450.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// Makes an amount from minor units.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Reads an amount in a format.
  ///
  /// - Returns: The exact amount.
  /// - Throws: ``AmountProblem`` if the text is no amount of the currency.
  public init(
    _ text: String,
    currency: Currency,
    format: AmountFormat = .plain
  ) throws(AmountProblem) {
    minorUnits = try format.minorUnits(of: text, exponent: currency.exponent)
    self.currency = currency
  }

  /// The amount with a decimal point, all decimals and no groups, such as `1234.50`.
  public var amountText: String { Self.amountText(minorUnits, exponent: currency.exponent) }

  /// The amount and the code, such as `1234.50 EUR`.
  public var description: String { "\(amountText) \(currency.code)" }

  /// The sum, or nil for different currencies or if it does not fit 64 bits.
  public func adding(_ other: Self) -> Self? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    return overflow ? nil : Self(minorUnits: sum, currency: currency)
  }

  /// The sum of amounts of one currency, zero for none.
  ///
  /// The result is nil for another currency among them or if the sum does not fit 64 bits; sums
  /// in between may be larger.
  public static func sum(_ amounts: some Sequence<Money>, currency: Currency) -> Self? {
    var total: Int128 = 0
    for amount in amounts {
      guard amount.currency == currency else { return nil }
      total += Int128(amount.minorUnits)
    }
    return Int64(exactly: total).map { Self(minorUnits: $0, currency: currency) }
  }

  /// Minor units as text with a decimal point, such as `1234.50` for 123450 and exponent 2.
  public static func amountText(_ minorUnits: Int64, exponent: Int) -> String {
    var digits = String(minorUnits.magnitude)
    if digits.utf8.count <= exponent {
      digits = String(repeating: "0", count: exponent + 1 - digits.utf8.count) + digits
    }
    if exponent > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -exponent)) }
    return minorUnits < 0 ? "-" + digits : digits
  }
}
