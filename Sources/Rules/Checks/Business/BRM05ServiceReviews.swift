import Model
import Policies

extension Rule {
  /// BRM-05: services are reviewed with each customer.
  static let serviceReviews = Rule(
    id: "BRM-05",
    title: "Services are reviewed with the customer at planned intervals",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      The last service review that counts as held, or the start of the first SLA, lies further back \
      than the interval planned for it.
      """,
    remediation: "Hold it; record attendees, topics and decisions; set the next date.",
    guidance: """
      Meet each customer at the interval you planned, look at performance and outcomes, and ask \
      how the business changes. Good evidence is a review with people of both sides, topics with \
      their outcome, and minutes.
      """,
    thresholds: [
      "review.service", "review.duePolicy", "grace.review", "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["review", "attendance", "plan"],
    evaluation: .relationship { file, context in
      file.isCustomer(context) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Service review with \(file.customerName)"
    let service = ServiceReviews(
      file,
      default: context.policy.reviews.service,
      context.policy.reviewBasis(on: context.asOf)
    )
    guard let reviews = service.reviews else {
      return .insufficientData(subject, "\(what): there is no SLA with a start, so nothing is due.")
    }
    guard let due = reviews.due else {
      return .insufficientData(subject, "\(what): \(service.interval) is no interval of reviews.")
    }
    return DueJudgement(subject: subject, what: what, last: reviews.words, due: due)
      .judge(context, grace: context.policy.judgement.reviewGrace)
      .resting(on: reviews.last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
