extension Zone {
  /// The next instant after the given one at which clocks in the zone show a time of day, given as
  /// minutes after midnight.
  ///
  /// On a day on which the clock jumps over the time it is the first instant after the gap; on a
  /// day that has the time twice it is the first occurrence, so that there is one a day.
  public func next(minute: Int, after instant: Instant) -> Instant {
    var day = day(at: instant).adding(days: -1)
    while true {
      let wake = self.instant(day: day, minute: minute, .first)
      if instant < wake { return wake }
      day = day.adding(days: 1)
    }
  }
}
