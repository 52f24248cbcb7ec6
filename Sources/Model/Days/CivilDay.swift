/// A day of the proleptic Gregorian calendar, without a time and without a zone.
///
/// Days outside the years 1 to 9999 can be computed with, but neither parsed nor written as ISO
/// 8601; ``init(exactly:)`` refuses them.
public struct CivilDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01, negative before it.
  public let number: Int32

  /// Makes a day from the number of days since 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// Makes a day from a stored number of days since 1970-01-01.
  ///
  /// The result is nil outside the years 1 to 9999.
  public init?(exactly number: Int64) {
    guard number >= Self.first.number, number <= Self.last.number else { return nil }
    self.number = Int32(number)
  }

  /// Makes a day from a year of 1 to 9999, a month of 1 to 12 and a day of that month.
  ///
  /// The result is nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// 0001-01-01, the first day that can be written.
  public static let first = Self(unchecked: 1, 1, 1)

  /// 9999-12-31, the last day that can be written.
  public static let last = Self(unchecked: 9_999, 12, 31)

  /// The year, month and day of the month, in one computation.
  public var components: (year: Int, month: Int, day: Int) {
    // Era of 400 years beginning on 1 March, see Hinnant, "chrono-Compatible Low-Level Date
    // Algorithms", section civil_from_days.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year of the Gregorian calendar.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday { Weekday(dayNumber: Int(number)) }

  /// Whether the left day comes before the right one.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// Makes a day from parts that are known to be right, in any year.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    // Section days_from_civil of the same source.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }
}
