import Model
import Policies

extension Rule {
  /// INT-04: misses of internal suppliers and customers are explained and lead to something.
  static let internalMisses = Rule(
    id: "INT-04",
    title: "Misses of internal suppliers have a cause and a decision",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.4.2"],
    predicate: """
      A value misses the target of an agreement in force with an internal supplier or a customer \
      that acts as a supplier, and has, after the time for its review, no cause or neither an \
      improvement nor a reason for none.
      """,
    remediation: "Review the miss; record its cause, and the improvement or why there is none.",
    guidance: """
      Look at each miss together with the party: why did it happen, and what keeps it from \
      happening again? Good evidence is a cause with the measurement, and an improvement in the \
      register or an action, or the reason why nothing is done.
      """,
    thresholds: [
      "miss.review", "measurement.lag", "measurement.lookBackPeriods", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["target", "measurement", "action"],
    evaluation: .relationship { file, context in
      MissReviews(kinds: AgreementKind.internalKinds).judge(file, context)
    }
  )
}
