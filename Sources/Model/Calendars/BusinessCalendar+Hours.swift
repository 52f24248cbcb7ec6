extension BusinessCalendar {
  /// The instant at which so many open seconds have passed.
  ///
  /// A start outside opening hours counts from the next opening. If the time runs out exactly at
  /// closing time, that is the answer. No open seconds give the first open instant.
  ///
  /// - Returns: An instant at or after the start.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func instant(
    afterOpenSeconds seconds: Int64,
    from start: Instant,
    pauses: [Pause] = []
  ) throws(CalendarGap) -> Instant {
    let pauses = Pause.united(pauses)
    var left = max(0, seconds)
    var walk = OpenWalk(calendar: self, from: start)
    while true {
      let span = try walk.next()
      for part in Self.parts(of: span, without: pauses) {
        let length = part.from.seconds(to: part.until)
        if left <= length { return part.from.adding(seconds: left) }
        left -= length
      }
    }
  }

  /// The open seconds between two instants, less those in pauses.
  ///
  /// - Returns: 0 if the end is not after the start.
  /// - Throws: ``CalendarGap`` if a day between is not known.
  public func openSeconds(
    from start: Instant,
    to end: Instant,
    pauses: [Pause] = []
  ) throws(CalendarGap) -> Int64 {
    guard start < end else { return 0 }
    let pauses = Pause.united(pauses)
    var walk = OpenWalk(calendar: self, from: start)
    var sum: Int64 = 0
    let lastDay = zone.day(at: end.adding(seconds: -1))
    while walk.day <= lastDay || walk.hasPending {
      guard let span = try walk.next(through: lastDay), span.from < end else { break }
      let cut = Pause(from: span.from, until: min(span.until, end))
      for part in Self.parts(of: cut, without: pauses) { sum += part.from.seconds(to: part.until) }
    }
    return sum
  }

  /// The open spans between two instants, in order, cut at both; windows that touch are united.
  ///
  /// - Returns: No span if the end is not after the start.
  /// - Throws: ``CalendarGap`` if a day between is not known.
  func openSpans(from start: Instant, to end: Instant) throws(CalendarGap) -> [Pause] {
    guard start < end else { return [] }
    var walk = OpenWalk(calendar: self, from: start)
    var spans: [Pause] = []
    let lastDay = zone.day(at: end.adding(seconds: -1))
    while let span = try walk.next(through: lastDay), span.from < end {
      spans.append(Pause(from: span.from, until: min(span.until, end)))
    }
    return Pause.united(spans)
  }

  /// The instant at which the last window of a day closes, or nil if the day is closed.
  ///
  /// - Returns: Possibly an instant of the next day.
  /// - Throws: ``CalendarGap`` if the day is not known.
  public func close(of day: CivilDay) throws(CalendarGap) -> Instant? {
    try windows(on: day).map { zone.instant(day: day, minute: $0.closesAt, .second) }.max()
  }

  /// A span less all pauses, which are sorted and united.
  private static func parts(of span: Pause, without pauses: [Pause]) -> [Pause] {
    var parts: [Pause] = []
    var from = span.from
    for pause in pauses where pause.until > from && pause.from < span.until {
      if from < pause.from { parts.append(Pause(from: from, until: pause.from)) }
      from = max(from, pause.until)
    }
    if from < span.until { parts.append(Pause(from: from, until: span.until)) }
    return parts
  }
}

/// Goes through the open spans of a calendar in order, each instant once.
private struct OpenWalk {
  private let calendar: BusinessCalendar
  /// The next day whose windows have not been taken.
  private(set) var day: CivilDay
  private var reached: Instant
  private var pending: [Pause] = []

  init(calendar: BusinessCalendar, from start: Instant) {
    self.calendar = calendar
    reached = start
    // A window of the day before may still be open; if none can be, that day need not be known.
    let yesterday = calendar.zone.day(at: start).adding(days: -1)
    day = yesterday
    if !calendar.crossesMidnight, !calendar.index.knows(yesterday) {
      day = yesterday.adding(days: 1)
    }
  }

  var hasPending: Bool { !pending.isEmpty }

  mutating func next() throws(CalendarGap) -> Pause {
    while true {
      if let span = try next(through: day) { return span }
    }
  }

  /// The next open span, or nil if none opens up to and with the day.
  mutating func next(through last: CivilDay) throws(CalendarGap) -> Pause? {
    while true {
      while let span = pending.popLast() {
        guard span.until > reached else { continue }
        let open = Pause(from: max(span.from, reached), until: span.until)
        reached = span.until
        return open
      }
      guard day <= last else { return nil }
      let zone = calendar.zone
      pending = try calendar.windows(on: day).reversed().map { [day] window in
        Pause(
          from: zone.instant(day: day, minute: window.opensAt, .first),
          until: zone.instant(day: day, minute: window.closesAt, .second)
        )
      }
      day = day.adding(days: 1)
    }
  }
}
