extension BusinessCalendar {
  /// Whether at least one window opens on the day.
  ///
  /// - Returns: False for a day that is closed.
  /// - Throws: ``CalendarGap`` for a day that the calendar does not know.
  public func isBusinessDay(_ day: CivilDay) throws(CalendarGap) -> Bool {
    guard let answer = index.isBusinessDay(day) else { throw gap(at: day) }
    return answer
  }

  /// The last business day on or before the day.
  ///
  /// - Returns: The day itself if it is a business day.
  /// - Throws: ``CalendarGap`` if a day looked at is not known.
  public func businessDay(onOrBefore day: CivilDay) throws(CalendarGap) -> CivilDay {
    try known(index.onOrBefore(day))
  }

  /// The first business day on or after the day.
  ///
  /// - Returns: The day itself if it is a business day.
  /// - Throws: ``CalendarGap`` if a day looked at is not known.
  public func businessDay(onOrAfter day: CivilDay) throws(CalendarGap) -> CivilDay {
    try known(index.onOrAfter(day))
  }

  /// The day moved to a business day.
  ///
  /// - Returns: The day itself if it is a business day or the adjustment is ``NoticeAdjustment/none``.
  /// - Throws: ``CalendarGap`` if a day looked at is not known.
  public func adjusted(
    _ day: CivilDay,
    _ adjustment: NoticeAdjustment
  ) throws(CalendarGap) -> CivilDay {
    switch adjustment {
    case .preceding: try businessDay(onOrBefore: day)
    case .following: try businessDay(onOrAfter: day)
    case .none: day
    }
  }

  /// The n-th business day after a day, or before it if n is negative.
  ///
  /// The day itself is day zero, whether it is a business day or not.
  ///
  /// - Returns: The day itself if n is 0.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func adding(businessDays count: Int, to day: CivilDay) throws(CalendarGap) -> CivilDay {
    if count > 0 { return try known(index.after(day, count: count)) }
    return count < 0 ? try known(index.before(day, count: -count)) : day
  }

  /// The day a period later, business days included.
  ///
  /// - Returns: Nil for business hours, which do not lead to a day.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func adding(_ period: Period, to day: CivilDay) throws(CalendarGap) -> CivilDay? {
    if period.unit == .businessDay { return try adding(businessDays: Int(period.count), to: day) }
    return day.adding(period)
  }

  /// The number of business days after the first day up to and with the last one.
  ///
  /// - Returns: 0 if the last day is not after the first.
  /// - Throws: ``CalendarGap`` if a day between is not known.
  public func businessDays(
    after day: CivilDay,
    through end: CivilDay
  ) throws(CalendarGap) -> Int {
    guard day < end else { return 0 }
    if let count = index.count(after: day, through: end) { return count }
    for number in day.number...end.number {
      let day = CivilDay(number: number)
      guard index.knows(day) else { throw gap(at: day) }
    }
    return 0
  }

  private func known(_ result: BusinessDayIndex.Result) throws(CalendarGap) -> CivilDay {
    switch result {
    case .day(let day): return day
    case .unknown(let day): throw gap(at: day)
    }
  }
}
