/// When a complaint may be closed because the complainant did not answer.
public struct DeemedClosure: Hashable, Sendable {
  /// How many reminders are needed.
  public var reminders = 2
  /// How many business days lie between two reminders at least.
  public var reminderGap = 5
  /// How long we wait after the first request to close.
  public var wait = Period(known: 10, .businessDay)

  /// Makes the usual rule: two reminders five business days apart, ten business days of waiting.
  public init() {}

  /// The reminders that count: sent after the request, each far enough from the one before.
  ///
  /// - Throws: ``CalendarGap`` if a day between is not known.
  public func counted(
    _ reminders: [Instant],
    requestedAt: Instant,
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> [Instant] {
    var counted: [Instant] = []
    for reminder in reminders.sorted() where reminder > requestedAt {
      if let last = counted.last {
        let zone = calendar.zone
        let days = try calendar.businessDays(
          after: zone.day(at: last),
          through: zone.day(at: reminder)
        )
        guard days >= reminderGap else { continue }
      }
      counted.append(reminder)
    }
    return counted
  }

  /// What is missing for closing at an instant, in words; empty if it may be closed.
  ///
  /// - Throws: ``CalendarGap`` if a day between is not known.
  public func missing(
    at instant: Instant,
    requestedAt: Instant?,
    reminders: [Instant],
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> [String] {
    guard let requestedAt, requestedAt <= instant else { return ["a request to close"] }
    var missing: [String] = []
    let sent = reminders.filter { $0 <= instant }
    let count = try counted(sent, requestedAt: requestedAt, calendar: calendar).count
    if count < self.reminders { missing.append(reminderWords(count)) }
    let end = try calendar.due(from: requestedAt, target: wait)
    if instant < end {
      missing.append("\(wait.words) since the first request, which are over at \(end)")
    }
    return missing
  }

  private func reminderWords(_ count: Int) -> String {
    let gap = Period(known: UInt16(clamping: reminderGap), .businessDay).words
    return "\(reminders) reminders at least \(gap) apart, of which there \(Self.number(count))"
  }

  private static func number(_ count: Int) -> String {
    switch count {
    case 0: "is none"
    case 1: "is one"
    default: "are \(count)"
    }
  }
}
