import Model
import Policies

extension Rule {
  /// SUP-20: whether a contract goes on is decided in time.
  ///
  /// No clause asks for this by itself; it is a part of keeping contracts under review.
  static let renewals = Rule(
    id: "SUP-20",
    title: "Whether a contract renews is decided before notice is too late",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      The last day to send notice has passed without a decision on the renewal of the contract, or \
      without the notice that was decided; it is due soon in the time before that day.
      """,
    remediation: "Decide to renew, to renegotiate or to end the contract, and give notice in time.",
    guidance: """
      Decide on each contract that renews by itself before the last day to send notice: collect \
      its performance, what is needed and what the market offers, and record the decision with \
      the end of the term that it is about. A decision to go on counts for the term that it names; \
      a decision to renew, renegotiate or end counts for the term in which it was made. Good \
      evidence is the decision, and the notice with proof of its receipt.
      """,
    thresholds: [
      "renewal.observe", "renewal.decide", "renewal.protect", "notice.convention",
      "notice.adjustment", "notice.delivery",
    ],
    records: ["decision"],
    evaluation: .relationship { file, context in
      file.contracts.map { RenewalDecision($0, context).judge() }
    }
  )
}
