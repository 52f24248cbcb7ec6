/// When somebody is at work: weekly windows in a zone, with exceptions by date.
///
/// A business day is a day on which at least one window opens, so a half day is a whole business
/// day. The calendar knows the days of the years whose holidays are loaded, within its validity;
/// for any other day it throws ``CalendarGap`` rather than guess.
public final class BusinessCalendar: Sendable {
  /// A day that differs from its weekday.
  public struct Exception: Hashable, Sendable {
    /// What the day is, such as `Good Friday`; nil if nobody said.
    public let name: String?
    /// The windows that open on it; none means closed.
    public let windows: [Window]

    /// Makes an exception, closed unless windows are given.
    public init(name: String? = nil, windows: [Window] = []) {
      self.name = name
      self.windows = windows.sorted { $0.opensAt < $1.opensAt }
    }
  }

  /// The reference, such as `DE-BE`.
  public let reference: String
  /// The zone of the windows.
  public let zone: Zone
  /// The first day on which the calendar is valid; nil is without limit.
  public let validFrom: CivilDay?
  /// The last day on which the calendar is valid; nil is without limit.
  public let validThrough: CivilDay?
  /// The years for which holidays are loaded.
  public let holidayYears: Set<Int>

  let index: BusinessDayIndex
  private let weekly: [[Window]]
  private let exceptions: [CivilDay: Exception]

  /// Makes a calendar.
  ///
  /// A weekday that is not in `weekly` is closed. `holidayYears` are the years for which
  /// `exceptions` is complete; years outside 1900 to 2399 are not kept.
  public init(
    reference: String,
    zone: Zone,
    weekly: [Weekday: [Window]],
    exceptions: [CivilDay: Exception],
    holidayYears: Set<Int>,
    validFrom: CivilDay? = nil,
    validThrough: CivilDay? = nil
  ) {
    self.reference = reference
    self.zone = zone
    self.weekly = Weekday.allCases.map { day in
      (weekly[day] ?? []).sorted { $0.opensAt < $1.opensAt }
    }
    self.exceptions = exceptions
    self.holidayYears = holidayYears.filter { (1_900...2_399).contains($0) }
    self.validFrom = validFrom
    self.validThrough = validThrough
    index = BusinessDayIndex(
      years: self.holidayYears,
      validFrom: validFrom,
      validThrough: validThrough,
      openWeekdays: self.weekly.map { !$0.isEmpty },
      exceptions: exceptions.mapValues { !$0.windows.isEmpty }
    )
  }

  /// The windows that open on a day, by opening time.
  ///
  /// - Returns: No window for a day that is closed.
  /// - Throws: ``CalendarGap`` for a day that the calendar does not know.
  public func windows(on day: CivilDay) throws(CalendarGap) -> [Window] {
    guard index.knows(day) else { throw gap(at: day) }
    return exceptions[day]?.windows ?? weekly[day.weekday.rawValue - 1]
  }

  /// Whether any window closes on the day after it opens.
  var crossesMidnight: Bool {
    weekly.contains { $0.contains { $0.closesAt > 1_440 } }
      || exceptions.values.contains { $0.windows.contains { $0.closesAt > 1_440 } }
  }

  /// What the exceptions say of a day: the name of the holiday, or nil.
  public func name(of day: CivilDay) -> String? { exceptions[day]?.name }

  /// The gap that a day falls into.
  func gap(at day: CivilDay) -> CalendarGap {
    let year = day.year
    let kind: CalendarGap.Kind = holidayYears.contains(year) ? .validity : .holidays
    return CalendarGap(calendar: reference, year: year, kind: kind)
  }
}
