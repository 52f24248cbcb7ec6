/// Walks through what happened and goes up.
struct EscalationClimb {
  let respond: ClockStanding?
  let times: EscalationLadder.Times
  let calendar: BusinessCalendar
  /// When the level was reached or a decision was wanted again.
  private var since: Instant
  private(set) var steps: [EscalationLadder.Step] = []
  /// Whether a decision stands or none is needed.
  private var isDecided = false
  private var state = ComplaintState.received

  init(
    respond: ClockStanding?,
    times: EscalationLadder.Times,
    calendar: BusinessCalendar,
    since: Instant
  ) {
    self.respond = respond
    self.times = times
    self.calendar = calendar
    self.since = since
  }

  private var level: Int { steps.last?.level ?? 0 }

  /// The step that comes by itself, or nil.
  func automatic() throws(CalendarGap) -> EscalationLadder.Step? {
    guard !isDecided else { return nil }
    switch level {
    case 0: return step(1, at: respond?.warnsAt, .respondWarning)
    case 1: return step(2, at: respond?.dueAt, .respondBreached)
    case 2: return .init(level: 3, at: try end(of: times.level2), reason: .timeOver)
    case 3: return .init(level: 4, at: try end(of: times.level3), reason: .timeOver)
    default: return nil
    }
  }

  /// A step with the clock for the decision, unless the clock stopped before.
  private func step(
    _ level: Int,
    at instant: Instant?,
    _ reason: EscalationLadder.Reason
  ) -> EscalationLadder.Step? {
    guard let instant else { return nil }
    if let stopped = respond?.stoppedAt, stopped <= instant { return nil }
    return EscalationLadder.Step(level: level, at: instant, reason: reason)
  }

  private func end(of time: Period) throws(CalendarGap) -> Instant {
    try calendar.due(from: since, target: time)
  }

  /// Goes up by itself as long as that comes before an instant.
  mutating func wait(until instant: Instant) throws(CalendarGap) {
    while let step = try automatic(), step.at < instant { climb(to: step) }
  }

  private mutating func climb(to step: EscalationLadder.Step) {
    guard step.level > level else { return }
    steps.append(step)
    since = step.at
  }

  mutating func take(_ event: ComplaintEvent) {
    if let next = event.state {
      let wasDecided = isDecided
      isDecided = !next.isOpen || next.isDecided
      if wasDecided, !isDecided { since = event.at }
      if state == .responded, next == .investigating {
        raise(to: max(2, level + 1), event.at, .decisionRejected)
      }
      state = next
    }
    switch event.what {
    case .escalationAsked: raise(to: 2, event.at, .complainantAsked)
    case .riskFound: raise(to: 3, event.at, .riskFound)
    case .escalated(let level): raise(to: level, event.at, .byHand)
    default: break
    }
  }

  private mutating func raise(
    to level: Int,
    _ instant: Instant,
    _ reason: EscalationLadder.Reason
  ) {
    let level = min(level, EscalationLadder.highest)
    climb(to: EscalationLadder.Step(level: level, at: instant, reason: reason))
  }
}
