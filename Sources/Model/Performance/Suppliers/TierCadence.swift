/// How often what is due for a supplier of a tier.
///
/// The values follow public practice, and no standard states them; a policy may set others. The
/// contract review is the only one with a limit: at least yearly, ISO/IEC 20000-1:2005, 7.3.
public struct TierCadence: Hashable, Sendable {
  /// How often targets are measured; nil is by exception.
  public var measurement: Period?
  /// How often performance is reviewed; nil is not planned.
  public var performanceReview: Period?
  /// The longest time between two reviews of the contract.
  public var contractReview: Period
  /// The longest time between two looks at the tier.
  public var tierCheck: Period
  /// How often assurance about security is asked for; nil is not planned.
  public var securityAssurance: Period?
  /// Whether an approved exit plan is needed.
  public var needsExitPlan: Bool
  /// How often the exit plan is reviewed; nil is not planned.
  public var exitPlanReview: Period?
  /// How often the exit plan is tested; nil is not planned.
  public var exitPlanTest: Period?

  /// Makes the usual cadence of a tier.
  public init(of tier: SupplierTier) {
    func months(_ count: Int32) -> Period { Period(known: count, .month) }
    let isClose = tier == .strategic || tier == .tactical
    measurement = isClose ? months(1) : tier == .operational ? months(3) : nil
    performanceReview =
      switch tier {
      case .strategic: months(3)
      case .tactical: months(6)
      case .operational: months(12)
      case .commodity: nil
      }
    contractReview = months(12)
    tierCheck = months(isClose ? 12 : 24)
    securityAssurance = isClose ? months(12) : tier == .operational ? months(24) : nil
    needsExitPlan = isClose
    exitPlanReview = isClose ? months(12) : nil
    exitPlanTest = tier == .strategic ? months(24) : nil
  }
}
