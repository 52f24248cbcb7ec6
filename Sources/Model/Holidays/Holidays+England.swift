extension Holidays {
  /// England.
  ///
  /// Source: Banking and Financial Dealings Act 1971, section 1 and schedule 1; New Year's Day
  /// and the early May day by yearly proclamation under section 1(3); Good Friday and Christmas
  /// Day by common law. A weekend day keeps its place in the list and gets a substitute.
  static func england(_ year: Int) -> [Holiday] {
    [
      Holiday(year, 1, 1, "New Year's Day"),
      easter(year, plus: -2, "Good Friday"),
      easter(year, plus: 1, "Easter Monday"),
      Holiday(day: nth(1, .monday, year, 5), name: "Early May bank holiday"),
      Holiday(day: lastMonday(year, 5), name: "Spring bank holiday"),
      Holiday(day: lastMonday(year, 8), name: "Summer bank holiday"),
      Holiday(year, 12, 25, "Christmas Day"),
      Holiday(year, 12, 26, "Boxing Day"),
    ] + englishSubstitutes(year)
  }

  private static func englishSubstitutes(_ year: Int) -> [Holiday] {
    var days: [Holiday] = []
    switch CivilDay(unchecked: year, 1, 1).weekday {
    case .saturday: days.append(Holiday(year, 1, 3, "New Year's Day (substitute)"))
    case .sunday: days.append(Holiday(year, 1, 2, "New Year's Day (substitute)"))
    default: break
    }
    switch CivilDay(unchecked: year, 12, 25).weekday {
    case .friday: days.append(Holiday(year, 12, 28, "Boxing Day (substitute)"))
    case .saturday:
      days.append(Holiday(year, 12, 27, "Christmas Day (substitute)"))
      days.append(Holiday(year, 12, 28, "Boxing Day (substitute)"))
    case .sunday: days.append(Holiday(year, 12, 27, "Christmas Day (substitute)"))
    default: break
    }
    return days
  }
}
