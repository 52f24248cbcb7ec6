/// How the value of one metric becomes a score from 0 to 100.
///
/// Formula of the linear score: s = clamp(100 · (value − floor) ÷ (target − floor), 0, 100). It
/// works in both directions, because the floor of a metric that shall be low lies above its target.
/// For a band the target is the end of the band on the side of the floor, and the score falls by
/// the distance to the band on both sides. A target equal to its floor scores 100 if met, else 0.
public struct MetricScore: Hashable, Sendable {
  /// What must be reached for 100.
  public let comparison: ServiceLevelComparison
  private let shape: Shape

  private enum Shape: Hashable, Sendable {
    case linear(reach: Fraction)
    case binary
    case bands([ScoreBand], otherwise: Fraction)
  }

  /// 100 if met, else 0.
  public static func binary(_ comparison: ServiceLevelComparison) -> Self {
    Self(comparison: comparison, shape: .binary)
  }

  /// 100 at the target, 0 at the floor and beyond it.
  ///
  /// - Throws: ``ScoreProblem`` if the floor is better than the target.
  public static func linear(
    _ comparison: ServiceLevelComparison,
    floor: Fraction
  ) throws(ScoreProblem) -> Self {
    let isEnd = floor == comparison.lowest || floor == comparison.highest
    guard isEnd || !comparison.isMet(by: floor) else { throw .floorBeyondTarget }
    return Self(comparison: comparison, shape: .linear(reach: comparison.shortfall(of: floor)))
  }

  /// The score of the best band that the value reaches, or another one if it reaches none.
  ///
  /// A value reaches a band at its limit or on the better side of it.
  ///
  /// - Throws: ``ScoreProblem`` for a target that is a band itself, and for a score outside 0 to
  ///   100.
  public static func bands(
    _ comparison: ServiceLevelComparison,
    _ bands: [ScoreBand],
    otherwise: Fraction
  ) throws(ScoreProblem) -> Self {
    guard comparison.kind != .between else { throw .bandsOfBand }
    for score in bands.map(\.score) + [otherwise] where score.isNegative || score > 100 {
      throw .scoreOutOfRange
    }
    return Self(comparison: comparison, shape: .bands(bands, otherwise: otherwise))
  }

  /// The score of a value in the unit of the target, 0 to 100, exact.
  public func score(of value: Fraction) -> Fraction {
    switch shape {
    case .binary: return comparison.isMet(by: value) ? 100 : 0
    case .linear(let reach):
      guard let missing = comparison.shortfall(of: value).divided(by: reach) else {
        return comparison.isMet(by: value) ? 100 : 0
      }
      return max(0, 100 - missing * 100)
    case .bands(let bands, let otherwise):
      let reached = bands.filter {
        comparison.kind == .atLeast ? value >= $0.limit : value <= $0.limit
      }
      return reached.map(\.score).max() ?? otherwise
    }
  }
}

/// A score for values that reach a limit.
public struct ScoreBand: Hashable, Sendable {
  /// The worst value in the band, in the unit of the target.
  public let limit: Fraction
  /// The score, 0 to 100.
  public let score: Fraction

  /// Makes a band.
  public init(limit: Fraction, score: Fraction) {
    self.limit = limit
    self.score = score
  }
}

/// Why values cannot be scored so.
public enum ScoreProblem: Error, Hashable, Sendable {
  /// The floor is better than the target.
  case floorBeyondTarget
  /// Bands of scores for a target that is a band itself.
  case bandsOfBand
  /// A score lies below 0 or above 100.
  case scoreOutOfRange

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .floorBeyondTarget: "The floor is better than the target."
    case .bandsOfBand: "A target between two values cannot be scored by bands."
    case .scoreOutOfRange: "A score lies below 0 or above 100."
    }
  }
}
