import Model
import Policies

/// Judges whether it was decided in time how a contract goes on after its term.
struct RenewalDecision {
  private let contract: AgreementFile
  private let context: RuleContext
  private let standing: AgreementStanding
  private let subject: Judgement.Subject
  private let what: String

  init(_ contract: AgreementFile, _ context: RuleContext) {
    self.contract = contract
    self.context = context
    standing = contract.standing
    subject = .agreement(contract)
    what = "Contract \(contract.reference)"
  }

  func judge() -> Judgement {
    guard contract.isActive else { return .notApplicable(subject, "\(what) is not in force.") }
    if let gap = standing.noticeGap { return judge(gap) }
    guard contract.hasTermNotice else {
      return .notApplicable(subject, "\(what) does not renew; notice can end it again and again.")
    }
    guard let deadline = standing.noticeDeadline else {
      return .insufficientData(subject, "\(what): no deadline for notice is known.")
    }
    let decision = contract.termDecision(until: min(deadline, context.asOf))
    let evidence = decision.map { [Judgement.Evidence($0)] } ?? []
    if let decision, !decision.isEnding {
      return .pass(
        subject,
        due: standing.dispatchBy,
        "\(what): what follows its term was decided on \(decision.decidedOn)."
      ).resting(on: evidence)
    }
    return judge(deadline, decision).resting(on: evidence)
  }

  private func judge(_ gap: DateGap) -> Judgement {
    switch gap {
    case .noticeGiven: .pass(subject, "\(what): \(gap.sentence)")
    case .endsByItself, .lastTerm, .over, .notConcluded:
      .notApplicable(subject, "\(what): \(gap.sentence)")
    default: .insufficientData(subject, "\(what): no deadline for notice. \(gap.sentence)")
    }
  }

  private func judge(_ deadline: CivilDay, _ decision: Decision?) -> Judgement {
    let lack = decision.map { "ending it was decided on \($0.decidedOn), no notice given" }
    let day = context.asOf
    if day > deadline { return missed(deadline, lack ?? "no decision") }
    guard let dispatchBy = standing.dispatchBy else {
      let reason = standing.businessDayGap?.sentence ?? "A calendar is missing."
      return .insufficientData(subject, "\(what): no last safe day for notice is known. \(reason)")
    }
    let message = "\(what): last safe day for notice \(dispatchBy), \(lack ?? "no decision")"
    if day > dispatchBy {
      let late = Count.days(dispatchBy.days(to: day))
      return .fail(
        subject,
        .major,
        due: dispatchBy,
        "\(message), \(late) late as of \(day). Send notice now by the fastest way that can be "
          + "proved; the deadline is \(deadline)."
      )
    }
    return before(dispatchBy, message)
  }

  /// The judgement up to and on the last day to send notice.
  private func before(_ dispatchBy: CivilDay, _ message: String) -> Judgement {
    let policy = context.policy.notice
    let left = context.asOf.days(to: dispatchBy)
    let found = "\(message), \(Count.days(left)) left as of \(context.asOf)."
    if left > context.days(policy.renewalObserve) {
      return .pass(subject, due: dispatchBy, found)
    }
    let step: (grade: Grade, deed: String) =
      if left > context.days(policy.renewalDecide) {
        (.observation, "Collect its performance, what is needed, and what the market offers.")
      } else if left > context.days(policy.renewalProtect) {
        (.minor, "The paper for the decision is due.")
      } else {
        (.minor, "Prepare a protective notice.")
      }
    return .dueSoon(subject, due: dispatchBy, "\(found) \(step.deed)", grade: step.grade)
  }

  private func missed(_ deadline: CivilDay, _ lack: String) -> Judgement {
    let price = contract.annualValue.map { ", at \($0) a year" } ?? ", at a price not recorded"
    let outcome =
      switch contract.terms.renewal {
      case .automatic:
        standing.boundUntil.map { "renewed until \($0)\(price)" } ?? "renewed for a time not known"
      case .option: "the option to renew it has lapsed"
      case .some(.none), nil: "whether it renews is not recorded"
      }
    let late = Count.days(deadline.days(to: context.asOf))
    return .fail(
      subject,
      .major,
      due: standing.dispatchBy ?? deadline,
      "\(what): the deadline for notice \(deadline) passed \(late) ago, \(lack); \(outcome), as of "
        + "\(context.asOf)."
    )
  }
}
