/// One metric of a scorecard in one period.
///
/// The score is that against the target that was valid in the period. A scorecard never averages
/// over periods with different targets; each period has its own.
public struct ScorecardEntry: Hashable, Sendable {
  /// What it is called in the results.
  public let name: String
  /// The weight, in any unit that all entries share.
  public let weight: Fraction
  /// Whether a miss caps the grade.
  public let isMandatory: Bool
  /// How the measurement stands to its target.
  public let state: MeasurementState
  /// The score from 0 to 100; nil without data.
  public let score: Fraction?

  /// Makes an entry from a judged measurement; only one that is met or missed has a score.
  public init(
    _ name: String,
    weight: Fraction,
    isMandatory: Bool = false,
    judged: JudgedMeasurement,
    scoring: MetricScore
  ) {
    self.name = name
    self.weight = weight
    self.isMandatory = isMandatory
    state = judged.state
    score = judged.value.map { scoring.score(of: $0) }
  }

  /// Whether it counts for the knock-out.
  ///
  /// A mandatory metric without data, or in dispute, counts as missed; an excluded one does not.
  public var isMandatoryMiss: Bool {
    isMandatory && state != .met && state != .excluded
  }
}
