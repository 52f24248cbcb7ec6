/// What a value must be to meet a target: at least a limit, at most a limit, or within a band.
///
/// Limits are in the unit of the target and belong to what is met. Values are compared exactly,
/// never by their display.
public struct ServiceLevelComparison: Hashable, Sendable {
  /// The lowest value that meets the target; nil is without limit.
  public let lowest: Fraction?
  /// The highest value that meets the target; nil is without limit.
  public let highest: Fraction?

  private init(lowest: Fraction?, highest: Fraction?) {
    self.lowest = lowest
    self.highest = highest
  }

  /// At least the limit.
  public static func atLeast(_ limit: Fraction) -> Self { Self(lowest: limit, highest: nil) }

  /// At most the limit.
  public static func atMost(_ limit: Fraction) -> Self { Self(lowest: nil, highest: limit) }

  /// A band from the lowest to the highest value, both included.
  ///
  /// The result is nil if the lowest value is above the highest.
  public static func between(_ lowest: Fraction, _ highest: Fraction) -> Self? {
    lowest <= highest ? Self(lowest: lowest, highest: highest) : nil
  }

  /// Makes a comparison from the facts of a target.
  ///
  /// `upper` only matters for ``ServiceLevelTarget/Comparison/between``; without it, or with one
  /// below the value, the result is nil.
  public init?(_ kind: ServiceLevelTarget.Comparison, value: Fraction, upper: Fraction?) {
    switch kind {
    case .atLeast: self = .atLeast(value)
    case .atMost: self = .atMost(value)
    case .between:
      guard let upper, let band = Self.between(value, upper) else { return nil }
      self = band
    }
  }

  /// The kind of comparison.
  public var kind: ServiceLevelTarget.Comparison {
    if lowest == nil { return .atMost }
    return highest == nil ? .atLeast : .between
  }

  /// Whether the value meets the target.
  public func isMet(by value: Fraction) -> Bool { shortfall(of: value).isZero }

  /// How far the value lies outside, in the unit of the target; 0 if it is met.
  public func shortfall(of value: Fraction) -> Fraction {
    if let lowest, value < lowest { return lowest - value }
    if let highest, value > highest { return value - highest }
    return .zero
  }
}
