import Model
import Policies

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
    guard let credits = CreditWindow.all(rule, target, contract, terms) else {
      let message =
        "Credits of \(rule.reference) on \(contract.reference): the bounds or the first day of "
        + "target \(target.reference) are not known."
      return [.insufficientData(subject, message).about("\(rule.reference) \(target.reference)")]
    }
    return credits.map { credit in
      judge(credit).about("\(rule.reference) \(credit.measurement.reference)")
        .resting(on: [Judgement.Evidence(credit.measurement)])
    }
  }

  private var terms: CreditWindow.Terms {
    context.policy.creditTerms(on: context.asOf, context.organization.calendar)
  }

  private func judge(_ credit: CreditWindow) -> Judgement {
    let period = credit.period
    let words =
      "Credit \(credit.amount.words) of \(rule.reference) on \(contract.reference) for "
      + period.label
    switch credit.standing {
    case .waived(let by): return .pass(subject, "\(words): waived by \(by).")
    case .settled(let day): return .pass(subject, "\(words): settled on \(day).")
    case .claimable(let window, let claimedOn): return judge(window, claimedOn, words)
    case .unknown:
      let reason = Unknown.businessDays(after: period.endsOn)
      return .insufficientData(subject, "\(words): \(reason).")
    }
  }

  private func judge(
    _ window: CreditClaimWindow,
    _ claimedOn: CivilDay?,
    _ credit: String
  ) -> Judgement {
    let due = window.lastDay
    let found = "claim by \(due)"
    switch window.state(on: context.asOf, claimedOn: claimedOn) {
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
}
