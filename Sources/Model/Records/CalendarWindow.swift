/// The calendar period that a measurement, a limit or a report is about.
///
/// The raw values are those of the field `window`.
public enum CalendarWindow: String, Sendable, CaseIterable {
  case month, quarter, halfYear, year

  /// How many calendar months it has.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}
