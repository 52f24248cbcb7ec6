import Model

/// The interval that was planned for something, or the default of the policy.
struct PlannedInterval {
  /// The interval.
  let period: Period
  /// The plan it comes from; nil for the default.
  let plan: Plan?

  /// Looks for the plan of a kind that holds on the day: of the agreement, else of the party.
  init(
    _ kind: Plan.Kind,
    _ shelves: [RecordShelf],
    default period: Period,
    _ context: RuleContext
  ) {
    plan =
      shelves.lazy.compactMap { shelf in
        shelf[Plan.self].last { plan in
          plan.kind == kind && plan.approvedOn <= context.asOf
            && covers(context.asOf, from: plan.validFrom, through: plan.validThrough)
        }
      }.first
    self.period = plan?.interval ?? period
  }

  /// The due policy of the plan, or nil.
  var duePolicy: ReviewSchedule.Policy? {
    plan?.duePolicy.map { $0 == .anchored ? .anchored : .rolling }
  }
}
