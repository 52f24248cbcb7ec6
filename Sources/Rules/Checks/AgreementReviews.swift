import Model
import Policies

/// Judges whether an agreement is reviewed at the interval planned for it.
struct AgreementReviews {
  /// The kind of review that counts, and the kind of its plan.
  let review: Review.Kind
  let plan: Plan.Kind
  /// The interval where neither a plan nor the agreement says one.
  let interval: Period

  /// One judgement; an agreement that is not in force needs no review.
  func judge(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let name = agreement.label(with: file.party)
    guard agreement.isActive else {
      return .notApplicable(subject, "\(name) is not in force.")
    }
    let what = "Review of \(name)"
    guard let start = agreement.terms.startsOn else {
      return .insufficientData(subject, "\(what): it has no start, so nothing is due.")
    }
    let planned = PlannedInterval(
      plan,
      of: agreement,
      file,
      default: interval,
      on: context.asOf
    )
    return Self.judge(review, of: agreement, what, since: start, planned, context)
  }

  /// Judges whether the next review of a kind is overdue; `what` names it in the message.
  static func judge(
    _ review: Review.Kind,
    of agreement: AgreementFile,
    _ what: String,
    since start: CivilDay,
    _ planned: PlannedInterval,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let reviews = HeldReviews(
      review,
      in: agreement.records,
      anchor: start,
      planned,
      context.policy.reviewBasis(on: context.asOf)
    )
    guard let due = reviews.due else {
      return .insufficientData(subject, "\(what): \(planned.period) is no interval of reviews.")
    }
    return DueJudgement(subject: subject, what: what, last: reviews.words, due: due)
      .judge(context, grace: context.policy.judgement.reviewGrace)
      .resting(on: reviews.last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
