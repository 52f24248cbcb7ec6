import Model
import Policies

/// Judges whether improvements about one subject are registered and followed.
struct ImprovementFollowUp {
  private let subject: Judgement.Subject
  /// What stands behind the reference in messages, such as ` of P-1 (Acme)`.
  private let owner: String
  private let records: RecordShelf
  private let calendar: BusinessCalendar?

  /// Takes the records about a subject; the name is that of the customer or supplier, or nil.
  init(
    _ subject: Judgement.Subject,
    _ name: String?,
    _ records: RecordShelf,
    _ calendar: BusinessCalendar?
  ) {
    self.subject = subject
    owner = name.map { " of \($0)" } ?? ""
    self.records = records
    self.calendar = calendar
  }

  /// One judgement for each action that is to improve something, then one for each entry.
  func judge(_ context: RuleContext) -> [Judgement] {
    let actions = records[Action.self].filter { action in
      let comesFrom = [action.review, action.complaint, action.survey, action.measurement]
      return action.kind == .improvement && comesFrom.contains { $0 != nil }
    }
    return actions.map { action in
      judge(action, context).about(action.reference).resting(on: [Judgement.Evidence(action)])
    }
      + records[Improvement.self].filter { $0.registeredOn <= context.asOf }.map { entry in
        judge(entry, context).about(entry.reference).resting(on: [Judgement.Evidence(entry)])
      }
  }

  private func judge(_ action: Action, _ context: RuleContext) -> Judgement {
    let what = "Improvement \(action.reference)\(owner)"
    guard action.improvement == nil else { return .pass(subject, "\(what) is in the register.") }
    guard let raisedOn = action.raisedOn ?? reviewDay(action) else {
      return .insufficientData(
        subject,
        "\(what) is not in the register, nor is the day it was raised."
      )
    }
    let limit = context.policy.satisfaction.improvementRegister
    guard let due = context.day(raisedOn, plus: limit, calendar) else {
      let reason = Unknown.businessDays(after: raisedOn)
      return .insufficientData(subject, "\(what) is not in the register, and \(reason).")
    }
    let message = "\(what), raised \(raisedOn), is not in the register, due \(due)"
    guard context.asOf > due else { return .dueSoon(subject, due: due, "\(message).") }
    let late = context.time(past: due, on: context.asOf, in: limit, calendar)
    return .fail(subject, .minor, due: due, "\(message), \(late) late as of \(context.asOf).")
  }

  /// The day of the review that the action comes from, or nil.
  private func reviewDay(_ action: Action) -> CivilDay? {
    records[Review.self].first { $0.id == action.review }?.heldOn
  }

  /// A new plan moves the due day, so that only the day counts.
  private func judge(_ entry: Improvement, _ context: RuleContext) -> Judgement {
    let what = "Register entry \(entry.reference)\(owner)"
    if entry.state == .rejected { return .notApplicable(subject, "\(what) was rejected.") }
    if entry.doneOn.map({ $0 <= context.asOf }) ?? (entry.state == .done) {
      return .pass(subject, "\(what) is done.")
    }
    guard let due = entry.dueOn else {
      return .insufficientData(subject, "\(what) has no day by which it shall be done.")
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: entry.replannedOn.map { "planned anew \($0)" } ?? "planned \(entry.registeredOn)",
      due: due
    ).judge(context, grace: context.policy.satisfaction.improvementOverdue)
  }
}
