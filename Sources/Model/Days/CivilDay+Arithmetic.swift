extension CivilDay {
  /// The day that lies the given number of days later, or earlier if negative.
  public func adding(days: Int) -> Self { Self(number: number + Int32(days)) }

  /// The number of days from this day to the other one, negative if that is earlier.
  public func days(to other: Self) -> Int { Int(other.number) - Int(number) }

  /// The same day of the month the given number of months later, or earlier if negative.
  ///
  /// The day is clamped to the last day of a shorter month, so that 31 January and one month
  /// give the end of February.
  public func addingMonths(_ months: Int) -> Self {
    let (year, month, day) = components
    let (newYear, newMonth) = Self.shift(year: year, month: month, by: months)
    return Self(unchecked: newYear, newMonth, min(day, Self.lengthOfMonth(newMonth, year: newYear)))
  }

  /// The day a calendar period later, months clamped.
  ///
  /// The result is nil for business days and business hours, which need a calendar.
  public func adding(_ period: Period) -> Self? {
    if let days = period.days { return adding(days: days) }
    return period.months.map { addingMonths($0) }
  }

  /// The day a calendar period earlier, months clamped.
  ///
  /// The result is nil for business days and business hours, which need a calendar.
  public func subtracting(_ period: Period) -> Self? {
    if let days = period.days { return adding(days: -days) }
    return period.months.map { addingMonths(-$0) }
  }

  /// The last day of this day's month.
  public var endOfMonth: Self {
    let (year, month, _) = components
    return Self(unchecked: year, month, Self.lengthOfMonth(month, year: year))
  }

  /// The last day of this day's quarter of the calendar year.
  public var endOfQuarter: Self {
    let (year, month, _) = components
    let last = (month + 2) / 3 * 3
    return Self(unchecked: year, last, Self.lengthOfMonth(last, year: year))
  }

  /// 31 December of this day's year.
  public var endOfYear: Self { Self(unchecked: year, 12, 31) }

  /// Whether the year has a 29 February.
  public static func isLeapYear(_ year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days in a month of 1 to 12.
  public static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    if month == 2 { return isLeapYear(year) ? 29 : 28 }
    return 30 + (month + month >> 3) & 1
  }

  /// The year and month that lie the given number of months later.
  static func shift(year: Int, month: Int, by months: Int) -> (year: Int, month: Int) {
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    return (newYear, total - newYear * 12 + 1)
  }
}
