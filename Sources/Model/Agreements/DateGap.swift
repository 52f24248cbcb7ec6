/// Why a date of an agreement cannot be told.
public enum DateGap: Error, Hashable, Sendable {
  /// No notice period is stored.
  case noNoticePeriod
  /// No end, no initial term, and not marked as open-ended.
  case noEnd
  /// Marked as open-ended, and notice is to the end of a term.
  case noTermEnd
  /// The agreement ends by itself; no notice is needed.
  case endsByItself
  /// The last allowed renewal has been reached; no notice is needed.
  case lastTerm
  /// Notice was given already.
  case noticeGiven
  /// The agreement is over.
  case over
  /// The agreement is a draft.
  case notConcluded
  /// The renewal says automatic but not for how long.
  case noRenewalTerm
  /// The period in question is not made of calendar days or months.
  case unusablePeriod(Period)
  /// No business calendar is assigned.
  case noCalendar
  /// The calendar has no holidays for the year, or is not valid there.
  case calendar(CalendarGap)
  /// The date would lie outside the years 1 to 9999.
  case outOfRange

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .noNoticePeriod: "No notice period is stored."
    case .noEnd: "No end is stored, and the agreement is not marked as open-ended."
    case .noTermEnd: "The agreement is open-ended, so there is no term end to give notice to."
    case .endsByItself: "The agreement ends by itself; no notice is needed."
    case .lastTerm: "This is the last term that the renewals allow; no notice is needed."
    case .noticeGiven: "Notice has been given."
    case .over: "The agreement is over."
    case .notConcluded: "The agreement is not concluded yet."
    case .noRenewalTerm: "The agreement renews, but no renewal term is stored."
    case .unusablePeriod(let period): "A period of \(period.words) cannot be counted in a term."
    case .noCalendar: "No business calendar is assigned."
    case .calendar(let gap): gap.sentence
    case .outOfRange: "The date lies outside the years 1 to 9999."
    }
  }
}
