/// A day of the week, counted from Monday as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable, CustomStringConvertible {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Makes the weekday of the day with the given number of days since 1970-01-01, a Thursday.
  init(dayNumber: Int) {
    let remainder = (dayNumber + 3) % 7
    self = Self.allCases[remainder < 0 ? remainder + 7 : remainder]
  }

  /// The English name.
  public var description: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}
