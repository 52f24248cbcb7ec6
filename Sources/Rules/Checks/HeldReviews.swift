import Model

/// When reviews of a kind were held, and when the next one is due.
struct HeldReviews {
  /// Those that count as held on the day, in order of day.
  let held: [Review]
  /// The day from which the first interval runs.
  let anchor: CivilDay
  /// The interval.
  let interval: Period
  /// How a review moves the next due day.
  let policy: ReviewSchedule.Policy
  /// How many days before its slot a review may be held and still fill it, if anchored.
  let earlyDays: Int

  /// Takes the reviews of a kind that count as held; see ``counts(_:_:_:_:)``.
  init(
    _ kind: Review.Kind,
    in shelf: RecordShelf,
    anchor: CivilDay,
    interval: Period,
    _ context: RuleContext,
    policy: ReviewSchedule.Policy? = nil
  ) {
    held = shelf[Review.self].filter { review in
      review.kind == kind && Self.counts(review, shelf, context.asOf)
    }.sorted { ($0.heldOn ?? .first, $0.reference) < ($1.heldOn ?? .first, $1.reference) }
    self.anchor = anchor
    self.interval = interval
    self.policy = policy ?? context.policy.reviews.duePolicy
    earlyDays = context.days(context.policy.reviews.early)
  }

  /// Whether a review counts as held: a day not after the one judged, at least one of ours there,
  /// for a service review one of theirs too, a result, and minutes.
  static func counts(_ review: Review, _ shelf: RecordShelf, _ day: CivilDay) -> Bool {
    missing(review, shelf, day).isEmpty
  }

  /// What a review lacks to count as held, in words.
  static func missing(_ review: Review, _ shelf: RecordShelf, _ day: CivilDay) -> [String] {
    let people = shelf[Attendance.self].filter { $0.review == review.id }
    var missing: [String] = []
    if review.heldOn.map({ $0 > day }) ?? true { missing.append("a day on which it was held") }
    if !people.contains(where: { $0.side == .ours }) { missing.append("somebody of ours") }
    if review.kind == .service, !people.contains(where: { $0.side == .theirs }) {
      missing.append("somebody of theirs")
    }
    if review.result == nil { missing.append("a result") }
    if review.minutesIssuedOn.map({ $0 > day }) ?? true { missing.append("minutes") }
    return missing
  }

  /// The last one held, or nil.
  var last: Review? { held.last }

  /// `last 2025-03-01`, or `never held`.
  var words: String { last?.heldOn.map { "last \($0)" } ?? "never held" }

  /// The day by which the next one is due, or nil for an interval that recurs by no calendar.
  var due: CivilDay? {
    ReviewSchedule(anchor: anchor, interval: interval, policy: policy, earlyDays: earlyDays)?
      .due(afterReviewsHeldOn: held.compactMap(\.heldOn))
  }
}
