import Model

/// Judges whether a target that was missed again and again led to a performance review in time.
struct RepeatedMisses {
  private let contract: AgreementFile
  private let file: RelationshipFile
  private let context: RuleContext
  private let what: String
  private let target: ServiceLevelTarget
  private let periods: [Term]
  private let judged: [JudgedMeasurement]

  /// Takes the last finished periods; nil for a target without bounds or periods, which is judged
  /// with its misses.
  init?(
    _ target: ServiceLevelTarget,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) {
    let measured = contract.measurements(of: target)
    guard let terms = target.terms(context.policy),
      let series = PeriodSeries(target, contract, measured)
    else { return nil }
    self.target = target
    self.contract = contract
    self.file = file
    self.context = context
    what = target.label(contract, file.party)
    let most = context.policy.measurements.lookBackPeriods
    periods = series.finished(before: context.asOf, most: most)
    judged = periods.map { period in
      guard let one = measured.last(where: { $0.periodStart == period.startsOn }) else {
        return JudgedMeasurement(state: .noData)
      }
      return terms.judge(ServiceMeasurement(one))
    }
  }

  /// The judgement of the first demand that no review has answered; nil if none is demanded.
  func judge() -> Judgement? {
    var demanded = false
    var rest = 0
    while let demand = rule.firstDemand(in: Array(judged[rest...])) {
      demanded = true
      let index = rest + demand.period
      guard let due = due(after: periods[index]) else {
        return .insufficientData(
          .agreement(contract),
          "\(what): \(words(demand, index)), and no calendar says by when the review is due."
        ).about(part)
      }
      guard let review = review(after: periods[index]), let heldOn = review.heldOn else {
        return judgement(demand, index, due)
      }
      // What the review could look at counts no more.
      rest = max(index + 1, periods.firstIndex { $0.endsOn >= heldOn } ?? periods.count)
      guard rest < judged.count else { break }
    }
    guard demanded else { return nil }
    return .pass(.agreement(contract), "\(what): repeated misses were reviewed.").about(part)
  }

  private var part: String { "\(target.reference) repeated" }

  private func judgement(_ demand: RepeatedMissDemand, _ index: Int, _ due: CivilDay) -> Judgement {
    DueJudgement(
      subject: .agreement(contract),
      what: what,
      last: "\(words(demand, index)), no performance review",
      due: due,
      grade: .major
    ).judge(context).about(part)
  }

  /// `missed 3 of 6 through 2026-06`.
  private func words(_ demand: RepeatedMissDemand, _ index: Int) -> String {
    let through = "through \(periods[index].label)"
    return demand.inARow >= context.policy.measurements.missInARow
      ? "missed \(demand.inARow) times in a row \(through)"
      : "missed \(demand.amongRecent) of \(demand.recent) \(through)"
  }

  private var rule: RepeatedMissRule {
    let policy = context.policy.measurements
    return RepeatedMissRule(
      inARow: policy.missInARow,
      amongRecent: policy.missOfLastSix,
      reviewWithin: policy.missPerformanceReview
    )
  }

  private func due(after period: Term) -> CivilDay? {
    let policy = context.policy.measurements
    return context.day(period.endsOn, plus: policy.lag, contract.calendar).flatMap {
      context.day($0, plus: policy.missPerformanceReview, contract.calendar)
    }
  }

  /// The first performance review held after a period, of the contract or the supplier.
  private func review(after period: Term) -> Review? {
    [contract.records, file.records].flatMap { shelf in
      shelf[Review.self].filter {
        $0.kind == .performance && HeldReviews.counts($0, shelf, context.asOf)
      }
    }.filter { $0.heldOn.map { $0 > period.endsOn } ?? false }
      .min { ($0.heldOn ?? .last, $0.reference) < ($1.heldOn ?? .last, $1.reference) }
  }
}
