import Model

/// Judges something that is due on a day, as all rules with a due day do.
///
/// Due on the day is not overdue; within the lead time it is due soon.
struct DueJudgement {
  let subject: Judgement.Subject
  let due: CivilDay
  /// What is due, such as `Service review with Acme`.
  let what: String
  /// What is known of the last time, such as `last 2025-03-01`.
  let last: String

  /// The judgement for the day.
  ///
  /// `neverHeld` makes a delay beyond the limit of upgrades a major one by itself, as rules about
  /// reviews ask for.
  func judge(_ context: RuleContext, graceDays: Int = 0) -> Judgement {
    let policy = context.policy.judgement
    let state = DueState(
      due: due,
      on: context.asOf,
      leadDays: policy.leadDays,
      graceDays: graceDays
    )
    switch state {
    case .ok: return .pass(subject, due: due, "\(what): \(last), due \(due).")
    case .dueSoon:
      return .dueSoon(subject, due: due, "\(what): \(last), due \(due).")
    case .overdue(let days):
      let isMajor = days > policy.upgradeDays
      return .fail(
        subject,
        isMajor ? .major : .minor,
        due: due,
        "\(what): \(last), due \(due), \(days) \(days == 1 ? "day" : "days") overdue as of "
          + "\(context.asOf)."
      )
    }
  }
}
