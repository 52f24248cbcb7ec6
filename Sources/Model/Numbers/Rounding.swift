/// How an exact number becomes one with fewer decimals.
///
/// The raw values are those of the policy key `credit.rounding`.
public enum Rounding: String, Sendable, CaseIterable {
  /// To the next one below; percentages are displayed so, that none looks better than it is.
  case down
  /// To the nearest one, from the middle to the one farther from zero, as in trade.
  case halfAwayFromZero
  /// To the nearest one, from the middle to the even one: roundTiesToEven of IEEE 754-2019, 4.3.1.
  case halfEven

  /// The rule in English words, such as `half away from zero`.
  public var words: String {
    switch self {
    case .down: "down"
    case .halfAwayFromZero: "half away from zero"
    case .halfEven: "half to even"
    }
  }
}

extension Fraction {
  /// The nearest whole number as the rule says.
  public func rounded(_ rounding: Rounding) -> Self {
    switch rounding {
    case .down: return roundedDown
    case .halfAwayFromZero:
      let nearest = (magnitude + Self.half).roundedDown
      return isNegative ? -nearest : nearest
    case .halfEven:
      let nearest = (self + Self.half).roundedDown
      let isTie = nearest - self == Self.half
      return isTie && !(nearest * Self.half).isWhole ? nearest - 1 : nearest
    }
  }

  private static let half = Self(known: 1, over: 2)

  /// Makes a fraction whose denominator is known not to be 0; one of 0 gives zero.
  init(known numerator: Int64, over denominator: Int64) {
    self = Self(numerator: numerator, denominator: denominator) ?? .zero
  }
}
