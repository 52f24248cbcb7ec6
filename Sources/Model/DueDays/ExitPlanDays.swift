/// Whether an exit plan is needed for a supplier, and when it is to be reviewed or tested.
public struct ExitPlanDays: Sendable {
  /// Whether a plan is needed.
  public enum Need: Hashable, Sendable {
    /// It is.
    case needed
    /// The supplier is easily replaced.
    case notNeeded
    /// No tier is known.
    case unknown
  }

  /// How often a plan is reviewed and tested.
  public struct Intervals: Hashable, Sendable {
    /// Between two reviews.
    public var review: Period
    /// Between two tests.
    public var test: Period
    /// Between two tests if a critical or important function depends on the supplier.
    public var testCritical: Period

    /// Makes intervals.
    public init(review: Period, test: Period, testCritical: Period) {
      self.review = review
      self.test = test
      self.testCritical = testCritical
    }
  }

  /// What is to be done with a plan next.
  public struct Step: Hashable, Sendable {
    /// By when.
    public let due: CivilDay
    /// `reviewed` or `tested`.
    public let deed: String
    /// What is known of the last time, such as `last tested 2025-03-01`.
    public let last: String
  }

  /// Whether a plan is needed.
  public let need: Need
  /// Whether a critical or important function depends on the supplier.
  public let isCritical: Bool
  /// The exit plan that was approved last; nil if none was by the day.
  public let plan: ExitPlan?
  /// What is due first; nil without a plan, and for intervals that do not lead to a day.
  public let next: Step?

  /// Looks at the plans for a supplier as of a day.
  public init(_ file: RelationshipFile, _ intervals: Intervals, on day: CivilDay) {
    func known(_ date: CivilDay?) -> CivilDay? { date.flatMap { $0 <= day ? $0 : nil } }
    isCritical = SupplierTier.latest(file)?.isCritical == true
    need = Self.need(file, isCritical)
    plan = file.all(ExitPlan.self).filter { $0.kind == .exit && known($0.approvedOn) != nil }
      .max { ($0.approvedOn ?? .first, $0.reference) < ($1.approvedOn ?? .first, $1.reference) }
    guard let plan, let approvedOn = plan.approvedOn else {
      next = nil
      return
    }
    let steps = [
      (known(plan.reviewedOn), intervals.review, "reviewed"),
      (known(plan.testedOn), isCritical ? intervals.testCritical : intervals.test, "tested"),
    ].compactMap { last, interval, deed -> Step? in
      let base = last.map { max($0, approvedOn) } ?? approvedOn
      let words = last.map { "last \(deed) \($0)" } ?? "approved \(approvedOn), never \(deed)"
      return base.adding(interval).map { Step(due: $0, deed: deed, last: words) }
    }
    next = steps.count == 2 ? steps.min { $0.due < $1.due } : nil
  }

  private static func need(_ file: RelationshipFile, _ isCritical: Bool) -> Need {
    let tiers = file.activeContracts.map { SupplierTier.of(file, $0) } + [SupplierTier.of(file)]
    if isCritical || isBottleneck(file) || tiers.contains(.strategic) || tiers.contains(.tactical) {
      return .needed
    }
    return tiers.contains { $0 != nil } ? .notNeeded : .unknown
  }

  /// Whether it is of little value and hard to replace.
  private static func isBottleneck(_ file: RelationshipFile) -> Bool {
    guard let latest = SupplierTier.latest(file), let impact = Int(exactly: latest.impact),
      let risk = Int(exactly: latest.risk)
    else { return false }
    return (try? TierClassification(impact: impact, risk: risk))?.corner == .bottleneck
  }
}
