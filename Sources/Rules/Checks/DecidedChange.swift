import Model
import Policies

/// Judges whether a decision to change an agreement was followed by a change in time.
struct DecidedChange {
  let decision: Decision
  /// The party or the agreement.
  let subject: Judgement.Subject
  /// What it is called, such as `S-1 with Acme`.
  let name: String
  /// The changes among which the one that follows is.
  let changes: [ChangeRequest]
  /// The calendar of the agreement; nil if that of the organisation holds.
  let calendar: BusinessCalendar?

  /// Judges the decisions to change something among some records, in order of reference.
  ///
  /// A change that names nothing but its decision belongs to no agreement, so those of the
  /// organisation are looked at too.
  static func judge(
    _ records: RecordShelf,
    _ subject: Judgement.Subject,
    _ name: String,
    _ calendar: BusinessCalendar?,
    _ context: RuleContext
  ) -> [Judgement] {
    let changes =
      records[ChangeRequest.self] + context.organization.records[ChangeRequest.self]
    return records[Decision.self].filter { decision in
      decision.kind == .changeAgreement && decision.decidedOn <= context.asOf
    }.map { decision in
      Self(
        decision: decision,
        subject: subject,
        name: name,
        changes: changes,
        calendar: calendar
      ).judge(context).about(decision.reference)
    }
  }

  private func judge(_ context: RuleContext) -> Judgement {
    let what =
      "Decision \(decision.reference) of \(decision.decidedOn) to change what is agreed in \(name)"
    let evidence = [Judgement.Evidence(decision)]
    let change = changes.first { change in
      change.decision == decision.id && change.raisedOn.map { $0 <= context.asOf } ?? true
    }
    if let change {
      return .pass(subject, "\(what) led to change \(change.reference).")
        .resting(on: evidence + [Judgement.Evidence(change)])
    }
    let limit = context.policy.reviews.changeAfterDecision
    guard let due = context.day(decision.decidedOn, plus: limit, calendar) else {
      let reason = Unknown.businessDays(after: decision.decidedOn)
      return .insufficientData(subject, "\(what): no change was raised, and \(reason).")
        .resting(on: evidence)
    }
    guard due < context.asOf else {
      return DueJudgement(subject: subject, what: what, last: "no change was raised", due: due)
        .judge(context).resting(on: evidence)
    }
    let time = context.time(past: due, on: context.asOf, in: limit, calendar)
    return .fail(
      subject,
      .minor,
      due: due,
      "\(what): no change was raised, due \(due), \(time) late as of \(context.asOf)."
    ).resting(on: evidence)
  }
}
