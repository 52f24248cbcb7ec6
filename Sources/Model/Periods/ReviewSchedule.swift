/// When something that recurs at an interval is due next.
///
/// Slots are the anchor plus whole multiples of the interval, always computed from the anchor, so
/// that the 31st and 29 February do not drift.
public struct ReviewSchedule: Hashable, Sendable {
  /// What a review does to the next due day.
  public enum Policy: String, Sendable, CaseIterable {
    /// The next is due an interval after the last one held.
    case rolling
    /// The next is due at the next slot, whenever the last one was held.
    case anchored
  }

  /// The day from which the first interval runs, such as the start of the agreement.
  public let anchor: CivilDay
  /// The time between two reviews.
  public let interval: Period
  /// What a review does to the next due day.
  public let policy: Policy
  /// How many days before a slot a review may be held and still fill it; only matters if anchored.
  public let earlyDays: Int

  /// Makes a schedule.
  ///
  /// The result is nil for an interval of nothing or in business days or hours.
  public init?(anchor: CivilDay, interval: Period, policy: Policy = .rolling, earlyDays: Int = 30) {
    guard !interval.isZero, interval.days != nil || interval.months != nil else { return nil }
    self.anchor = anchor
    self.interval = interval
    self.policy = policy
    self.earlyDays = max(0, earlyDays)
  }

  /// The due day of a slot: the anchor plus that many intervals, from 1.
  public func slot(_ number: Int) -> CivilDay {
    if let days = interval.days { return anchor.adding(days: number * days) }
    return anchor.addingMonths(number * (interval.months ?? 0))
  }

  /// The next due day after the reviews held, in any order; the first slot if none was.
  ///
  /// Leave out reviews held after the day for which you answer. Anchored, a review fills every
  /// slot due on or before its day, and the next one if held at most ``earlyDays`` before it.
  public func due(afterReviewsHeldOn held: some Sequence<CivilDay>) -> CivilDay {
    guard let last = held.max() else { return slot(1) }
    switch policy {
    case .rolling: return last.adding(interval) ?? last
    case .anchored: return firstSlot(after: last)
    }
  }

  private func firstSlot(after last: CivilDay) -> CivilDay {
    let next = nextNumber(after: last)
    let day = slot(next)
    // A review fills one slot in advance, not more.
    return last.days(to: day) <= earlyDays ? slot(next + 1) : day
  }

  /// The number of the first slot after a day.
  private func nextNumber(after day: CivilDay) -> Int {
    var number: Int
    if let days = interval.days {
      number = anchor.days(to: day) / days
    } else {
      let from = anchor.components
      let to = day.components
      let months = (to.year - from.year) * 12 + to.month - from.month
      number = months / (interval.months ?? 1)
    }
    number = max(1, number)
    while slot(number) <= day { number += 1 }
    return number
  }
}
