import Model
import Policies

/// Judges whether a target that was missed again and again led to a performance review in time.
struct RepeatedMisses {
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let what: String
  private let target: ServiceLevelTarget
  private let demanded: DemandedReview

  /// Takes the last finished periods; nil for a target without bounds or periods, which is judged
  /// with its misses.
  init?(
    _ target: ServiceLevelTarget,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) {
    let demanded = DemandedReview(
      target,
      contract,
      file,
      context.policy.missTerms,
      on: context.asOf,
      context.organization.calendar
    )
    guard let demanded else { return nil }
    self.demanded = demanded
    self.target = target
    self.context = context
    subject = .agreement(contract)
    what = target.label(contract, file.party)
  }

  /// The judgement of the first demand that no review has answered; nil if none is demanded.
  func judge() -> Judgement? {
    switch demanded {
    case .none: nil
    case .held: .pass(subject, "\(what): repeated misses were reviewed.").about(part)
    case .open(let demand, let period, let due): judge(words(demand, period), due)
    }
  }

  private var part: String { "\(target.reference) repeated" }

  private func judge(_ missed: String, _ due: CivilDay?) -> Judgement {
    guard let due else {
      return .insufficientData(
        subject,
        "\(what): \(missed), and no calendar says by when the review is due."
      ).about(part)
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: "\(missed), no performance review",
      due: due,
      grade: .major
    ).judge(context).about(part)
  }

  /// `missed 3 of 6 through 2026-06`.
  private func words(_ demand: RepeatedMissDemand, _ period: Term) -> String {
    let through = "through \(period.label)"
    return demand.inARow >= context.policy.measurements.missInARow
      ? "missed \(demand.inARow) times in a row \(through)"
      : "missed \(demand.amongRecent) of \(demand.recent) \(through)"
  }
}
