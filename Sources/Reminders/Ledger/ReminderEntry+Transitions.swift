public import Model

extension ReminderEntry {
  /// Records that it went out.
  ///
  /// - Throws: ``TransitionRefusal`` unless it was being sent.
  public mutating func send(at now: Instant) throws(TransitionRefusal) {
    try move(to: .sent, at: now)
  }

  /// Records that it came back; the next run sends it to a higher level.
  ///
  /// - Throws: ``TransitionRefusal`` unless it was sent.
  public mutating func bounce(at now: Instant) throws(TransitionRefusal) {
    try move(to: .notDelivered, at: now)
  }

  /// Records that somebody has taken note.
  ///
  /// The next steps up to the due day still come; after it, none does any more.
  ///
  /// - Throws: ``TransitionRefusal`` unless it was sent.
  public mutating func acknowledge(by person: String, at now: Instant) throws(TransitionRefusal) {
    try move(to: .acknowledged, at: now, by: person)
  }

  /// Puts the thing off until a day; what goes higher than this reminder still comes.
  ///
  /// - Throws: ``TransitionRefusal`` unless it was sent.
  public mutating func snooze(
    until day: CivilDay,
    by person: String,
    at now: Instant
  ) throws(TransitionRefusal) {
    try move(to: .snoozed, at: now, by: person)
    until = day
  }

  /// Hands the thing over to another person, to whom the next run sends it.
  ///
  /// - Throws: ``TransitionRefusal`` unless it was sent.
  public mutating func handOver(
    to other: Int64,
    by person: String,
    at now: Instant
  ) throws(TransitionRefusal) {
    try move(to: .handedOver, at: now, by: person)
    to = other
  }

  /// Records that what it asks for was decided or done; no further step of the same thing comes.
  ///
  /// - Throws: ``TransitionRefusal`` for one that was superseded or cancelled.
  public mutating func decide(by person: String, at now: Instant) throws(TransitionRefusal) {
    try move(to: .decided, at: now, by: person)
  }

  private mutating func move(
    to state: ReminderState,
    at now: Instant,
    by person: String? = nil
  ) throws(TransitionRefusal) {
    try ReminderState.transitions.check(from: self.state, to: state)
    self.state = state
    at = now
    by = person
    until = nil
  }
}

extension ReminderAction {
  /// The entry of the reminder after the action was begun: planned, superseded, cancelled, or being
  /// sent, until ``ReminderEntry/send(at:)`` records that it went out.
  ///
  /// - Parameters:
  ///   - entry: The entry as it was; nil without one.
  ///   - now: The instant of the run.
  /// - Returns: The entry to store.
  /// - Throws: ``TransitionRefusal`` for an entry that has changed since the actions were found.
  public func entry(
    after entry: ReminderEntry?,
    at now: Instant
  ) throws(TransitionRefusal) -> ReminderEntry {
    let state: ReminderState =
      switch self {
      case .plan: .planned
      case .send, .repeat, .escalate: .queued
      case .supersede: .superseded
      case .cancel: .cancelled
      }
    if let entry { try ReminderState.transitions.check(from: entry.state, to: state) }
    var next = entry ?? ReminderEntry(key, sendOn: sendOn, state, at: now)
    next.state = state
    next.at = now
    next.by = nil
    next.until = nil
    if let reminder = sent {
      next.level = reminder.escalation
      next.to = reminder.handedTo
      next.attempts += 1
    }
    return next
  }
}
