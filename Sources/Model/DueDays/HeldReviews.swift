/// When reviews of a kind were held, and when the next one is due.
public struct HeldReviews: Sendable {
  /// Those that count as held on the day, in order of day.
  public let held: [Review]
  /// The day from which the first interval runs.
  public let anchor: CivilDay
  /// The interval.
  public let interval: Period
  private let basis: ReviewBasis

  /// Takes the reviews of a kind that count as held; see ``counts(_:_:_:)``.
  public init(
    _ kind: Review.Kind,
    in shelf: RecordShelf,
    anchor: CivilDay,
    interval: Period,
    _ basis: ReviewBasis
  ) {
    held = shelf[Review.self].filter { review in
      review.kind == kind && Self.counts(review, shelf, basis.day)
    }.sorted { ($0.heldOn ?? .first, $0.reference) < ($1.heldOn ?? .first, $1.reference) }
    self.anchor = anchor
    self.interval = interval
    self.basis = basis
  }

  /// Takes the reviews of a kind at the interval planned for them, by the rule of the plan if it
  /// has one.
  public init(
    _ kind: Review.Kind,
    in shelf: RecordShelf,
    anchor: CivilDay,
    _ planned: PlannedInterval,
    _ basis: ReviewBasis
  ) {
    var basis = basis
    basis.rule = planned.duePolicy ?? basis.rule
    self.init(kind, in: shelf, anchor: anchor, interval: planned.period, basis)
  }

  /// Whether a review counts as held: a day not after the one judged, at least one of ours there,
  /// for a service review one of theirs too, a result, and minutes.
  public static func counts(_ review: Review, _ shelf: RecordShelf, _ day: CivilDay) -> Bool {
    missing(review, shelf, day).isEmpty
  }

  /// What a review lacks to count as held, in words.
  public static func missing(
    _ review: Review,
    _ shelf: RecordShelf,
    _ day: CivilDay
  ) -> [String] {
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
  public var last: Review? { held.last }

  /// `last 2025-03-01`, or `never held`.
  public var words: String { last?.heldOn.map { "last \($0)" } ?? "never held" }

  /// The day by which the next one is due, or nil for an interval that recurs by no calendar.
  public var due: CivilDay? {
    ReviewSchedule(
      anchor: anchor,
      interval: interval,
      policy: basis.rule,
      earlyDays: basis.earlyDays
    )?.due(afterReviewsHeldOn: held.compactMap(\.heldOn))
  }
}
