import Model

extension RuleContext {
  /// How far a day is past another one in the unit of a period, such as `3 business days`.
  ///
  /// Days are calendar days where the period is not in business days, where no calendar knows them,
  /// and where no business day lies between.
  func time(past due: CivilDay, on day: CivilDay, in period: Period, _ calendar: BusinessCalendar?)
    -> String
  {
    let calendar = calendar ?? organization.calendar
    guard period.unit == .businessDay, let calendar,
      let count = try? calendar.businessDays(after: due, through: day), count > 0
    else { return Count.days(due.days(to: day)) }
    return Count.of(count, "business day")
  }

  /// An instant in the zone of the organisation, such as `2026-06-12 17:00`.
  func local(_ instant: Instant) -> String { zone.text(instant) }
}

/// Why a due day cannot be told.
enum Unknown {
  /// `no calendar says which days after 2026-03-02 are business days`.
  static func businessDays(after day: CivilDay) -> String {
    "no calendar says which days after \(day) are business days"
  }
}
