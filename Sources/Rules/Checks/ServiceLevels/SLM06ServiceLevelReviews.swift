import Model
import Policies

extension Rule {
  /// SLM-06: SLAs are reviewed with the customer.
  static let serviceLevelReviews = Rule(
    id: "SLM-06",
    title: "SLAs are reviewed at planned intervals",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      The last SLA review that counts as held, or the start of the SLA, lies further back than the \
      interval planned for it.
      """,
    remediation: "Review the SLA with the customer; record who was there, the result and minutes.",
    guidance: """
      Go through each SLA with the customer at the interval you planned: are its targets, volumes \
      and exceptions still what is needed? Good evidence is a review of the kind sla with the day \
      it was held, who was there, a result, and minutes.
      """,
    thresholds: [
      "review.sla", "review.duePolicy", "grace.review", "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["review", "attendance", "plan"],
    evaluation: .relationship { file, context in
      let reviews = AgreementReviews(
        review: .sla,
        plan: .slaReview,
        interval: context.policy.reviews.sla
      )
      return file.agreements.filter { $0.kind == .sla }.map { reviews.judge($0, file, context) }
    }
  )
}
