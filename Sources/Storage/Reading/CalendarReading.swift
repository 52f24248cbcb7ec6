import GRDB
import Model

/// Makes business calendars from what the store keeps and from the holidays of countries.
enum CalendarReading {
  /// The organisation's calendar: the one that its settings name, else its country's.
  static func calendar(
    _ database: Database,
    for organization: Organization
  ) throws -> BusinessCalendar? {
    let named = try String.fetchOne(
      database,
      sql: "SELECT value FROM temp.settingAsOf WHERE key = ?",
      arguments: [Organization.Key.calendar.rawValue]
    )
    if let named { return try calendar(database, reference: named, zone: organization.zone) }
    return organization.country.flatMap { country($0, zone: organization.zone) }
  }

  /// The calendar with the reference, or of the country of that name.
  static func calendar(
    _ database: Database,
    reference: String,
    zone: Zone
  ) throws -> BusinessCalendar? {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT * FROM temp.calendarAsOf WHERE reference = ?",
      arguments: [reference]
    )
    guard let row else { return country(reference, zone: zone) }
    let windows: String = row["windows"]
    let zoneName: String = row["zone"]
    guard let weekly = WeeklyWindows(windows), let zone = Zone.named(zoneName) else { return nil }
    let region: String? = row["country"]
    var exceptions =
      region.flatMap { Holidays.exceptions(region: $0, years: Holidays.years) } ?? [:]
    for exception in try Row.fetchAll(
      database,
      sql: "SELECT * FROM temp.calendarExceptionAsOf WHERE calendarReference = ?",
      arguments: [reference]
    ) {
      guard let day = CivilDay(exception["day"] as String) else { continue }
      let own = (exception["windows"] as String?).flatMap(WeeklyWindows.windows) ?? []
      exceptions[day] = BusinessCalendar.Exception(name: exception["name"], windows: own)
    }
    return BusinessCalendar(
      reference: reference,
      zone: zone,
      weekly: weekly.byWeekday,
      exceptions: exceptions,
      holidayYears: region == nil ? Set(1900...2399) : Set(Holidays.years),
      validFrom: (row["validFrom"] as String?).flatMap { CivilDay($0) },
      validThrough: (row["validThrough"] as String?).flatMap { CivilDay($0) }
    )
  }

  /// Monday to Friday, 9 to 17, without the country's holidays; nil for an unknown country.
  static func country(_ region: String, zone: Zone) -> BusinessCalendar? {
    guard let exceptions = Holidays.exceptions(region: region, years: Holidays.years),
      let weekly = WeeklyWindows("mon-fri 09:00-17:00")
    else { return nil }
    return BusinessCalendar(
      reference: region,
      zone: zone,
      weekly: weekly.byWeekday,
      exceptions: exceptions,
      holidayYears: Set(Holidays.years)
    )
  }
}
