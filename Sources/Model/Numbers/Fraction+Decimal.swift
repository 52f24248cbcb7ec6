// The form is that of decimal numbers without exponent: a sign `+` or `-` or none, digits, and at
// most one decimal point with digits after it. At least one digit must be there. Blanks, group
// marks and exponents are refused.
extension Fraction {
  /// The most decimals that are read; zeros beyond them are allowed.
  public static let mostDecimals = 12
  /// The most digits before the decimal point that are read, leading zeros not counted.
  public static let mostWholeDigits = 18

  /// Reads a decimal number such as `99.95` exactly.
  ///
  /// - Throws: ``DecimalProblem`` if the text is no such number.
  public init(decimal text: String) throws(DecimalProblem) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    var decimals = parts.count > 1 ? parts[1] : ""
    guard !text.isEmpty else { throw .empty }
    guard !whole.isEmpty || !decimals.isEmpty, Self.areDigits(whole), Self.areDigits(decimals)
    else { throw .notANumber }
    while decimals.last == "0" { decimals.removeLast() }
    guard decimals.count <= Self.mostDecimals else { throw .tooManyDecimals }
    guard whole.drop(while: { $0 == "0" }).count <= Self.mostWholeDigits else { throw .tooLarge }
    let value = (whole + decimals).utf8.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
    let scale = Self.powerOfTen(decimals.count).reciprocal ?? .one
    self = Self(isNegative ? -value : value) * scale
  }

  /// Makes a fraction from a decimal number, exactly.
  public init(_ number: DecimalNumber) {
    self = Self(number.units) * (Self.powerOfTen(number.scale).reciprocal ?? .one)
  }

  private static func areDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The number with so many decimals, all of them written, such as `99.89`.
  public func text(decimals: Int, _ rounding: Rounding = .down) -> String {
    let scaled = (self * Self.powerOfTen(max(0, decimals))).rounded(rounding)
    var digits = scaled.magnitude.description
    guard decimals > 0 else { return scaled.isNegative ? "-" + digits : digits }
    digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    return scaled.isNegative ? "-" + digits : digits
  }

  /// The number with the decimals that it has, at least the given ones, such as `617.285`.
  ///
  /// One with more than the most decimals is cut there and followed by an ellipsis, such as
  /// `99.497685…`.
  public func exactText(least: Int = 0, most: Int = 6) -> String {
    let sign = isNegative ? "-" : ""
    for decimals in least...max(least, most)
    where (self * Self.powerOfTen(decimals)).isWhole {
      return sign + magnitude.text(decimals: decimals)
    }
    return sign + magnitude.text(decimals: max(least, most)) + "…"
  }
}

/// Why a text is no decimal number.
public enum DecimalProblem: Error, Hashable, Sendable {
  /// There is nothing.
  case empty
  /// A character does not belong there.
  case notANumber
  /// There are more decimals than ``Fraction/mostDecimals``, and not all are zeros.
  case tooManyDecimals
  /// There are more digits before the point than ``Fraction/mostWholeDigits``.
  case tooLarge

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .empty: "The number is empty."
    case .notANumber: "This is not a number."
    case .tooManyDecimals: "The number has more than \(Fraction.mostDecimals) decimals."
    case .tooLarge:
      "The number has more than \(Fraction.mostWholeDigits) digits before the decimal point."
    }
  }
}
