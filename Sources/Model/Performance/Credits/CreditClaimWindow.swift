/// The days in which a credit of a period can be claimed.
public struct CreditClaimWindow: Hashable, Sendable {
  /// The last day on which a claim is in time.
  public let lastDay: CivilDay

  /// Makes the window of a period: so many calendar days after its last day.
  public init(periodEnd: CivilDay, claimDays: Int) { lastDay = periodEnd.adding(days: claimDays) }

  /// How a credit that was not settled or waived stands on a day.
  ///
  /// A claim after that day is not known then.
  public func state(on day: CivilDay, claimedOn: CivilDay?) -> State {
    if let claimedOn, claimedOn <= day {
      let late = lastDay.days(to: claimedOn)
      return late > 0 ? .claimedLate(days: late) : .claimed
    }
    let left = day.days(to: lastDay)
    return left < 0 ? .lapsed(days: -left) : .open(daysLeft: left)
  }

  /// How a claim stands to its window.
  public enum State: Hashable, Sendable {
    /// It can be claimed, today and on so many days more.
    case open(daysLeft: Int)
    /// It was claimed in time.
    case claimed
    /// It was claimed so many days too late.
    case claimedLate(days: Int)
    /// It was not claimed, and could have been until so many days ago.
    case lapsed(days: Int)
  }
}
