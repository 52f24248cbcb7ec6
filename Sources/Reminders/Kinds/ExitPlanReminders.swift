import Model
import Policies

extension ReminderKind {
  /// The review or the test of each exit plan that is needed, whichever is due first.
  static let exitPlan = ReminderKind(
    .exitPlan,
    title: "Exit plan",
    summary: "The exit plan for a supplier is to be reviewed or tested.",
    search: .relationship { file, context, list in
      guard file.isSupplier(on: context.asOf) else { return }
      let days = ExitPlanDays(file, context.policy.exitPlanIntervals, on: context.asOf)
      guard days.need == .needed, let plan = days.plan else { return }
      let subject = ReminderSubject(.exitPlan, plan.reference)
      let what = "Exit plan \(plan.reference) for \(file.party.label)"
      guard let next = days.next else {
        return list.miss(.exitPlan, subject, "\(what): nothing says what is due.")
      }
      let isTest = next.deed == "tested"
      var thing = DueThing(
        DueKey(.exitPlan, subject, part: isTest ? "test" : "review", due: .day(next.due)),
        name: file.party.name,
        what: what,
        standing: next.last,
        decision: isTest ? "test the plan" : "review the plan",
        request: isTest
          ? "Test the plan and record the day" : "Review the plan and record the day",
        otherwise: "nobody knows whether we could leave the supplier",
        owner: OwnerSearch(.contractManager, .relationshipManager, in: file)
      )
      thing.calendar = context.calendar()
      thing.tier = SupplierTier.of(file)
      list.add(thing)
    }
  )
}
