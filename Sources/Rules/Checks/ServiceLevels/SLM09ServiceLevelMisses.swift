import Model
import Policies

extension Rule {
  /// SLM-09: misses of SLA targets are explained and lead to something.
  static let serviceLevelMisses = Rule(
    id: "SLM-09",
    title: "Misses of SLA targets have a cause and a decision",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      A value misses the target of an SLA in force and has, after the time for its review, no cause \
      or neither an improvement nor a reason for none.
      """,
    remediation: "Review the miss; record its cause, and the improvement or why there is none.",
    guidance: """
      Look at each miss soon: why did it happen, and what keeps it from happening again? Good \
      evidence is a cause with the measurement, and an improvement in the register or an action, or \
      the reason why nothing is done.
      """,
    thresholds: [
      "miss.review", "measurement.lag", "measurement.lookBackPeriods", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["target", "measurement", "action"],
    evaluation: .relationship { file, context in
      MissReviews(kinds: [.sla]).judge(file, context)
    }
  )
}
