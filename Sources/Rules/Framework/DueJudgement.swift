import Model
import Policies

/// Judges something that is due on a day, as all rules with a due day do.
///
/// Due on the day is not overdue; within the lead time, and in the grace time, it is due soon.
struct DueJudgement {
  let subject: Judgement.Subject
  /// What is due, such as `Service review with Acme`.
  let what: String
  /// What is known of the last time, such as `last 2025-03-01` or `never held`.
  let last: String
  /// The due day.
  let due: CivilDay
  /// The grade of a failure that does not last longer than the limit for upgrades.
  var grade = Grade.minor

  func judge(_ context: RuleContext, grace: Period? = nil) -> Judgement {
    let policy = context.policy.judgement
    let state = DueState(
      due: due,
      on: context.asOf,
      leadDays: context.days(policy.dueSoonLead),
      graceDays: grace.map(context.days) ?? 0
    )
    switch state {
    case .ok: return .pass(subject, due: due, "\(what): \(last), due \(due).")
    case .dueSoon: return .dueSoon(subject, due: due, "\(what): \(last), due \(due).")
    case .overdue(let days):
      return .fail(
        subject,
        grade,
        due: due,
        "\(what): \(last), due \(due), \(Count.days(days)) overdue as of \(context.asOf)."
      )
    }
  }
}
