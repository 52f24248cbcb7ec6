import Model
import Policies

extension Rule {
  /// BRM-04: we know how each customer's business changes.
  static let businessChanges = Rule(
    id: "BRM-04",
    title: "Changes in the customer's business are known in time",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: "The last service review that counts as held has no answer about business changes.",
    remediation: "Make it a fixed item of the agenda; ask the customer in writing meanwhile.",
    guidance: """
      Ask in every service review what changes in the customer's business and what it will need. \
      Good evidence is an item of the kind businessChange with its outcome, “no changes” included, \
      and the demands that came out of it.
      """,
    thresholds: ["review.service"],
    records: ["review", "topic"],
    evaluation: .relationship { file, context in
      file.isCustomer(context) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let name = file.customerName
    let reviews = ServiceReviews(
      file,
      default: context.policy.reviews.service,
      context.policy.reviewBasis(on: context.asOf)
    ).reviews
    guard let last = reviews?.last, let heldOn = last.heldOn else {
      if let due = reviews?.due, context.asOf <= due {
        return .notApplicable(subject, "The first service review with \(name) is due \(due).")
      }
      return .insufficientData(
        subject,
        "No service review with \(name) counts as held, so nothing shows how its business changes.",
        grade: .observation
      )
    }
    let topics = file.customerParts.flatMap { $0.records[Topic.self] }
      .filter { $0.review == last.id && $0.kind == .businessChange && $0.outcome != nil }
    let evidence = [Judgement.Evidence(last)] + topics.map { Judgement.Evidence($0) }
    let review = "Review \(last.reference) of \(heldOn) with \(name)"
    guard topics.isEmpty else {
      return .pass(subject, "\(review) has an answer about business changes.")
        .resting(on: evidence)
    }
    return .fail(
      subject,
      .observation,
      "\(review) does not show that business changes were discussed."
    ).resting(on: evidence)
  }
}
