import Model

/// The calendar of the worked cases: Berlin, Mondays to Fridays 09:00 to 17:00.
enum SampleCalendar {
  static let berlin = make()

  private static func make() -> BusinessCalendar? {
    guard let window = Window("09:00-17:00"), let zone = Zone.named("Europe/Berlin"),
      let exceptions = Holidays.exceptions(region: "DE-BE", years: 2_024...2_030)
    else { return nil }
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return BusinessCalendar(
      reference: "BER",
      zone: zone,
      weekly: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [window]) }),
      exceptions: exceptions,
      holidayYears: Set(2_024...2_030)
    )
  }
}
