import Model
import Testing

/// The calendars of DOMAIN.md section 9, and days for short.
enum Sample {
  static func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso)) }

  static func period(_ text: String) throws -> Period { try #require(Period(text)) }

  static func instant(_ iso: String) throws -> Instant { try #require(Instant(iso)) }

  /// Mon–Fri 09:00–17:00 in Berlin with the holidays of the region.
  static func office(
    _ region: String = "DE-BE",
    zone: String = "Europe/Berlin",
    years: ClosedRange<Int> = 2_024...2_030
  ) throws -> BusinessCalendar {
    let window = try #require(Window("09:00-17:00"))
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return BusinessCalendar(
      reference: region,
      zone: try #require(Zone.named(zone)),
      weekly: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [window]) }),
      exceptions: try #require(Holidays.exceptions(region: region, years: years)),
      holidayYears: Set(years)
    )
  }

  /// The same windows on all days of the week, without holidays.
  static func daily(_ windows: [String], zone: String = "Europe/Berlin") throws -> BusinessCalendar
  {
    let windows = try windows.map { try #require(Window($0)) }
    return BusinessCalendar(
      reference: "daily",
      zone: try #require(Zone.named(zone)),
      weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, windows) }),
      exceptions: [:],
      holidayYears: Set(2_020...2_030)
    )
  }

  /// The instant of a local time of a day in Berlin that occurs once.
  static func berlin(_ iso: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
    try #require(Zone.named("Europe/Berlin"))
      .instant(day: day(iso), minute: hour * 60 + minute, .first)
  }
}
