/// The grade of a scorecard, best first.
///
/// The raw values are the letters that people read.
public enum ScorecardGrade: String, Sendable, CaseIterable, Comparable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"

  /// Whether the left grade is the better one.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The least scores of the grades; below the last one it is E.
public struct GradeBounds: Hashable, Sendable {
  /// The least score of A.
  public let leastA: Fraction
  /// The least score of B.
  public let leastB: Fraction
  /// The least score of C.
  public let leastC: Fraction
  /// The least score of D.
  public let leastD: Fraction

  /// Makes bounds from the policy's `scorecard.gradeA` to `scorecard.gradeD`.
  ///
  /// The result is nil unless they fall from A to D.
  public init?(leastA: Fraction, leastB: Fraction, leastC: Fraction, leastD: Fraction) {
    guard leastA > leastB, leastB > leastC, leastC > leastD else { return nil }
    self.leastA = leastA
    self.leastB = leastB
    self.leastC = leastC
    self.leastD = leastD
  }

  /// The grade of an exact score; a bound belongs to the better grade.
  public func grade(of score: Fraction) -> ScorecardGrade {
    if score >= leastA { return .a }
    if score >= leastB { return .b }
    if score >= leastC { return .c }
    return score >= leastD ? .d : .e
  }
}
