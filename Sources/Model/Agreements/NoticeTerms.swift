/// From which day a notice period in days or weeks is counted back.
///
/// The raw values are those of the field `noticeBase`. Months and quarters always count from the
/// last day.
public enum NoticeBase: String, Sendable, CaseIterable {
  /// The last day of the term.
  case lastDay
  /// The day after it, on which the agreement would renew.
  case renewalDay
}

/// To which days notice can end an agreement.
///
/// The raw values are those of the field `noticeTo`.
public enum NoticeTarget: String, Sendable, CaseIterable {
  /// The last day of a term.
  case termEnd
  /// The last day of a calendar month.
  case monthEnd
  /// The last day of a calendar quarter.
  case quarterEnd
  /// 31 December.
  case yearEnd
  /// Any day.
  case anyTime
}

/// How the latest day for a notice of months is found.
///
/// The raw values are those of the field `noticeConvention`.
public enum NoticeConvention: String, Sendable, CaseIterable {
  /// The last day less the months, clamped to the end of a shorter month.
  case clampedSubtract
  /// The latest day from which the months, added with clamping, do not pass the last day.
  case wholePeriod
}

/// Where a deadline goes that falls on a day which is no business day.
///
/// The raw values are those of the field `noticeAdjustment`.
public enum NoticeAdjustment: String, Sendable, CaseIterable {
  /// To the business day before: safe for notice periods.
  case preceding
  /// To the business day after: for periods in which an act must be done, see Regulation (EEC,
  /// Euratom) 1182/71, article 3(4), and section 193 BGB.
  case following
  /// It stays.
  case none
}

/// What must happen by the deadline.
///
/// The raw values are those of the field `noticeRule`.
public enum NoticeCount: String, Sendable, CaseIterable {
  /// The notice must have arrived.
  case receipt
  /// The notice must have been sent.
  case dispatch
}
