/// That a credit is cancelled if the target is met in the next periods.
///
/// It only holds if the agreement says so.
public struct EarnBack: Hashable, Sendable {
  /// In how many periods after the miss the target must be met.
  public let periods: Int

  /// Makes an earn-back; a count below 1 counts as 1.
  public init(periods: Int) { self.periods = max(1, periods) }

  /// How the earn-back stands after the periods that followed the miss, earliest first.
  ///
  /// An excluded period is passed over. One without data or in dispute decides nothing until it is
  /// decided itself, unless the target is missed in another one.
  public func state(after following: [JudgedMeasurement]) -> State {
    let counting = following.filter { $0.state != .excluded }.prefix(periods)
    if counting.contains(where: { $0.state == .missed }) { return .kept }
    let met = counting.count { $0.state == .met }
    return met == periods ? .cancelled : .open(met: met)
  }

  /// What becomes of the credit.
  public enum State: Hashable, Sendable {
    /// The target was met in all periods: the credit is cancelled.
    case cancelled
    /// The target was missed again: the credit stays.
    case kept
    /// The target was met in so many of the periods, and the others are not known.
    case open(met: Int)
  }
}
