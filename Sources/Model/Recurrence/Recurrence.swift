/// The days of a rule from a start on, with days added and days taken out.
///
/// The set is that of RFC 5545, 3.8.5.3. That section leaves undefined what a start means that the
/// rule does not name; here such a start is no instance and is not counted. It only tells where
/// the first period lies.
public struct Recurrence: Hashable, Sendable {
  /// The days found in a span.
  public struct Expansion: Hashable, Sendable {
    /// The days, ascending, each once, at most ``Recurrence/largestExpansion``.
    public let days: [CivilDay]
    /// Whether these are all days of the span; false if there are more than may be given.
    public let isComplete: Bool
  }

  /// The most days that one expansion gives.
  public static let largestExpansion = 1_000

  /// Which days recur.
  public let rule: RecurrenceRule
  /// The first day that can be an instance, DTSTART of RFC 5545, 3.8.2.4.
  public let start: CivilDay
  /// Days that are no instances whatever the rule says, EXDATE of RFC 5545, 3.8.5.1.
  public let excluded: Set<CivilDay>
  /// Days that are instances beside those of the rule, RDATE of RFC 5545, 3.8.5.2; a day that is
  /// also excluded is none.
  public let added: Set<CivilDay>

  /// Makes a recurrence.
  public init(
    rule: RecurrenceRule,
    start: CivilDay,
    excluded: Set<CivilDay> = [],
    added: Set<CivilDay> = []
  ) {
    self.rule = rule
    self.start = start
    self.excluded = excluded
    self.added = added
  }

  /// Whether the rule names the start itself.
  public var startIsInstance: Bool {
    let steps = RecurrenceSteps(rule, from: start)
    return !isPastEnd(start) && steps.days(in: steps.period(0)).contains(start)
  }

  /// The instances of a span of days, both ends included.
  ///
  /// Only the periods of the span are looked at, or all from the start if the rule has a count. A
  /// horizon after the year 9999 counts as its end.
  public func days(from first: CivilDay, through horizon: CivilDay) -> Expansion {
    let horizon = min(horizon, CivilDay.last)
    var found = Set(added.filter { first <= $0 && $0 <= horizon })
    addRuleDays(to: &found, from: first, through: horizon)
    let days = found.subtracting(excluded).sorted()
    return Expansion(
      days: Array(days.prefix(Self.largestExpansion)),
      isComplete: days.count <= Self.largestExpansion
    )
  }

  /// Adds days of the rule, stopping after one more than can be given.
  private func addRuleDays(
    to found: inout Set<CivilDay>,
    from first: CivilDay,
    through horizon: CivilDay
  ) {
    let steps = RecurrenceSteps(rule, from: start)
    var count = 0
    var number = countLimit == nil ? steps.number(near: first) : 0
    let most = Self.largestExpansion + excluded.count + 1
    var taken = 0
    while case let period = steps.period(number), period.lowerBound <= horizon, taken < most {
      for day in steps.days(in: period) where day >= start {
        if day > horizon || isPastEnd(day) { return }
        count += 1
        if day >= first {
          found.insert(day)
          taken += 1
        }
        if count == countLimit { return }
      }
      if isPastEnd(period.lowerBound) { return }
      number += 1
    }
  }

  private var countLimit: Int? {
    if case .count(let count) = rule.end { return count }
    return nil
  }

  private func isPastEnd(_ day: CivilDay) -> Bool {
    if case .until(let last) = rule.end { return day > last }
    return false
  }
}
