public import Model

extension Policy {
  /// How suppliers are watched.
  public struct Suppliers: Hashable, Sendable {
    /// How often it is assessed whether supplier targets carry the SLAs.
    public var alignmentAssess = Period(known: 12, .month)
    /// How long after a change of an agreement that is assessed anew.
    public var alignmentAfterChange = Period(known: 30, .day)
    /// How often the interfaces with a supplier are confirmed.
    public var interfacesConfirm = Period(known: 24, .month)
    /// How often the chain of sub-suppliers is confirmed.
    public var chainConfirm = Period(known: 12, .month)
    /// How often a lead supplier proves that it controls its sub-suppliers.
    public var chainVerify = Period(known: 12, .month)
    /// How often a process run by another party is evaluated.
    public var processEvaluate = Period(known: 12, .month)
    /// How often an exit plan is reviewed.
    public var exitPlanReview = Period(known: 12, .month)
    /// How often an exit plan is tested.
    public var exitPlanTest = Period(known: 24, .month)
    /// How often the exit plan of a critical or important function is tested.
    public var exitPlanTestCritical = Period(known: 12, .month)
    /// How long before the end of a contract to be left its transfer plan is needed.
    public var transferBefore = Period(known: 6, .month)
    /// How often a strategic supplier is evaluated anew.
    public var reEvaluateStrategic = Period(known: 24, .month)
    /// How often the tier of a supplier is checked, by tier.
    public var tierRecheck = ByTier(
      strategic: Period(known: 12, .month),
      tactical: Period(known: 12, .month),
      operational: Period(known: 24, .month),
      commodity: Period(known: 24, .month)
    )
  }

  static let supplierKeys: [PolicyKey] = alignmentKeys + exitKeys + tierKeys

  private static let alignmentKeys: [PolicyKey] = [
    PolicyKey(
      "alignment.assess",
      \.suppliers.alignmentAssess,
      PeriodForm.interval,
      "How often it is assessed whether the targets of suppliers carry an SLA."
    ),
    PolicyKey(
      "alignment.afterChange",
      \.suppliers.alignmentAfterChange,
      PeriodForm.limit,
      "How long after a change of an SLA or a contract that is assessed anew."
    ),
    PolicyKey(
      "interfaces.confirm",
      \.suppliers.interfacesConfirm,
      PeriodForm.interval,
      "How often the interfaces with a supplier are confirmed."
    ),
    PolicyKey(
      "chain.confirm",
      \.suppliers.chainConfirm,
      PeriodForm.interval,
      "How often the chain of sub-suppliers is confirmed."
    ),
    PolicyKey(
      "chain.verify",
      \.suppliers.chainVerify,
      PeriodForm.interval,
      "How often a lead supplier proves that it controls its sub-suppliers."
    ),
    PolicyKey(
      "process.evaluate",
      \.suppliers.processEvaluate,
      PeriodForm.interval,
      "How often a process that another party runs is evaluated."
    ),
  ]

  private static let exitKeys: [PolicyKey] = [
    PolicyKey(
      "exitPlan.review",
      \.suppliers.exitPlanReview,
      PeriodForm.interval,
      "How often an exit plan is reviewed."
    ),
    PolicyKey(
      "exitPlan.test",
      \.suppliers.exitPlanTest,
      PeriodForm.interval,
      "How often an exit plan is tested."
    ),
    PolicyKey(
      "exitPlan.testCritical",
      \.suppliers.exitPlanTestCritical,
      PeriodForm.interval,
      "How often it is tested if a critical or important function depends on the supplier."
    ),
    PolicyKey(
      "exitPlan.transferBefore",
      \.suppliers.transferBefore,
      PeriodForm([.day, .month], least: 1),
      "How long before the end of a contract that is to be left there is a transfer plan."
    ),
    PolicyKey(
      "selection.reEvaluate.strategic",
      \.suppliers.reEvaluateStrategic,
      PeriodForm.interval,
      "How often a strategic supplier is evaluated anew."
    ),
  ]

  private static let tierKeys = Tier.allCases.map { tier in
    PolicyKey(
      "tier.recheck.\(tier.rawValue)",
      \.suppliers.tierRecheck[tier],
      PeriodForm.interval,
      "How often it is checked whether a supplier still belongs to the tier \(tier.rawValue)."
    )
  }
}
