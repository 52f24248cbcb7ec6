/// The notice that one side of an agreement must give to end it.
public struct NoticeRule: Hashable, Sendable {
  /// How long before the end.
  public var period: Period
  /// From where days and weeks are counted back.
  public var base: NoticeBase
  /// To which days notice can end the agreement.
  public var target: NoticeTarget
  /// How months, quarters and years are counted back.
  public var convention: NoticeConvention
  /// Where the deadline goes if it is no business day.
  public var adjustment: NoticeAdjustment
  /// What must happen by the deadline.
  public var counts: NoticeCount
  /// How long a letter takes; only matters where receipt counts.
  public var delivery: Period

  /// Makes a rule, by default with what the shipped policy says.
  public init(
    period: Period,
    base: NoticeBase = .lastDay,
    target: NoticeTarget = .termEnd,
    convention: NoticeConvention = .clampedSubtract,
    adjustment: NoticeAdjustment = .preceding,
    counts: NoticeCount = .receipt,
    delivery: Period = DateDefaults.standard.noticeDelivery
  ) {
    self.period = period
    self.base = base
    self.target = target
    self.convention = convention
    self.adjustment = adjustment
    self.counts = counts
    self.delivery = delivery
  }

  /// The three days by which a notice is planned.
  public struct Dates: Hashable, Sendable {
    /// The last day by the words of the agreement.
    public let deadline: CivilDay
    /// The deadline moved to a business day.
    public let safeOn: CivilDay
    /// The last day to send the notice.
    public let dispatchBy: CivilDay
  }

  /// The three days for notice to a last day.
  ///
  /// - Returns: The deadline, the safe day and the day of dispatch.
  /// - Throws: ``DateGap`` if one of them cannot be told.
  public func dates(
    lastDay: CivilDay,
    calendar: BusinessCalendar?
  ) throws(DateGap) -> Dates {
    let deadline = try deadline(lastDay: lastDay, calendar: calendar)
    let safeOn = try safeDay(for: deadline, calendar: calendar)
    let dispatchBy = try dispatchDay(for: safeOn, calendar: calendar)
    return Dates(deadline: deadline, safeOn: safeOn, dispatchBy: dispatchBy)
  }

  /// The last day for notice to a last day, by the words of the agreement.
  ///
  /// - Returns: A calendar day, business day or not.
  /// - Throws: ``DateGap`` if the period needs a calendar that is missing or does not know, or is
  ///   in business hours.
  public func deadline(
    lastDay: CivilDay,
    calendar: BusinessCalendar?
  ) throws(DateGap) -> CivilDay {
    if let months = period.months { return deadline(lastDay: lastDay, months: months) }
    let counted = base == .lastDay ? lastDay : lastDay.adding(days: 1)
    if let days = period.days { return counted.adding(days: -days) }
    return try Self.day(counted, less: period, calendar)
  }

  /// The deadline moved to a business day as the adjustment says.
  ///
  /// - Returns: The deadline itself if it is a business day.
  /// - Throws: ``DateGap`` if the calendar is missing or does not know.
  public func safeDay(
    for deadline: CivilDay,
    calendar: BusinessCalendar?
  ) throws(DateGap) -> CivilDay {
    if adjustment == .none { return deadline }
    guard let calendar else { throw .noCalendar }
    do { return try calendar.adjusted(deadline, adjustment) } catch { throw .calendar(error) }
  }

  /// The last day to send a notice that must be safe on a day.
  ///
  /// - Returns: The safe day itself where dispatch counts.
  /// - Throws: ``DateGap`` if the calendar is missing or does not know.
  public func dispatchDay(
    for safeOn: CivilDay,
    calendar: BusinessCalendar?
  ) throws(DateGap) -> CivilDay {
    if counts == .dispatch || delivery.isZero { return safeOn }
    return try Self.day(safeOn, less: delivery, calendar)
  }

  private func deadline(lastDay: CivilDay, months: Int) -> CivilDay {
    let clamped = lastDay.addingMonths(-months)
    guard convention == .wholePeriod else { return clamped }
    // Adding with clamping reaches the last day from up to three days later, at a month's end.
    let end = clamped.endOfMonth
    return end.addingMonths(months) <= lastDay ? end : clamped
  }

  private static func day(
    _ day: CivilDay,
    less period: Period,
    _ calendar: BusinessCalendar?
  ) throws(DateGap) -> CivilDay {
    if let result = day.subtracting(period) { return result }
    guard period.unit == .businessDay else { throw .unusablePeriod(period) }
    guard let calendar else { throw .noCalendar }
    do {
      return try calendar.adding(businessDays: -Int(period.count), to: day)
    } catch {
      throw .calendar(error)
    }
  }
}
