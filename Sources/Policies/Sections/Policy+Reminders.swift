public import Model

extension Policy {
  /// When reminders are sent, and to whom.
  public struct Reminders: Hashable, Sendable {
    /// How many calendar days before the day a reminder is sent, from the first on.
    public var before = [90, 60, 30, 14, 7, 1, 0]
    /// How many calendar days after the day a reminder is sent, from the first on.
    public var after = [1, 7, 14]
    /// How often one is sent after the last of these, in calendar days.
    public var thenEvery = Period(known: 7, .day)
    /// How many calendar days after the day the deputy is told as well.
    public var toDeputy = Period(known: 1, .day)
    /// How many calendar days after the day the lead is told as well.
    public var toLead = Period(known: 7, .day)
    /// How many calendar days after the day the head of service management is told as well.
    public var toHead = Period(known: 14, .day)
    /// The days before the day by kind; a kind that is not here has those of its tier, or the usual
    /// ones.
    public private(set) var byTopic: [ReminderTopic: [Int]] = [:]
    /// The days before the day by the tier of the supplier; nil for the usual ones.
    public var byTier = ByTier<[Int]?>(nil)

    /// The days before the day of a kind of its own; nil if it has none.
    public subscript(topic: ReminderTopic) -> [Int]? {
      get { byTopic[topic] }
      set { byTopic[topic] = newValue }
    }

    /// How many calendar days before the day a reminder of a kind is sent, from the first on: as
    /// set for the kind, else for the tier, else as usual.
    public func before(_ topic: ReminderTopic, _ tier: Tier?) -> [Int] {
      byTopic[topic] ?? tier.flatMap { byTier[$0] } ?? before
    }

    /// The largest number of days before a day on which any reminder is sent.
    public var longestBefore: Int {
      let tiers = Tier.allCases.compactMap { byTier[$0] }
      return ([before] + byTopic.values + tiers).compactMap(\.first).max() ?? 0
    }
  }

  static let reminderKeys: [PolicyKey] = ladderKeys + recipientKeys + topicKeys + reminderTierKeys

  private static let ladderKeys: [PolicyKey] = [
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

  private static let recipientKeys: [PolicyKey] = [
    PolicyKey(
      "reminder.toDeputy",
      \.reminders.toDeputy,
      PeriodForm([.day], least: 1),
      "How many days after the day the deputy is told as well if nobody has taken note."
    ),
    PolicyKey(
      "reminder.toLead",
      \.reminders.toLead,
      PeriodForm([.day], least: 1),
      "How many days after the day the lead of the person asked is told as well."
    ),
    PolicyKey(
      "reminder.toHead",
      \.reminders.toHead,
      PeriodForm([.day], least: 1),
      "How many days after the day the head of service management is told as well."
    ),
  ]

  private static let topicKeys = ReminderTopic.allCases.map { topic in
    PolicyKey(
      "reminder.kind.\(topic.rawValue)",
      \.reminders[topic],
      OptionalForm(DayListForm(.falling)),
      "The days of reminder.before for reminders of the kind \(topic.rawValue) alone."
    )
  }

  private static let reminderTierKeys = Tier.allCases.map { tier in
    PolicyKey(
      "reminder.tier.\(tier.rawValue)",
      \.reminders.byTier[tier],
      OptionalForm(DayListForm(.falling)),
      "The days of reminder.before for suppliers of the tier \(tier.rawValue) alone."
    )
  }
}
