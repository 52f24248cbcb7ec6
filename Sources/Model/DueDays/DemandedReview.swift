/// Whether a target that was missed again and again led to performance reviews.
public enum DemandedReview: Hashable, Sendable {
  /// Nothing was demanded.
  case none
  /// Each demand was answered by a review.
  case held
  /// The first demand that no review has answered: what was missed, after which period, and by
  /// when the review is due; nil if no calendar says it.
  case open(RepeatedMissDemand, after: Term, due: CivilDay?)

  /// Looks at the last finished periods of a target of a contract as of a day; nil for a target
  /// without bounds or periods.
  ///
  /// The calendar counts business days where the contract has none.
  public init?(
    _ target: ServiceLevelTarget,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ terms: MissTerms,
    on day: CivilDay,
    _ calendar: BusinessCalendar?
  ) {
    let measured = contract.measurements(of: target)
    guard let bounds = target.terms(minimumSample: terms.minimumSample),
      let series = PeriodSeries(target, contract, measured)
    else { return nil }
    let periods = series.finished(before: day, most: terms.lookBack)
    let judged = periods.map { period in
      measured.last { $0.periodStart == period.startsOn }
        .map { bounds.judge(ServiceMeasurement($0)) } ?? JudgedMeasurement(state: .noData)
    }
    self = .none
    var rest = 0
    while let demand = terms.rule.firstDemand(in: Array(judged[rest...])) {
      let index = rest + demand.period
      let end = periods[index].endsOn
      guard let heldOn = Self.firstReview(after: end, contract, file, on: day) else {
        let due = Self.due(after: end, terms, contract.calendar ?? calendar)
        self = .open(demand, after: periods[index], due: due)
        return
      }
      self = .held
      // What the review could look at counts no more.
      rest = max(index + 1, periods.firstIndex { $0.endsOn >= heldOn } ?? periods.count)
      guard rest < judged.count else { return }
    }
  }

  private static func due(
    after day: CivilDay,
    _ terms: MissTerms,
    _ calendar: BusinessCalendar?
  ) -> CivilDay? {
    try? day.adding(terms.dataLag, calendar).adding(terms.rule.reviewWithin, calendar)
  }

  /// The first performance review held after a day, of the contract or the supplier.
  private static func firstReview(
    after end: CivilDay,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    on day: CivilDay
  ) -> CivilDay? {
    [contract.records, file.records].flatMap { shelf in
      shelf[Review.self].filter {
        $0.kind == .performance && HeldReviews.counts($0, shelf, day)
      }
    }.compactMap(\.heldOn).filter { $0 > end }.min()
  }
}
