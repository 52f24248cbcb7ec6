import Model

/// Judges whether the credits that a rule gives for missed targets are claimed in time.
///
/// The amount is that of the rule alone, capped and rounded; what other rules credit for the same
/// period is not counted in.
struct DueCredits {
  private let rule: CreditRule
  private let contract: AgreementFile
  private let context: RuleContext
  private let subject: Judgement.Subject

  init(_ rule: CreditRule, _ contract: AgreementFile, _ context: RuleContext) {
    self.rule = rule
    self.contract = contract
    self.context = context
    subject = .agreement(contract)
  }

  /// One judgement for each of the last periods with a credit.
  func judge() -> [Judgement] {
    contract.records[ServiceLevelTarget.self]
      .filter { rule.target == nil || rule.target == $0.id }.flatMap(judge)
  }

  private func judge(_ target: ServiceLevelTarget) -> [Judgement] {
    let measured = contract.measurements(of: target)
    guard let terms = target.terms(context.policy),
      let series = PeriodSeries(target, contract, measured)
    else {
      let message =
        "Credits of \(rule.reference) on \(contract.reference): the bounds or the first day of "
        + "target \(target.reference) are not known."
      return [.insufficientData(subject, message).about("\(rule.reference) \(target.reference)")]
    }
    let most = context.policy.measurements.lookBackPeriods
    let recent = series.finished(before: context.asOf, most: most)
    return measured.filter { one in recent.contains { $0.startsOn == one.periodStart } }
      .compactMap { measurement in
        let judged = terms.judge(ServiceMeasurement(measurement))
        guard let amount = CreditAmount(rule, judged, terms.comparison, context.policy) else {
          return nil
        }
        return judge(measurement, amount)
          .about("\(rule.reference) \(measurement.reference)")
          .resting(on: [Judgement.Evidence(measurement)])
      }
  }

  private func judge(_ measurement: Measurement, _ amount: CreditAmount) -> Judgement {
    let period = Term(startsOn: measurement.periodStart, endsOn: measurement.periodEnd)
    let credit =
      "Credit \(amount.words) of \(rule.reference) on \(contract.reference) for \(period.label)"
    let claim = contract.records[CreditClaim.self].first {
      $0.creditRule == rule.id && $0.periodStart == period.startsOn
    }
    if let waivedBy = claim?.waivedBy {
      return .pass(subject, "\(credit): waived by \(waivedBy).")
    }
    if let settledOn = claim?.settledOn, settledOn <= context.asOf {
      return .pass(subject, "\(credit): settled on \(settledOn).")
    }
    guard let claimDays = claimDays(period) else {
      return .insufficientData(
        subject,
        "\(credit): \(Unknown.businessDays(after: period.endsOn))."
      )
    }
    let window = CreditClaimWindow(periodEnd: period.endsOn, claimDays: claimDays)
    return judge(window, claim, credit)
  }

  private func judge(
    _ window: CreditClaimWindow,
    _ claim: CreditClaim?,
    _ credit: String
  ) -> Judgement {
    let due = window.lastDay
    let found = "claim by \(due)"
    switch window.state(on: context.asOf, claimedOn: claim?.claimedOn) {
    case .claimed: return .pass(subject, due: due, "\(credit): \(found), claimed in time.")
    case .open(let left):
      let rest = "\(Count.days(left)) left as of \(context.asOf)"
      return .dueSoon(subject, due: due, "\(credit): \(found), not claimed, \(rest).")
    case .claimedLate(let late):
      return fail(due, "\(credit): \(found), claimed \(Count.days(late)) late")
    case .lapsed(let late):
      return fail(due, "\(credit): \(found), not claimed, lapsed \(Count.days(late)) ago")
    }
  }

  private func fail(_ due: CivilDay, _ message: String) -> Judgement {
    .fail(subject, .minor, due: due, "\(message), as of \(context.asOf).")
  }

  private func claimDays(_ period: Term) -> Int? {
    if let days = rule.claimDays { return Int(clamping: days) }
    let last = context.day(period.endsOn, plus: context.policy.credits.claim, contract.calendar)
    return last.map { period.endsOn.days(to: $0) }
  }
}
