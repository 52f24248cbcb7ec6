/// Says that a business calendar cannot tell, because a needed day lies outside what it knows.
public struct CalendarGap: Error, Hashable, Sendable {
  /// What is missing.
  public enum Kind: Hashable, Sendable {
    /// The holidays of the year are not loaded.
    case holidays
    /// The calendar is not valid on that day.
    case validity
  }

  /// The reference of the calendar.
  public let calendar: String
  /// The year of the first day that is not known.
  public let year: Int
  /// What is missing.
  public let kind: Kind

  /// Makes a gap.
  public init(calendar: String, year: Int, kind: Kind) {
    self.calendar = calendar
    self.year = year
    self.kind = kind
  }

  /// The reason as a sentence.
  public var sentence: String {
    switch kind {
    case .holidays: "The calendar \(calendar) has no holidays loaded for \(year)."
    case .validity: "The calendar \(calendar) is not valid on all days needed in \(year)."
    }
  }
}
