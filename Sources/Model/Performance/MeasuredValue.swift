/// What was measured: a value, or how many of all.
public enum MeasuredValue: Hashable, Sendable {
  /// A value in the unit of the target.
  case value(Fraction)
  /// How many of all, or how much of the whole, such as answered in time of all due.
  case ratio(Int64, of: Int64)

  /// The value in the unit of the target, or nil if there was nothing to measure.
  ///
  /// `scale` is what the whole counts in that unit: 100 in percent, 1,000,000 in parts per
  /// million. A ratio of nothing, and one with a number below zero, has no value.
  public func number(scale: Int64) -> Fraction? {
    switch self {
    case .value(let value): return value
    case .ratio(let part, let whole):
      guard part >= 0, whole > 0 else { return nil }
      return Fraction(numerator: part, denominator: whole).map { $0 * Fraction(scale) }
    }
  }

  /// The number of cases behind a ratio; nil for a value.
  var cases: Int64? {
    if case .ratio(_, let whole) = self { return whole }
    return nil
  }
}
