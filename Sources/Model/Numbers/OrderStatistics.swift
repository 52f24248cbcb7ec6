/// Figures that depend on the order of values only.
public enum OrderStatistics {
  /// The value in the middle, or the mean of the middle two of an even count.
  ///
  /// The result is exact, and nil without values.
  public static func median(_ values: [Fraction]) -> Fraction? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let upper = sorted[sorted.count / 2]
    guard sorted.count.isMultiple(of: 2) else { return upper }
    return (sorted[sorted.count / 2 - 1] + upper) * Fraction(known: 1, over: 2)
  }

  /// The percentile by nearest rank: of n sorted values the one with the 1-based rank
  /// ⌈percent ÷ 100 × n⌉, which is always one of the values.
  ///
  /// A percent below 1 counts as 1 and one above 100 as 100; the result is nil without values.
  /// Source: definition 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The
  /// American Statistician 50 (1996). Most other definitions interpolate and so show values that
  /// did not occur.
  public static func percentile<Value: Comparable>(_ percent: Int, of values: [Value]) -> Value? {
    guard !values.isEmpty else { return nil }
    let percent = min(100, max(1, percent))
    let rank = (percent * values.count + 99) / 100
    return values.sorted()[rank - 1]
  }
}
