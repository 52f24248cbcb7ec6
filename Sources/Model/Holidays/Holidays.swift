/// The public holidays of some countries and parts of countries.
///
/// Known for the years 2024 to 2030, as enacted by the end of 2025: `DE` (the days of all Länder)
/// and `DE-` with each of the 16 Länder, `GB-ENG`, `US` (federal), `FR` (metropolitan, without
/// Alsace-Moselle), `BR` (national), `PL`. Holidays of single municipalities are not in.
public enum Holidays {
  /// The regions with a list, in alphabetical order.
  public static let regions: [String] =
    (["BR", "DE", "FR", "GB-ENG", "PL", "US"] + germanLaender.keys.map { "DE-\($0)" }).sorted()

  /// The years with lists.
  public static let years = 2_024...2_030

  /// The holidays of a region in a year, by day; some may fall on a weekend.
  ///
  /// The result is nil, never empty, for a region or year without a list.
  public static func days(region: String, year: Int) -> [Holiday]? {
    guard years.contains(year), regions.contains(region) else { return nil }
    let all: [Holiday] =
      switch region {
      case "BR": brazil(year)
      case "FR": france(year)
      case "GB-ENG": england(year)
      case "PL": poland(year)
      case "US": unitedStates(year)
      default: germany(year, land: String(region.dropFirst(3)))
      }
    return all.sorted()
  }

  /// Exceptions for a ``BusinessCalendar``: all holidays of the years closed, by name.
  ///
  /// Two holidays on one day are joined by ` / `. The result is nil if a year has no list.
  public static func exceptions(
    region: String,
    years: ClosedRange<Int>
  ) -> [CivilDay: BusinessCalendar.Exception]? {
    var result: [CivilDay: BusinessCalendar.Exception] = [:]
    for year in years {
      guard let days = days(region: region, year: year) else { return nil }
      for holiday in days {
        let name = result[holiday.day]?.name.map { "\($0) / \(holiday.name)" } ?? holiday.name
        result[holiday.day] = .init(name: name)
      }
    }
    return result
  }

  /// Easter Sunday of the Gregorian calendar: Meeus, "Astronomical Algorithms", chapter 8.
  static func easter(_ year: Int) -> CivilDay {
    let golden = year % 19
    let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
    let shift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - shift + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let correction = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * correction + 114
    return CivilDay(unchecked: year, sum / 31, sum % 31 + 1)
  }

  static func easter(_ year: Int, plus days: Int, _ name: String) -> Holiday {
    Holiday(day: easter(year).adding(days: days), name: name)
  }

  /// The n-th such weekday of a month, from 1.
  static func nth(_ count: Int, _ weekday: Weekday, _ year: Int, _ month: Int) -> CivilDay {
    let first = CivilDay(unchecked: year, month, 1)
    let offset = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    return first.adding(days: offset + (count - 1) * 7)
  }

  /// The last Monday of a month.
  static func lastMonday(_ year: Int, _ month: Int) -> CivilDay {
    let last = CivilDay(unchecked: year, month, 1).endOfMonth
    return last.adding(days: -(last.weekday.rawValue - 1))
  }
}
