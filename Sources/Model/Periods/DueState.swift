/// How a due day stands to the day for which we answer.
///
/// Due on the day is not overdue.
public enum DueState: Hashable, Sendable {
  /// It is due later than the lead time from now.
  case ok
  /// It is due within the lead time, or past due within the grace time.
  case dueSoon
  /// The grace time is over; the days count from the due day.
  case overdue(days: Int)

  /// Judges a due day.
  ///
  /// Lead and grace are calendar days and not negative.
  public init(due: CivilDay, on day: CivilDay, leadDays: Int = 30, graceDays: Int = 0) {
    let past = due.days(to: day)
    if past > graceDays {
      self = .overdue(days: past)
    } else {
      self = past >= -leadDays ? .dueSoon : .ok
    }
  }
}
