/// What applies to dates where an agreement says nothing.
///
/// The values of ``standard`` are those of the shipped policy, keys `notice.convention`,
/// `notice.adjustment`, `notice.delivery`, `review.contract` and `dueSoon.lead`; a policy can
/// replace each of them.
public struct DateDefaults: Hashable, Sendable {
  /// How months of notice are counted.
  public var noticeConvention: NoticeConvention = .clampedSubtract
  /// Where a notice deadline goes that is no business day.
  public var noticeAdjustment: NoticeAdjustment = .preceding
  /// From where days and weeks of notice are counted.
  public var noticeBase: NoticeBase = .lastDay
  /// What must have happened by the deadline.
  public var noticeCount: NoticeCount = .receipt
  /// How long a letter takes.
  public var noticeDelivery = Period(known: 5, .businessDay)
  /// How often an agreement is reviewed.
  public var reviewInterval = Period(known: 12, .month)
  /// How many calendar days before its due day a thing counts as due soon.
  public var dueSoonLead = 30

  /// The values of the shipped policy.
  public static let standard = Self()

  /// Makes the values of the shipped policy, to be changed one by one.
  public init() {}
}
