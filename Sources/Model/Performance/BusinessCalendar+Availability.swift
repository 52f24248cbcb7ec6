// Agreed service time is the open time of the service's calendar, in real seconds.
extension BusinessCalendar {
  /// The open seconds of a span of days, from the start of the first to the end of the last one.
  ///
  /// Around the clock, March 2026 has 44,580 minutes in Berlin and not 44,640.
  ///
  /// - Returns: 0 if the calendar is closed throughout.
  /// - Throws: ``CalendarGap`` if a day is not known.
  public func agreedSeconds(in days: Term) throws(CalendarGap) -> Int64 {
    try openSeconds(from: zone.start(of: days.startsOn), to: zone.end(of: days.endsOn))
  }

  /// The availability of a span of days with the outages in it.
  ///
  /// Outages and exclusions are half-open spans; they may overlap, lie partly outside the days and
  /// come in any order. Only what falls into open time counts.
  ///
  /// - Returns: An availability whose denominator may be 0.
  /// - Throws: ``CalendarGap`` if a day is not known.
  public func availability(
    in days: Term,
    outages: [Range<Instant>],
    exclusions: [Range<Instant>] = [],
    treatment: MeasuredAvailability.Treatment = .leavesAgreedTime
  ) throws(CalendarGap) -> MeasuredAvailability {
    let (start, end) = (zone.start(of: days.startsOn), zone.end(of: days.endsOn))
    let excluded = exclusions.map { Pause(from: $0.lowerBound, until: $0.upperBound) }
    let agreed = try openSeconds(from: start, to: end)
    let counted = try openSeconds(from: start, to: end, pauses: excluded)
    var downtime: Int64 = 0
    var countedDowntime: Int64 = 0
    for outage in Pause.united(outages.map { Pause(from: $0.lowerBound, until: $0.upperBound) }) {
      let (from, until) = (max(outage.from, start), min(outage.until, end))
      downtime += try openSeconds(from: from, to: until)
      countedDowntime += try openSeconds(from: from, to: until, pauses: excluded)
    }
    return MeasuredAvailability(
      known: agreed,
      downtime: downtime,
      excluded: agreed - counted,
      excludedDowntime: downtime - countedDowntime,
      treatment: treatment
    )
  }
}
