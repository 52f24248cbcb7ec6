import Model

/// The service reviews with a customer, and when the next one is due.
struct ServiceReviews {
  /// The reviews; nil without an SLA in force whose start is known.
  let reviews: HeldReviews?
  /// The interval by which the due day is reckoned.
  let interval: Period

  /// Takes the reviews about the party and about any SLA with it, old ones included.
  init(_ file: RelationshipFile, _ context: RuleContext) {
    let parts = file.customerParts
    let inForce = parts.filter { $0.agreement?.isActive ?? true }
    let planned = PlannedInterval(
      .serviceReview,
      inForce.map(\.records),
      default: context.policy.reviews.service,
      context
    )
    interval = planned.period
    reviews = file.firstServiceDay(on: context.asOf).map { start in
      HeldReviews(
        .service,
        in: Self.shelf(parts),
        anchor: start,
        interval: planned.period,
        context,
        policy: planned.duePolicy
      )
    }
  }

  /// The reviews of some kinds that count as held, in order of day.
  static func held(
    _ kinds: Review.Kind...,
    of file: RelationshipFile,
    _ context: RuleContext
  ) -> [Review] {
    let shelf = shelf(file.customerParts)
    return shelf[Review.self].filter { review in
      kinds.contains(review.kind) && HeldReviews.counts(review, shelf, context.asOf)
    }.sorted { ($0.heldOn ?? .first, $0.reference) < ($1.heldOn ?? .first, $1.reference) }
  }

  private static func shelf(_ parts: [CustomerPart]) -> RecordShelf {
    var shelf = RecordShelf()
    for part in parts {
      shelf[Review.self] += part.records[Review.self]
      shelf[Attendance.self] += part.records[Attendance.self]
    }
    return shelf
  }
}
