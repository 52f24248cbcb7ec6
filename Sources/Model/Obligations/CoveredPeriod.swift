/// Which days an instance of an obligation is about.
public enum CoveredPeriod: String, Sendable, CaseIterable {
  /// The day of the instance itself.
  case none
  /// The calendar month before that of the day.
  case previousMonth
  /// The calendar quarter before that of the day.
  case previousQuarter
  /// The calendar year before that of the day.
  case previousYear
  /// The twelve months that end on the day before.
  case previousTwelveMonths

  /// The days that an instance covers.
  public func term(for day: CivilDay) -> Term {
    switch self {
    case .none: return Term(startsOn: day, endsOn: day)
    case .previousMonth:
      let end = day.adding(days: -day.day)
      return Term(startsOn: Self.firstOfMonth(end), endsOn: end)
    case .previousQuarter:
      let end = day.addingMonths(-3).endOfQuarter
      return Term(startsOn: Self.firstOfMonth(end.addingMonths(-2)), endsOn: end)
    case .previousYear:
      let end = day.addingMonths(-12).endOfYear
      return Term(startsOn: Self.firstOfMonth(end.addingMonths(-11)), endsOn: end)
    case .previousTwelveMonths:
      return Term(startsOn: day.addingMonths(-12), endsOn: day.adding(days: -1))
    }
  }

  private static func firstOfMonth(_ day: CivilDay) -> CivilDay { day.adding(days: 1 - day.day) }
}
