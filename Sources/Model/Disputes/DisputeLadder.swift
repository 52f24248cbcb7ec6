/// How long the levels of a negotiation last.
public struct DisputeLadder: Hashable, Sendable {
  /// One level of the ladder.
  public struct Level: Hashable, Sendable {
    /// The number, from 1.
    public let number: Int
    /// The first day.
    public let startsOn: CivilDay
    /// The last day to settle at this level.
    public let endsOn: CivilDay
  }

  /// The time at each level, the lowest first.
  public var times: [Period]

  /// Makes a ladder; unless times are given there are three levels of ten, ten and twenty business
  /// days.
  public init(times: [Period] = Self.usualTimes) { self.times = times }

  /// Ten, ten and twenty business days.
  public static let usualTimes = [10, 10, 20].map { Period(known: $0, .businessDay) }

  /// The number of the highest level.
  public var highestLevel: Int { times.count }

  /// The last day at a level that was reached on a day; nil for a level that the ladder does not
  /// have or a time that does not lead to a day.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func end(
    ofLevel level: Int,
    since day: CivilDay,
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> CivilDay? {
    guard times.indices.contains(level - 1) else { return nil }
    return try calendar.adding(times[level - 1], to: day)
  }

  /// The levels if each is used to its last day, where the next one begins; nil for a time that
  /// does not lead to a day.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func levels(
    from day: CivilDay,
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> [Level]? {
    var levels: [Level] = []
    var start = day
    for number in times.indices.map({ $0 + 1 }) {
      guard let end = try end(ofLevel: number, since: start, calendar: calendar) else { return nil }
      levels.append(Level(number: number, startsOn: start, endsOn: end))
      start = end
    }
    return levels
  }
}
