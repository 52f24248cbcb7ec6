/// An exact decimal number as it was written: digits and how many of them are decimals.
///
/// `99.9` and `99.90` are equal and differ only in their text.
public struct DecimalNumber: Sendable, CustomStringConvertible {
  /// The most decimals that can be read.
  public static let largestScale = 12

  /// All digits as a whole number: 9995 for 99.95.
  public let units: Int64
  /// How many of the digits are decimals, 0 to ``largestScale``.
  public let scale: Int

  /// Makes a whole number.
  public init(_ number: Int64) {
    units = number
    scale = 0
  }

  /// Reads digits with an optional sign and an optional point, without groups and exponents.
  ///
  /// The result is nil for any other text, for more than ``largestScale`` decimals, and for a
  /// number that does not fit 18 digits.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 18 else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !decimals.isEmpty, decimals.count <= Self.largestScale,
      whole.count + decimals.count <= 18,
      (whole + decimals).utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let units = Int64(whole + decimals)
    else { return nil }
    self.units = isNegative ? -units : units
    scale = decimals.count
  }

  /// The number with its decimals as they were written, such as `99.90`.
  public var description: String {
    guard scale > 0 else { return "\(units)" }
    let digits = "\(units.magnitude)"
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return "\(units < 0 ? "-" : "")\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }

  /// The number times 10 to the power of ``largestScale``, for exact comparison.
  private var aligned: Int128 {
    (scale..<Self.largestScale).reduce(Int128(units)) { number, _ in number * 10 }
  }
}

extension DecimalNumber: Comparable, Hashable {
  /// Whether the two are the same number.
  public static func == (left: Self, right: Self) -> Bool { left.aligned == right.aligned }

  /// Whether the left number is smaller.
  public static func < (left: Self, right: Self) -> Bool { left.aligned < right.aligned }

  /// Adds the number, whatever its text.
  public func hash(into hasher: inout Hasher) { hasher.combine(aligned) }
}
