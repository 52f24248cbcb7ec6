import Model
import Policies

extension Rule {
  /// PLAN-01: what recurs at planned intervals has a plan that somebody approved.
  ///
  /// The 2005 edition asks for no plan, so that a missing one is an observation there; but it names
  /// a limit of a year for service reviews (7.2) and contract reviews (7.3).
  static let plannedIntervals = Rule(
    id: "PLAN-01",
    title: "Intervals are planned and approved",
    clauses: [.of2005: "7", .of2011: "7", .of2018: "8.3"],
    predicate: """
      No approved interval holds on the day for the reviews and the monitoring of an agreement in \
      force, or for the service reviews and the measuring of satisfaction of a customer.
      """,
    remediation: "Decide on the interval, have it approved, and record it as a plan.",
    guidance: """
      An auditor of the 2018 edition tests your own plan: say how often you review each agreement, \
      meet each customer, measure performance and ask for satisfaction. Good evidence is a plan for \
      each of these with the interval, who approved it and when.
      """,
    thresholds: [
      "review.service", "review.sla", "review.ola", "review.contract.strategic",
      "review.contract.tactical", "review.contract.operational", "review.contract.commodity",
      "survey.interval",
    ],
    records: ["plan"],
    evaluation: .relationship { file, context in
      NeededPlan.all(file, context).map { $0.judge(context).about($0.kind.rawValue) }
    }
  )
}
