/// A span of days for which an agreement holds, both days included.
public struct Term: Hashable, Sendable {
  /// The first day.
  public let startsOn: CivilDay
  /// The last day.
  public let endsOn: CivilDay

  /// Makes a term from its first and last day.
  public init(startsOn: CivilDay, endsOn: CivilDay) {
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  /// Whether the day lies in the term.
  public func contains(_ day: CivilDay) -> Bool { startsOn <= day && day <= endsOn }

  /// The last day of a term of months that begins on a day.
  ///
  /// It is the day before the same day of the month that many months later; where that month is
  /// too short it is the last day of that month.
  public static func end(startingOn day: CivilDay, months: Int) -> CivilDay {
    let (year, month, dayOfMonth) = day.components
    let (newYear, newMonth) = CivilDay.shift(year: year, month: month, by: months)
    let length = CivilDay.lengthOfMonth(newMonth, year: newYear)
    return CivilDay(unchecked: newYear, newMonth, min(dayOfMonth - 1, length))
  }

  /// The last day of a term of a length that begins on a day.
  ///
  /// The result is nil for a length of nothing and for business days and hours.
  public static func end(startingOn day: CivilDay, length: Period) -> CivilDay? {
    guard !length.isZero else { return nil }
    if let days = length.days { return day.adding(days: days - 1) }
    return length.months.map { end(startingOn: day, months: $0) }
  }
}
