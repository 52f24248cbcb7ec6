import Model
import Policies

extension Rule {
  /// BRM-06: customers are met between the service reviews.
  static let interimMeetings = Rule(
    id: "BRM-06",
    title: "Customers are met between the service reviews at agreed intervals",
    clauses: [.of2005: "7.2"],
    predicate: """
      In the edition of 2005, an interval of meetings between the reviews is agreed or the customer \
      is strategic, and the last meeting or service review lies further back than that.
      """,
    remediation: "Hold the meeting, or agree in writing to change the interval.",
    guidance: """
      Agree with each customer how often you meet between the yearly reviews, and keep to it. A \
      service review counts as such a meeting too. Good evidence is a plan with the interval, and \
      a review of the kind interim with people of both sides, a result and minutes.
      """,
    thresholds: ["review.interim.strategic", "review.duePolicy", "grace.review", "dueSoon.lead"],
    records: ["review", "attendance", "plan", "tierAssessment"],
    evaluation: .relationship { file, context in
      file.isCustomer(context) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let name = file.customerName
    guard context.edition == .of2005 else {
      return .notApplicable(subject, "Only the edition of 2005 asks for interim meetings.")
    }
    let parts = file.customerParts.filter { $0.agreement?.isActive ?? true }
    let planned = PlannedInterval(
      .interimReview,
      parts.map(\.records),
      default: context.policy.reviews.interimStrategic,
      on: context.asOf
    )
    guard planned.plan != nil || SupplierTier.of(file) == .strategic else {
      return .notApplicable(subject, "No interval of interim meetings is agreed with \(name).")
    }
    let what = "Interim meeting with \(name)"
    guard let start = file.firstServiceDay else {
      return .insufficientData(subject, "\(what): there is no SLA with a start, so nothing is due.")
    }
    let policy = planned.duePolicy ?? context.policy.reviews.duePolicy
    guard let schedule = ReviewSchedule(anchor: start, interval: planned.period, policy: policy)
    else {
      return .insufficientData(subject, "\(what): \(planned.period) is no interval of meetings.")
    }
    let held = ServiceReviews.held(.interim, .service, of: file, on: context.asOf)
    return DueJudgement(
      subject: subject,
      what: what,
      last: held.last?.heldOn.map { "last \($0)" } ?? "never held",
      due: schedule.due(afterReviewsHeldOn: held.compactMap(\.heldOn))
    ).judge(context, grace: context.policy.judgement.reviewGrace)
      .resting(on: held.last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
