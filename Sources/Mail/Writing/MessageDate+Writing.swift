extension MessageDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date as a field has it, such as `Thu, 26 Nov 2026 08:30:00 +0100` (RFC 5322, 3.3).
  ///
  /// Years before 0 and after 9999 are written as 0 and 9999.
  public var text: String {
    let offset = min(max(offsetMinutes ?? 0, -1_439), 1_439)
    let local = min(max(seconds, -62_167_219_200), 253_402_300_799) + Int64(offset) * 60
    let day = local.flooredDivision(by: 86_400)
    let second = Int(local - day * 86_400)
    let (year, month, date) = Self.civil(day)
    let time = [second / 3_600, second / 60 % 60, second % 60].map(Self.pair).joined(separator: ":")
    let sign = offsetMinutes == nil || offset < 0 ? "-" : "+"
    let zone = "\(sign)\(Self.pair(abs(offset) / 60))\(Self.pair(abs(offset) % 60))"
    let weekday = Self.days[Int((day + 4) - (day + 4).flooredDivision(by: 7) * 7)]
    let padded = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(weekday), \(Self.pair(date)) \(Self.months[month - 1]) \(padded) \(time) \(zone)"
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Year, month and day of a number of days since 1970-01-01 in the Gregorian calendar.
  private static func civil(_ day: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = Int(shifted - era * 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = Int(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}

extension Int64 {
  /// The quotient rounded down.
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
