/// A length of time as agreements and policies state it: a count and a unit.
///
/// The text form is the count in decimal digits and the unit, such as `3m` or `5bd`, without
/// sign, blanks or leading zeros. Periods with different units do not compare: `1m` is not
/// `30d`, and `1q` is not equal to `3m` though both have three months.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The unit of a period.
  public enum Unit: String, Sendable, CaseIterable {
    /// Calendar days.
    case day = "d"
    /// Business days of a calendar.
    case businessDay = "bd"
    /// Business hours of a calendar.
    case businessHour = "bh"
    /// Seven calendar days.
    case week = "w"
    /// Calendar months.
    case month = "m"
    /// Three calendar months.
    case quarter = "q"
    /// Twelve calendar months.
    case year = "y"
  }

  /// The largest count, so that no sum of a day and a period can overflow.
  public static let largestCount = 99_999

  /// No time, `0d`.
  public static let zero = Self(known: 0, .day)

  /// How many units, 0 to ``largestCount``.
  public let count: Int32
  /// What is counted.
  public let unit: Unit

  /// Makes a period.
  ///
  /// The result is nil for a count below 0 or above ``largestCount``.
  public init?(_ count: Int, _ unit: Unit) {
    guard (0...Self.largestCount).contains(count) else { return nil }
    self.count = Int32(count)
    self.unit = unit
  }

  /// Makes a period from a count that cannot be too large, such as one written in the program.
  public init(known count: UInt16, _ unit: Unit) {
    self.count = Int32(count)
    self.unit = unit
  }

  /// The number of calendar days of a period in days or weeks, else nil.
  public var days: Int? {
    switch unit {
    case .day: Int(count)
    case .week: Int(count) * 7
    default: nil
    }
  }

  /// The number of calendar months of a period in months, quarters or years, else nil.
  public var months: Int? {
    switch unit {
    case .month: Int(count)
    case .quarter: Int(count) * 3
    case .year: Int(count) * 12
    default: nil
    }
  }

  /// Whether the period has no length.
  public var isZero: Bool { count == 0 }

  /// The period as text, such as `3m`.
  public var description: String { "\(count)\(unit.rawValue)" }

  /// The period in English words, such as `3 months` or `1 business day`.
  public var words: String { "\(count) \(unit.name)\(count == 1 ? "" : "s")" }
}

extension Period.Unit {
  /// The English name in the singular.
  public var name: String {
    switch self {
    case .day: "day"
    case .businessDay: "business day"
    case .businessHour: "business hour"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }
}
