import Model
import Policies

/// Judges how a dispute about a contract goes on.
struct DisputeProgress {
  private let dispute: Dispute
  private let contract: AgreementFile
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let what: String

  init(_ dispute: Dispute, _ contract: AgreementFile, _ context: RuleContext) {
    self.dispute = dispute
    self.contract = contract
    self.context = context
    subject = .agreement(contract)
    what = "Dispute \(dispute.reference) on \(contract.reference)"
  }

  func judge() -> Judgement {
    let ladder = context.policy.disputeLadder
    do throws(DisputeFault) {
      let history = try DisputeHistory(dispute, contract.records[DisputeStep.self], ladder)
      return judge(history, ladder)
    } catch {
      return .insufficientData(subject, "\(what): its steps cannot be right. \(error.sentence)")
    }
  }

  private func judge(_ history: DisputeHistory, _ ladder: DisputeLadder) -> Judgement {
    guard let calendar = contract.calendar ?? context.organization.calendar else {
      return .insufficientData(
        subject,
        "\(what): \(Unknown.businessDays(after: dispute.openedOn))."
      )
    }
    do throws(CalendarGap) {
      guard
        let standing = try history.standing(on: context.asOf, ladder: ladder, calendar: calendar)
      else { return .insufficientData(subject, "\(what): how it stands is not known.") }
      return standing.stage.state == .closed ? judgeClosed(standing) : judgeOpen(standing)
    } catch {
      return .insufficientData(subject, "\(what): how it stands is not known. \(error.sentence)")
    }
  }

  private func judgeClosed(_ standing: DisputeStanding) -> Judgement {
    guard dispute.outcome == nil else {
      return .pass(subject, "\(what) was closed on \(standing.since) with its outcome.")
    }
    return .fail(
      subject,
      .minor,
      due: standing.since,
      "\(what) was closed on \(standing.since) without an outcome, as of \(context.asOf)."
    )
  }

  private func judgeOpen(_ standing: DisputeStanding) -> Judgement {
    let limit = context.policy.disputes.idle
    let calendar = contract.calendar ?? context.organization.calendar
    guard let (due, isLevel) = try? standing.due(idle: limit, calendar) else {
      let reason = Unknown.businessDays(after: standing.lastStepOn)
      return .insufficientData(subject, "\(what): \(reason).")
    }
    let state = standing.stage.words
    return DueJudgement(
      subject: subject,
      what: what,
      last: isLevel
        ? "\(state) since \(standing.since), settled or a level up"
        : "\(state), no step since \(standing.lastStepOn)",
      due: due,
      grade: isLong(standing) ? .major : .minor
    ).judge(context)
  }

  /// Whether it stays at one level for longer than the policy lets pass as a single lapse.
  private func isLong(_ standing: DisputeStanding) -> Bool {
    standing.stageDays > context.days(context.policy.disputes.longestOpen)
  }
}
