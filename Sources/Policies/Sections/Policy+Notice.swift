public import Model

extension Policy {
  /// How notice is given and a renewal decided, where the agreement says nothing.
  public struct Notice: Hashable, Sendable {
    /// How months of notice are counted.
    public var convention = NoticeConvention.clampedSubtract
    /// Where a deadline goes that is no business day; never to a later day.
    public var adjustment = NoticeAdjustment.preceding
    /// How long a letter takes.
    public var delivery = Period(known: 5, .businessDay)
    /// How long before the day of dispatch a missing decision is an observation, in calendar days.
    public var renewalObserve = Period(known: 90, .day)
    /// How long before the day of dispatch it is a minor finding, in calendar days.
    public var renewalDecide = Period(known: 30, .day)
    /// How long before the day of dispatch a protective notice is prepared, in calendar days.
    public var renewalProtect = Period(known: 7, .day)
  }

  static let noticeKeys: [PolicyKey] = [
    PolicyKey(
      "notice.convention",
      \.notice.convention,
      ChoiceForm(),
      """
      How months of notice are counted back: clampedSubtract is never late, wholePeriod can be up \
      to three days later at the end of a month.
      """
    ),
    PolicyKey(
      "notice.adjustment",
      \.notice.adjustment,
      ChoiceForm([.preceding, .none]),
      """
      Where a deadline goes that is no business day. It never moves to a later day, because the \
      other side must have its whole period.
      """
    ),
    PolicyKey(
      "notice.delivery",
      \.notice.delivery,
      PeriodForm([.day, .businessDay]),
      "How long a letter takes, where the notice must have arrived."
    ),
    PolicyKey(
      "renewal.observe",
      \.notice.renewalObserve,
      PeriodForm([.day]),
      "How long before the last day of dispatch a missing decision is an observation."
    ),
    PolicyKey(
      "renewal.decide",
      \.notice.renewalDecide,
      PeriodForm([.day]),
      "How long before that day it is a minor finding, and the owner's lead is told."
    ),
    PolicyKey(
      "renewal.protect",
      \.notice.renewalProtect,
      PeriodForm([.day]),
      "How long before that day a protective notice is prepared, and the head of service is told."
    ),
  ]
}
