/// Which days recur, as a recurrence rule of RFC 5545, 3.3.10, says it.
///
/// Days have no time and no zone. Known are the parts `FREQ` (daily to yearly), `INTERVAL`,
/// `COUNT`, `UNTIL` (a day), `BYMONTH`, `BYMONTHDAY`, `BYDAY`, `BYSETPOS` and `WKST`; any other part
/// is refused. A day that does not exist is left out, never moved.
public struct RecurrenceRule: Hashable, Sendable {
  /// How long the periods are that the rule steps through.
  public enum Frequency: String, Sendable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday of `BYDAY`, all of them or a counted one.
  public struct WeekdayPosition: Hashable, Sendable {
    /// Which one in the month or year, negative from its end; nil is every one.
    public let ordinal: Int?
    /// The day of the week.
    public let weekday: Weekday
  }

  /// How a rule ends.
  public enum End: Hashable, Sendable {
    /// It does not.
    case never
    /// After so many days, those taken out by exceptions included.
    case count(Int)
    /// With the day, which may itself recur.
    case until(CivilDay)
  }

  /// How long the periods are.
  public let frequency: Frequency
  /// Every how many periods days recur, from 1.
  public let interval: Int
  /// How the rule ends.
  public let end: End
  /// The months of `BYMONTH`, 1 to 12, ascending; none if the rule does not say.
  public let months: [Int]
  /// The days of `BYMONTHDAY`, 1 to 31 or -1 (the last) to -31, ascending.
  public let monthDays: [Int]
  /// The weekdays of `BYDAY`, in the order of the text.
  public let weekdays: [WeekdayPosition]
  /// The positions of `BYSETPOS` within a period, from 1 or from -1 (the last), ascending.
  public let positions: [Int]
  /// The day on which a week starts.
  public let weekStart: Weekday
}

extension RecurrenceRule: CustomStringConvertible {
  /// The rule as text: upper case, parts in a fixed order, defaults left out.
  public var description: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(name)=\(values.joined(separator: ","))") }
    }
    add("BYMONTH", months.map(String.init))
    add("BYMONTHDAY", monthDays.map(String.init))
    add("BYDAY", weekdays.map(\.description))
    add("BYSETPOS", positions.map(String.init))
    if weekStart != .monday { parts.append("WKST=\(weekStart.code)") }
    switch end {
    case .never: break
    case .count(let count): parts.append("COUNT=\(count)")
    case .until(let day): parts.append("UNTIL=\(day.basicText)")
    }
    return parts.joined(separator: ";")
  }
}

extension RecurrenceRule.WeekdayPosition: CustomStringConvertible {
  /// The weekday as `BYDAY` writes it, such as `MO` or `-1FR`.
  public var description: String { "\(ordinal.map(String.init) ?? "")\(weekday.code)" }
}

extension Weekday {
  /// The two letters of RFC 5545, 3.3.10.
  var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}
