/// The clocks of a complaint at an instant.
///
/// Outside opening hours a clock in business hours starts at the next opening. What the clocks
/// need is passed in; the history after the instant is left out.
public struct ComplaintClocks: Sendable {
  /// The instant for which we answer.
  public let now: Instant
  /// The part of the history that is known by then.
  public let history: ComplaintHistory
  /// How long the clocks may run.
  public let targets: ComplaintTargets
  /// The calendar that they run on.
  public let calendar: BusinessCalendar
  /// The spans in which they stood still, in order, as far as the cap allows; one that lasts ends
  /// now, so that a limit moves on as long as we wait.
  public let pauses: [Pause]
  /// The share of a target at which a clock gives warning, in millionths.
  public let warningMillionths: Int

  /// Makes the clocks.
  ///
  /// - Parameters:
  ///   - history: What happened; events after `now` are left out.
  ///   - targets: How long the clocks may run.
  ///   - now: The instant for which we answer.
  ///   - calendar: The calendar that they run on.
  ///   - pauseCap: How many closes of business all pauses together may hold.
  ///   - warningMillionths: The share of a target at which a clock gives warning, in millionths.
  /// - Throws: ``CalendarGap`` if a day of a pause is not known.
  public init(
    of history: ComplaintHistory,
    targets: ComplaintTargets,
    at now: Instant,
    calendar: BusinessCalendar,
    pauseCap: Int = 20,
    warningMillionths: Int = 800_000
  ) throws(CalendarGap) {
    self.now = now
    self.history = history.known(at: now)
    self.targets = targets
    self.calendar = calendar
    self.warningMillionths = warningMillionths
    let waiting = self.history.spans(of: .waitingComplainant).map {
      Pause(from: $0.from, until: $0.until ?? now)
    }
    pauses = try calendar.capped(waiting, closes: pauseCap)
  }

  /// The runs of a clock so far, in order; none without a target.
  ///
  /// Acknowledge, assess, respond and resolve stop the first time that what they wait for happens;
  /// a complaint that is reopened does not start them again. A clock that falls away because the
  /// complaint is closed or is none is late if its limit had passed.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func standings(_ clock: ComplaintClock) throws(CalendarGap) -> [ClockStanding] {
    guard let target = targets[clock] else { return [] }
    var standings: [ClockStanding] = []
    for run in runs(clock) {
      standings.append(
        try run.standing(
          at: now,
          target: target,
          pauses: clock.isPausable ? pauses : [],
          warningMillionths: warningMillionths,
          calendar: calendar
        )
      )
    }
    return standings
  }

  private func runs(_ clock: ComplaintClock) -> [ClockRun] {
    switch clock {
    case .receipt:
      let sent = history.events.first { $0.what == .receiptSent }?.at
      return [fromArrival(clock, to: sent)]
    case .acknowledge: return [fromArrival(clock, to: history.firstEntry(into: .acknowledged))]
    case .assess:
      return [fromArrival(clock, to: history.firstEntry(into: .investigating, .responded))]
    case .respond: return [fromArrival(clock, to: history.firstEntry(into: .responded))]
    case .resolve: return [fromArrival(clock, to: history.firstEntry(into: .awaitingConsent))]
    case .update: return updates
    case .consent:
      return history.spans(of: .awaitingConsent).map { span in
        ClockRun(clock: clock, start: span.from, stop: span.until.map { .done($0) })
      }
    }
  }

  private func fromArrival(_ clock: ComplaintClock, to stop: Instant?) -> ClockRun {
    ClockRun(
      clock: clock,
      start: history.receivedAt,
      stop: stop.map { .done($0) } ?? fallingAway
    )
  }

  /// Each message stops a run and starts the next; a run falls away with the complaint, and one
  /// starts if it is taken up again.
  private var updates: [ClockRun] {
    var runs: [ClockRun] = []
    var start: Instant? = history.receivedAt
    for event in history.events {
      let isOpen = event.state?.isOpen ?? (start != nil)
      guard event.isMessage || isOpen != (start != nil) else { continue }
      if let start {
        let stop = isOpen ? ClockRun.Stop.done(event.at) : .fellAway(event.at)
        runs.append(ClockRun(clock: .update, start: start, stop: stop))
      }
      start = isOpen ? event.at : nil
    }
    return runs + (start.map { [ClockRun(clock: .update, start: $0, stop: nil)] } ?? [])
  }

  private var fallingAway: ClockRun.Stop? {
    history.state.isOpen ? nil : .fellAway(history.stateSince)
  }
}

extension ComplaintClocks {
  /// The share of open time since the arrival in which the clocks stood still.
  ///
  /// Formula: open seconds in pauses ÷ open seconds until now or until it was closed, pauses
  /// included. The result is nil if no open time has passed.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func pauseShare() throws(CalendarGap) -> Percentage? {
    let time = try openTime(from: history.receivedAt, to: end)
    return Fraction(numerator: time.paused, denominator: time.all).map { Percentage(share: $0) }
  }

  /// The open seconds of a span since the arrival until now or until it was closed, pauses
  /// included, and how many of them lie in pauses.
  func openTime(in span: Range<Instant>) throws(CalendarGap) -> (paused: Int64, all: Int64) {
    try openTime(
      from: max(span.lowerBound, history.receivedAt),
      to: min(span.upperBound, end)
    )
  }

  private var end: Instant { fallingAway?.at ?? now }

  private func openTime(
    from start: Instant,
    to end: Instant
  ) throws(CalendarGap) -> (paused: Int64, all: Int64) {
    let all = try calendar.openSeconds(from: start, to: end)
    let running = try calendar.openSeconds(from: start, to: end, pauses: pauses)
    return (all - running, all)
  }
}
