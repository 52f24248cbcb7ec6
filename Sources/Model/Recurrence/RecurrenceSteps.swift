/// Goes through the periods of a rule from a start and gives the days that recur in each.
///
/// RFC 5545, 3.3.10, tells for each part and frequency whether it adds days or takes days away.
/// For whole days both come to one question: does a day of the period have all that the parts
/// name? Where the rule names neither a day of the month nor a weekday, the start does; where a
/// yearly rule names no month either, the start's month. The table's only order, that `BYSETPOS`
/// comes last, is kept.
struct RecurrenceSteps {
  private let rule: RecurrenceRule
  private let start: CivilDay

  init(_ rule: RecurrenceRule, from start: CivilDay) {
    self.rule = rule
    self.start = start
  }

  /// The first day and the day after the last one of a period, counted from 0.
  ///
  /// Weeks begin with the rule's weekday, months and years with their first day, whatever the
  /// start is.
  func period(_ number: Int) -> Range<CivilDay> {
    let step = number * rule.interval
    switch rule.frequency {
    case .daily:
      let day = start.adding(days: step)
      return day..<day.adding(days: 1)
    case .weekly:
      let offset = (start.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
      let day = start.adding(days: 7 * step - offset)
      return day..<day.adding(days: 7)
    case .monthly:
      let day = start.adding(days: 1 - start.day).addingMonths(step)
      return day..<day.addingMonths(1)
    case .yearly:
      let day = CivilDay(unchecked: start.year + step, 1, 1)
      return day..<CivilDay(unchecked: start.year + step + 1, 1, 1)
    }
  }

  /// A period that surely does not lie after the one with the day in it.
  func number(near day: CivilDay) -> Int {
    let days = start.days(to: day)
    let length =
      switch rule.frequency {
      case .daily: 1
      case .weekly: 7
      case .monthly: 31
      case .yearly: 366
      }
    return max(0, days / (length * rule.interval) - 1)
  }

  /// The days of a period that recur, ascending; the start and the end of the rule do not matter
  /// here.
  func days(in period: Range<CivilDay>) -> [CivilDay] {
    let numbers = period.lowerBound.number..<period.upperBound.number
    let days = numbers.lazy.map { CivilDay(number: $0) }.filter { recurs($0) }
    guard !rule.positions.isEmpty else { return Array(days) }
    let all = Array(days)
    let indices = rule.positions.map { $0 > 0 ? $0 - 1 : all.count + $0 }
    return Set(indices).filter(all.indices.contains).sorted().map { all[$0] }
  }

  private func recurs(_ day: CivilDay) -> Bool {
    let (year, month, dayOfMonth) = day.components
    if !rule.months.isEmpty, !rule.months.contains(month) { return false }
    let length = CivilDay.lengthOfMonth(month, year: year)
    if !rule.monthDays.isEmpty {
      let fromEnd = dayOfMonth - length - 1
      return (rule.monthDays.contains(dayOfMonth) || rule.monthDays.contains(fromEnd))
        && isNamedWeekday(day, year, dayOfMonth, length)
    }
    if !rule.weekdays.isEmpty { return isNamedWeekday(day, year, dayOfMonth, length) }
    switch rule.frequency {
    case .daily: return true
    case .weekly: return day.weekday == start.weekday
    case .monthly: return dayOfMonth == start.day
    case .yearly: return dayOfMonth == start.day && (!rule.months.isEmpty || month == start.month)
    }
  }

  private func isNamedWeekday(
    _ day: CivilDay,
    _ year: Int,
    _ dayOfMonth: Int,
    _ lengthOfMonth: Int
  ) -> Bool {
    guard !rule.weekdays.isEmpty else { return true }
    let weekday = day.weekday
    return rule.weekdays.contains { position in
      guard position.weekday == weekday else { return false }
      guard let ordinal = position.ordinal else { return true }
      if rule.countsWeekdaysInMonths {
        return ordinal == Self.ordinal(dayOfMonth, of: lengthOfMonth, fromEnd: ordinal < 0)
      }
      let dayOfYear = CivilDay(unchecked: year, 1, 1).days(to: day) + 1
      let length = CivilDay.isLeapYear(year) ? 366 : 365
      return ordinal == Self.ordinal(dayOfYear, of: length, fromEnd: ordinal < 0)
    }
  }

  /// How many times the weekday of a day has come up to the day, or, negative, comes from it on.
  private static func ordinal(_ day: Int, of length: Int, fromEnd: Bool) -> Int {
    fromEnd ? -((length - day) / 7 + 1) : (day - 1) / 7 + 1
  }
}
