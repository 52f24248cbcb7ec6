extension Holidays {
  /// Federal holidays of the United States.
  ///
  /// Source: title 5 U.S. Code, section 6103(a). Instead of a Saturday the Friday before is the day
  /// off, section 6103(b); instead of a Sunday the Monday after, Executive Order 11582, section
  /// 3(a). The weekend day keeps its place in the list. Inauguration Day holds in the capital only
  /// and is left out.
  static func unitedStates(_ year: Int) -> [Holiday] {
    let fixed = [
      Holiday(year, 1, 1, "New Year's Day"),
      Holiday(year, 6, 19, "Juneteenth National Independence Day"),
      Holiday(year, 7, 4, "Independence Day"),
      Holiday(year, 11, 11, "Veterans Day"),
      Holiday(year, 12, 25, "Christmas Day"),
    ]
    let moving = [
      Holiday(day: nth(3, .monday, year, 1), name: "Birthday of Martin Luther King, Jr."),
      Holiday(day: nth(3, .monday, year, 2), name: "Washington's Birthday"),
      Holiday(day: lastMonday(year, 5), name: "Memorial Day"),
      Holiday(day: nth(1, .monday, year, 9), name: "Labor Day"),
      Holiday(day: nth(2, .monday, year, 10), name: "Columbus Day"),
      Holiday(day: nth(4, .thursday, year, 11), name: "Thanksgiving Day"),
    ]
    let next = Holiday(year + 1, 1, 1, "New Year's Day")
    let observed = (fixed + [next]).compactMap(observed).filter { $0.day.year == year }
    return fixed + moving + observed
  }

  private static func observed(_ holiday: Holiday) -> Holiday? {
    let shift: Int
    switch holiday.day.weekday {
    case .saturday: shift = -1
    case .sunday: shift = 1
    default: return nil
    }
    return Holiday(day: holiday.day.adding(days: shift), name: "\(holiday.name) (observed)")
  }
}
