import Model
import Policies

extension Rule {
  /// INT-02: agreements with internal suppliers and customers are kept up to date.
  static let internalReviews = Rule(
    id: "INT-02",
    title: "Agreements with internal suppliers are reviewed at planned intervals",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.4.2"],
    predicate: """
      The last review of an agreement with an internal supplier or a customer that acts as a \
      supplier, or its start, lies further back than the interval planned for it.
      """,
    remediation: "Review the agreement; record who was there, the result and minutes.",
    guidance: """
      Ask at the interval you planned whether the agreement still says what both sides need. Good \
      evidence is a review of the kind ola with the day it was held, at least one of ours, a \
      result, and minutes.
      """,
    thresholds: [
      "review.ola", "review.duePolicy", "grace.review", "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["review", "attendance", "plan"],
    evaluation: .relationship { file, context in
      let reviews = AgreementReviews(
        review: .ola,
        plan: .olaReview,
        interval: context.policy.reviews.ola
      )
      return file.agreements.filter { AgreementKind.internalKinds.contains($0.kind) }
        .map { reviews.judge($0, file, context) }
    }
  )
}
