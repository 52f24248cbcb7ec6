import BigInt

/// An exact ratio of two whole numbers of any size, in lowest terms.
///
/// Every percentage, rate, score and sum of money before its rounding is one, so that nothing is
/// lost on the way and a comparison is that of the true values. The whole numbers have no largest
/// size: products of many decimals do not fit 128 bits.
public struct Fraction: Hashable, Sendable {
  /// Carries the sign.
  private let numerator: BigInt
  /// At least 1, without a common divisor with the numerator.
  private let denominator: BigInt

  /// Zero.
  public static let zero = Self(0)
  /// One.
  public static let one = Self(1)

  /// Makes a fraction from a whole number.
  public init(_ whole: some BinaryInteger) {
    numerator = BigInt(whole)
    denominator = 1
  }

  /// Makes a fraction from two whole numbers of any sign.
  ///
  /// The result is nil for a denominator of 0.
  public init?(numerator: some BinaryInteger, denominator: some BinaryInteger) {
    guard denominator != 0 else { return nil }
    self.init(BigInt(numerator), over: BigInt(denominator))
  }

  /// Reduces; the denominator is not 0.
  private init(_ numerator: BigInt, over denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = divisor == 1 ? numerator * sign : numerator / divisor * sign
    self.denominator = divisor == 1 ? denominator * sign : denominator / divisor * sign
  }

  /// Whether it is below zero.
  public var isNegative: Bool { numerator.signum() < 0 }

  /// Whether it is zero.
  public var isZero: Bool { numerator.isZero }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The distance from zero.
  public var magnitude: Self { isNegative ? -self : self }

  /// The largest whole number that is not above it.
  public var roundedDown: Self {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Self(remainder.signum() < 0 ? quotient - 1 : quotient)
  }

  /// The value if it is a whole number that fits 64 bits, else nil.
  public var wholeNumber: Int64? { isWhole ? Int64(exactly: numerator) : nil }

  /// The reciprocal, or nil of zero.
  public var reciprocal: Self? { isZero ? nil : Self(denominator, over: numerator) }

  /// The sum.
  public static func + (left: Self, right: Self) -> Self {
    if left.denominator == right.denominator {
      return Self(left.numerator + right.numerator, over: left.denominator)
    }
    let sum = left.numerator * right.denominator + right.numerator * left.denominator
    return Self(sum, over: left.denominator * right.denominator)
  }

  /// The difference.
  public static func - (left: Self, right: Self) -> Self { left + -right }

  /// The product.
  public static func * (left: Self, right: Self) -> Self {
    Self(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The value with the other sign.
  public static prefix func - (value: Self) -> Self {
    Self(-value.numerator, over: value.denominator)
  }

  /// The quotient, or nil if the divisor is zero.
  public func divided(by divisor: Self) -> Self? { divisor.reciprocal.map { self * $0 } }

  /// Ten to a power of 0 or more.
  static func powerOfTen(_ exponent: Int) -> Self { Self(BigInt(10).power(exponent)) }
}

extension Fraction: Comparable {
  /// Whether the left value is the smaller one.
  public static func < (left: Self, right: Self) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  /// Makes a fraction from a whole number in the source.
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension Fraction: CustomStringConvertible {
  /// The whole number, or numerator and denominator such as `5/21`.
  public var description: String {
    isWhole ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
