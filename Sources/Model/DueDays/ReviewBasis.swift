/// By what the next due day of reviews is reckoned.
public struct ReviewBasis: Hashable, Sendable {
  /// The day for which we answer; reviews held later are not known.
  public var day: CivilDay
  /// What a review does to the next due day, where no plan says it.
  public var rule: ReviewSchedule.Policy
  /// How many days before its slot a review may be held and still fill it, if anchored.
  public var earlyDays: Int

  /// Makes a basis.
  public init(on day: CivilDay, rule: ReviewSchedule.Policy = .rolling, earlyDays: Int = 30) {
    self.day = day
    self.rule = rule
    self.earlyDays = earlyDays
  }
}
