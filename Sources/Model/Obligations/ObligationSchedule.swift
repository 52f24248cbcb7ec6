/// When an obligation is due, once or again and again.
public struct ObligationSchedule: Hashable, Sendable {
  /// On which days instances come up.
  public enum Occurrence: Hashable, Sendable {
    /// On one day only.
    case once(CivilDay)
    /// On the days of a recurrence.
    case recurring(Recurrence)
  }

  /// One time that the obligation is due.
  public struct Instance: Hashable, Sendable {
    /// The day on which it comes up; it is open from then on.
    public let day: CivilDay
    /// The days that it covers.
    public let covered: Term
    /// The last day to fulfil it; nil if it cannot be told.
    public let due: CivilDay?
    /// Why there is no ``due``, or nil if there is one.
    public let gap: DateGap?
    /// How many calendar days after ``due`` it is not overdue yet.
    public let graceDays: Int

    /// Makes an instance with a known due day.
    public init(day: CivilDay, covered: Term, due: CivilDay, graceDays: Int = 0) {
      self.init(day: day, covered: covered, due: due, gap: nil, graceDays: graceDays)
    }

    init(day: CivilDay, covered: Term, due: CivilDay?, gap: DateGap?, graceDays: Int) {
      self.day = day
      self.covered = covered
      self.due = due
      self.gap = gap
      self.graceDays = graceDays
    }
  }

  /// The instances found in a span.
  public struct Expansion: Hashable, Sendable {
    /// The instances by their day, at most ``Recurrence/largestExpansion``.
    public let instances: [Instance]
    /// Whether these are all instances of the span; false if there are more than may be given.
    public let isComplete: Bool
  }

  /// On which days instances come up.
  public var occurrence: Occurrence
  /// Which days an instance covers.
  public var coverage: CoveredPeriod
  /// How long after the last day covered an instance is due, in days, weeks, months, quarters,
  /// years or business days.
  public var dueOffset: Period
  /// Where a due day goes that is no business day.
  public var adjustment: NoticeAdjustment
  /// How long after the due day an instance is not overdue yet, in the units of ``dueOffset``.
  public var grace: Period
  /// The first day on which an instance can come up; nil is without limit.
  public var validFrom: CivilDay?
  /// The last day on which an instance can come up; nil is without limit.
  public var validThrough: CivilDay?

  /// Makes a schedule, valid without limit.
  ///
  /// A due day that is no business day moves to the following one unless said otherwise, as for
  /// periods in which an act must be done; see ``NoticeAdjustment/following``.
  public init(
    _ occurrence: Occurrence,
    coverage: CoveredPeriod = .none,
    dueOffset: Period,
    adjustment: NoticeAdjustment = .following,
    grace: Period = .zero
  ) {
    self.occurrence = occurrence
    self.coverage = coverage
    self.dueOffset = dueOffset
    self.adjustment = adjustment
    self.grace = grace
  }

  /// The instances that come up in a span of days, both ends included.
  ///
  /// An instance whose due day or grace time cannot be told is there with the reason. A calendar is needed for
  /// business days and for moving.
  public func instances(
    from first: CivilDay,
    through horizon: CivilDay,
    calendar: BusinessCalendar?
  ) -> Expansion {
    let first = max(first, validFrom ?? first)
    let horizon = min(horizon, validThrough ?? horizon)
    let days: Recurrence.Expansion
    switch occurrence {
    case .once(let day):
      let isInSpan = first <= day && day <= horizon
      days = Recurrence.Expansion(days: isInSpan ? [day] : [], isComplete: true)
    case .recurring(let recurrence): days = recurrence.days(from: first, through: horizon)
    }
    return Expansion(
      instances: days.days.map { instance(on: $0, calendar: calendar) },
      isComplete: days.isComplete
    )
  }

  /// The instance of a day on which one comes up.
  public func instance(on day: CivilDay, calendar: BusinessCalendar?) -> Instance {
    let covered = coverage.term(for: day)
    do throws(DateGap) {
      let due = try adjusted(covered.endsOn.adding(dueOffset, calendar), calendar)
      let graceDays = try due.days(to: due.adding(grace, calendar))
      return Instance(day: day, covered: covered, due: due, gap: nil, graceDays: graceDays)
    } catch {
      return Instance(day: day, covered: covered, due: nil, gap: error, graceDays: 0)
    }
  }

  private func adjusted(
    _ day: CivilDay,
    _ calendar: BusinessCalendar?
  ) throws(DateGap) -> CivilDay {
    if adjustment == .none { return day }
    guard let calendar else { throw .noCalendar }
    do throws(CalendarGap) {
      return try calendar.adjusted(day, adjustment)
    } catch {
      throw .calendar(error)
    }
  }
}

extension CivilDay {
  /// The day a period later, by a calendar if it is in business days.
  ///
  /// - Throws: ``DateGap`` for business hours, without a calendar, and for a day that the calendar
  ///   does not know.
  public func adding(_ period: Period, _ calendar: BusinessCalendar?) throws(DateGap) -> CivilDay {
    guard period.unit == .businessDay else {
      guard let day = adding(period) else { throw .unusablePeriod(period) }
      return day
    }
    guard let calendar else { throw .noCalendar }
    do throws(CalendarGap) {
      return try calendar.adding(businessDays: Int(period.count), to: self)
    } catch {
      throw .calendar(error)
    }
  }
}
