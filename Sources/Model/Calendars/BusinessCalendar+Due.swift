extension BusinessCalendar {
  /// The limit of a clock that starts at an instant and runs for a target.
  ///
  /// Business hours run on open time. Business day n ends at the close of business of the n-th
  /// business day after the local day of the start; a pause moves the limit by the closes inside
  /// it. Calendar days, weeks, months, quarters and years end with the end of their last local
  /// day; a pause moves the limit by the ends of days inside it. A clock is met if it stops at or
  /// before the limit, to the second.
  ///
  /// - Returns: The limit as an absolute instant.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func due(
    from start: Instant,
    target: Period,
    pauses: [Pause] = []
  ) throws(CalendarGap) -> Instant {
    switch target.unit {
    case .businessHour:
      return try instant(
        afterOpenSeconds: Int64(target.count) * 3_600,
        from: start,
        pauses: pauses
      )
    case .businessDay: return try close(ofBusinessDay: Int(target.count), from: start, pauses)
    default:
      let day = zone.day(at: start)
      return endOfDay(from: day, through: day.adding(target) ?? day, pauses)
    }
  }

  /// The instant at which a clock gives warning: when a share of its target has passed.
  ///
  /// Days, whether business or calendar days, are rounded up to whole days; a target in months,
  /// quarters or years is counted in calendar days.
  ///
  /// - Parameters:
  ///   - start: When the clock started.
  ///   - target: How long it may run.
  ///   - pauses: The spans in which it stood still.
  ///   - millionths: The share of the target, in millionths; at most a million.
  /// - Returns: The instant of the warning, not after the limit.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func warning(
    from start: Instant,
    target: Period,
    pauses: [Pause] = [],
    millionths: Int = 800_000
  ) throws(CalendarGap) -> Instant {
    func part(of whole: Int) -> Int { (whole * millionths + 999_999) / 1_000_000 }
    let count = Int(target.count)
    switch target.unit {
    case .businessHour:
      let seconds = Int64(part(of: count * 3_600))
      return try instant(afterOpenSeconds: seconds, from: start, pauses: pauses)
    case .businessDay: return try close(ofBusinessDay: part(of: count), from: start, pauses)
    default:
      let day = zone.day(at: start)
      let days = day.days(to: day.adding(target) ?? day)
      return endOfDay(from: day, through: day.adding(days: part(of: days)), pauses)
    }
  }

  private func close(
    ofBusinessDay count: Int,
    from start: Instant,
    _ pauses: [Pause]
  ) throws(CalendarGap) -> Instant {
    let pauses = Pause.united(pauses)
    var day = zone.day(at: start)
    var left = count
    var limit = try close(of: day) ?? start
    if pauses.contains(where: { $0.contains(limit) }), try isBusinessDay(day) { left += 1 }
    while left > 0 {
      day = try adding(businessDays: 1, to: day)
      limit = try close(of: day) ?? limit
      if !pauses.contains(where: { $0.contains(limit) }) { left -= 1 }
    }
    return limit
  }

  private func endOfDay(from first: CivilDay, through last: CivilDay, _ pauses: [Pause]) -> Instant
  {
    let pauses = Pause.united(pauses)
    var day = first
    var left = first.days(to: last)
    func isPaused() -> Bool { pauses.contains { $0.contains(zone.end(of: day)) } }
    guard !pauses.isEmpty else { return zone.end(of: last) }
    if isPaused() { left += 1 }
    while left > 0 {
      day = day.adding(days: 1)
      if !isPaused() { left -= 1 }
    }
    return zone.end(of: day)
  }
}
