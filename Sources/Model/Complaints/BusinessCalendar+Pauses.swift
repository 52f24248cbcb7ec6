extension BusinessCalendar {
  /// The pauses, in order, with a number of closes of business in all of them at most.
  ///
  /// The pause that would hold one more ends a second after its last close that may be, and the
  /// pauses after it do not count.
  func capped(_ pauses: [Pause], closes cap: Int) throws(CalendarGap) -> [Pause] {
    var left = cap
    var capped: [Pause] = []
    for pause in Pause.united(pauses) {
      var last = pause.from
      for close in try closes(in: pause, atMost: left + 1) {
        guard left > 0 else {
          capped.append(Pause(from: pause.from, until: last))
          return capped
        }
        left -= 1
        last = close.adding(seconds: 1)
      }
      capped.append(pause)
    }
    return capped
  }

  /// The first closes of business that lie in a span.
  private func closes(in span: Pause, atMost count: Int) throws(CalendarGap) -> [Instant] {
    var closes: [Instant] = []
    // A window of the day before may close after midnight.
    var day = zone.day(at: span.from).adding(days: crossesMidnight ? -1 : 0)
    while closes.count < count, zone.start(of: day) < span.until {
      if let close = try close(of: day), span.contains(close) { closes.append(close) }
      day = day.adding(days: 1)
    }
    return closes
  }
}
