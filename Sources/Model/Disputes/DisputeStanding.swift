/// How a dispute stands on a day.
public struct DisputeStanding: Hashable, Sendable {
  /// The stage.
  public let stage: DisputeStage
  /// The day on which the stage was reached.
  public let since: CivilDay
  /// The last day to settle at the level; nil unless it is negotiated at a level with a time.
  public let levelEndsOn: CivilDay?
  /// The last day on which something was done.
  public let lastStepOn: CivilDay
  /// How many business days have passed without a step; 0 once it is closed.
  public let idleBusinessDays: Int
  /// How many calendar days have passed since it was raised, until it was closed.
  public let openDays: Int
  /// How many calendar days have passed since the stage was reached; 0 once it is closed.
  public let stageDays: Int
  /// How the time of the level stands; nil without ``levelEndsOn``.
  public let levelState: DueState?

  /// Whether the time of the level is over and nobody went up.
  public var isPastLevel: Bool {
    if case .overdue = levelState { return true }
    return false
  }
}

extension DisputeHistory {
  /// How the dispute stands at the end of a day; nil before it was raised.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func standing(
    on day: CivilDay,
    ladder: DisputeLadder = DisputeLadder(),
    leadDays: Int = 0,
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> DisputeStanding? {
    let known = known(on: day)
    guard let entry = known.entries.last, let lastStepOn = known.days.last else { return nil }
    let isClosed = entry.stage.state == .closed
    var levelEnd: CivilDay?
    if let level = entry.stage.level {
      levelEnd = try ladder.end(ofLevel: level, since: entry.day, calendar: calendar)
    }
    return DisputeStanding(
      stage: entry.stage,
      since: entry.day,
      levelEndsOn: levelEnd,
      lastStepOn: lastStepOn,
      idleBusinessDays: isClosed ? 0 : try calendar.businessDays(after: lastStepOn, through: day),
      openDays: openedOn.days(to: isClosed ? entry.day : day),
      stageDays: isClosed ? 0 : entry.day.days(to: day),
      levelState: levelEnd.map { DueState(due: $0, on: day, leadDays: leadDays) }
    )
  }
}
