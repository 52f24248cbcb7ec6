/// How a service credit is reckoned from a miss, before anything is combined, capped or rounded.
///
/// Formulas: bands charge × the band's per cent; linear charge × points × full tenths of a per cent
/// missed; proportional charge × share of the downtime × factor; fixed sum × failures.
/// ``CreditRule`` is the record of it.
public enum CreditShape: Hashable, Sendable {
  /// By the band that the value lies in, also if the target is met.
  case bands(CreditBands)
  /// So much of the charge for each full tenth of a per cent that is missed.
  case linear(points: Percentage)
  /// The share of the downtime times a factor; all of the downtime, or only what exceeds the target.
  case proportional(factor: Fraction, excessOnly: Bool)
  /// A sum for each failure.
  case fixed(Money)
}

/// What one rule has to judge in a period.
public struct CreditItem: Hashable, Sendable {
  /// What it is called in the explanation, such as `Availability`.
  public let name: String
  /// How the credit is reckoned.
  public let shape: CreditShape
  /// What had to be reached, in per cent for linear and proportional credits.
  public let comparison: ServiceLevelComparison
  /// How the measurement stands to the target.
  public let judged: JudgedMeasurement
  /// How many failures there were; only matters for a fixed sum.
  public let failures: Int

  /// Makes an item; by default with one failure.
  public init(
    _ name: String,
    shape: CreditShape,
    comparison: ServiceLevelComparison,
    judged: JudgedMeasurement,
    failures: Int = 1
  ) {
    self.name = name
    self.shape = shape
    self.comparison = comparison
    self.judged = judged
    self.failures = failures
  }
}
