import Model
import Policies

extension ReminderKind {
  /// The review of each SLA and of each agreement with an internal supplier.
  static let serviceLevelReview = ReminderKind(
    .serviceLevelReview,
    title: "SLA and OLA review",
    summary: "An SLA or an internal agreement is to be reviewed at the interval planned for it.",
    search: .relationship { file, context, list in
      for agreement in file.agreements where agreement.isActive {
        find(agreement, file, context, &list)
      }
    }
  )

  private static func find(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let policy = context.policy.reviews
    let review: Review.Kind
    let plan: Plan.Kind
    switch agreement.kind {
    case .contract: return
    case .sla: (review, plan) = (.sla, .slaReview)
    case .ola, .customerSupply: (review, plan) = (.ola, .olaReview)
    }
    let what = "Review of \(agreement.words(file.party))"
    guard let start = agreement.terms.startsOn else {
      return list.miss(
        .serviceLevelReview,
        agreement.reminderSubject,
        "\(what): it has no start, so nothing is due."
      )
    }
    let planned = PlannedInterval(
      plan,
      of: agreement,
      file,
      default: agreement.kind == .sla ? policy.sla : policy.ola,
      on: context.asOf
    )
    DueReview(
      topic: .serviceLevelReview,
      subject: agreement.reminderSubject,
      name: agreement.reminderName,
      what: what,
      request: "Hold the review and record who was there, what came out and the minutes",
      otherwise: "what was promised may no longer be what is needed, and the review is overdue",
      owner: OwnerSearch(.serviceManager, .relationshipManager, in: file, agreement),
      calendar: context.calendar(agreement)
    ).add(
      HeldReviews(review, in: agreement.records, anchor: start, planned, context.reviewBasis),
      to: &list
    )
  }
}
