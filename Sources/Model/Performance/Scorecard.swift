/// The weighted score of a supplier's metrics in a period, and its grade.
///
/// Formulas: score = Σ wᵢ·sᵢ ÷ Σ wᵢ over the metrics with data; coverage = Σ w(with data) ÷ Σ w(all);
/// strict score = Σ wᵢ·sᵢ ÷ Σ w(all), where no data scores 0. A metric that is excluded or disputed
/// has no data. Under the least coverage there is no grade. One mandatory miss caps the grade at
/// C, two cap it at D.
public struct Scorecard: Hashable, Sendable {
  /// The weighted score over the metrics with data, 0 to 100; nil if none has any.
  public let score: Fraction?
  /// The weighted score where no data scores 0; nil if no metric has a weight.
  public let strictScore: Fraction?
  /// The weight with data of all weight; nil if no metric has a weight.
  public let coverage: Percentage?
  /// The grade of the score before the knock-out; nil under the least coverage.
  public let uncappedGrade: ScorecardGrade?
  /// The grade that holds; nil means that the data is insufficient.
  public let grade: ScorecardGrade?
  /// The grade of the strict score before the knock-out; nil if no metric has a weight.
  public let strictGrade: ScorecardGrade?
  /// The names of the mandatory metrics that were missed or have no data, in the given order.
  public let mandatoryMisses: [String]

  /// Whether there is too little data for a grade.
  public var isInsufficient: Bool { grade == nil }

  /// Makes a scorecard from its metrics.
  ///
  /// - Throws: ``ScorecardProblem`` if a weight is below zero.
  public init(
    _ entries: [ScorecardEntry],
    bounds: GradeBounds,
    leastCoverage: Percentage
  ) throws(ScorecardProblem) {
    if let entry = entries.first(where: \.weight.isNegative) {
      throw .negativeWeight(entry.name)
    }
    let all = Self.sum(entries.map(\.weight))
    let known = Self.sum(entries.filter { $0.score != nil }.map(\.weight))
    let total = Self.sum(entries.compactMap { entry in entry.score.map { $0 * entry.weight } })
    let coverage = known.divided(by: all).map { Percentage(share: $0) }
    score = total.divided(by: known)
    strictScore = total.divided(by: all)
    self.coverage = coverage
    mandatoryMisses = entries.filter(\.isMandatoryMiss).map(\.name)
    strictGrade = strictScore.map { bounds.grade(of: $0) }
    let isCovered = coverage.map { $0 >= leastCoverage } ?? false
    uncappedGrade = isCovered ? score.map { bounds.grade(of: $0) } : nil
    let misses = mandatoryMisses.count
    grade = uncappedGrade.map { max($0, misses == 0 ? .a : misses == 1 ? .c : .d) }
  }

  private static func sum(_ values: [Fraction]) -> Fraction { values.reduce(.zero, +) }
}

/// Why metrics are no scorecard.
public enum ScorecardProblem: Error, Hashable, Sendable {
  /// The weight of the named metric is below zero.
  case negativeWeight(String)

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .negativeWeight(let name): "The weight of \(name) is below zero."
    }
  }
}
