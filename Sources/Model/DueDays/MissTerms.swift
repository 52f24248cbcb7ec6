/// How measurements and repeated misses are judged.
public struct MissTerms: Hashable, Sendable {
  /// How many finished periods are looked at.
  public var lookBack: Int
  /// How many cases a measurement needs at least.
  public var minimumSample: Int64
  /// When a performance review is demanded.
  public var rule: RepeatedMissRule
  /// How long after a period its measurement may be recorded.
  public var dataLag: Period

  /// Makes terms.
  public init(lookBack: Int, minimumSample: Int64, rule: RepeatedMissRule, dataLag: Period) {
    self.lookBack = lookBack
    self.minimumSample = minimumSample
    self.rule = rule
    self.dataLag = dataLag
  }
}
