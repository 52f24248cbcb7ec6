/// The service reviews with a customer, and when the next one is due.
public struct ServiceReviews: Sendable {
  /// The reviews; nil without an SLA in force whose start is known.
  public let reviews: HeldReviews?
  /// The interval by which the due day is reckoned.
  public let interval: Period

  /// Takes the reviews about the party and about any SLA with it, old ones included; `default` is
  /// the interval where no plan says one.
  public init(_ file: RelationshipFile, default period: Period, _ basis: ReviewBasis) {
    let inForce = file.customerAgreements.filter(\.isActive).map(\.records)
    let planned = PlannedInterval(
      .serviceReview,
      [file.records] + inForce,
      default: period,
      on: basis.day
    )
    interval = planned.period
    reviews = file.firstServiceDay.map { start in
      HeldReviews(.service, in: file.customerReviews, anchor: start, planned, basis)
    }
  }

  /// The reviews of some kinds that count as held on a day, in order of day.
  public static func held(
    _ kinds: Review.Kind...,
    of file: RelationshipFile,
    on day: CivilDay
  ) -> [Review] {
    let shelf = file.customerReviews
    return shelf[Review.self].filter { review in
      kinds.contains(review.kind) && HeldReviews.counts(review, shelf, day)
    }.sorted { ($0.heldOn ?? .first, $0.reference) < ($1.heldOn ?? .first, $1.reference) }
  }
}
