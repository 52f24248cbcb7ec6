public import Model

extension Policy {
  /// When reminders are sent.
  public struct Reminders: Hashable, Sendable {
    /// How many calendar days before the day a reminder is sent, from the first on.
    public var before = [90, 60, 30, 14, 7, 1, 0]
    /// How many calendar days after the day a reminder is sent, from the first on.
    public var after = [1, 7, 14]
    /// How often one is sent after the last of these, in calendar days.
    public var thenEvery = Period(known: 7, .day)
  }

  static let reminderKeys: [PolicyKey] = [
    PolicyKey(
      "reminder.before",
      \.reminders.before,
      DayListForm(.falling),
      "How many days before the day, or before the last day of dispatch, a reminder is sent."
    ),
    PolicyKey(
      "reminder.after",
      \.reminders.after,
      DayListForm(.rising),
      "How many days after it a reminder is sent."
    ),
    PolicyKey(
      "reminder.thenEvery",
      \.reminders.thenEvery,
      PeriodForm([.day], least: 1),
      "How often a reminder is sent after the last of these."
    ),
  ]
}
