import Model

/// What is to be done about one thing.
struct LedgerDecision {
  private let ledger: ReminderLedger
  private let thing: DueThing
  private let steps: LadderSteps
  private let passed: [ScheduledStep]
  private let entries: [ReminderStep: ReminderEntry]

  init(_ ledger: ReminderLedger, _ thing: DueThing, _ entries: [ReminderEntry]) {
    self.ledger = ledger
    self.thing = thing
    steps = LadderSteps(thing, ledger.planner.context)
    passed = steps.passed
    self.entries = Dictionary(entries.map { ($0.key.step, $0) }) { $1 }
  }

  /// In this order: what is superseded, what is sent, what is cancelled, what is planned next.
  var actions: [ReminderAction] {
    if entries.values.contains(where: { $0.state == .decided }) { return answered }
    var actions: [ReminderAction] = []
    if let newest = passed.last {
      if isAcknowledged, newest.offset > 0 || isStopped(newest) { return answered }
      actions = isHandled(newest) ? again(newest) : first(newest)
    }
    let next = steps.next
    let done = Set(actions.map(\.key.step))
    let stale = planned.filter { $0.key.step != next?.step && !done.contains($0.key.step) }
      .filter { entry in !passed.contains { $0.step == entry.key.step } }
    actions += stale.map { .cancel($0.key, .replanned, sendOn: $0.sendOn) }
    if ledger.plansAhead, let next, entries[next.step].map({ $0.state == .cancelled }) ?? true {
      actions.append(.plan(ledger.planner.reminder(thing, next)))
    }
    return actions
  }

  private var planned: [ReminderEntry] {
    entries.values.filter { $0.state == .planned }.sorted { $0.sendOn < $1.sendOn }
  }

  /// No more steps come of something that was answered.
  private var answered: [ReminderAction] {
    planned.map { .cancel($0.key, .answered, sendOn: $0.sendOn) }
  }

  private func key(_ step: ScheduledStep) -> ReminderKey { ReminderKey(thing.key, step.step) }

  private func isHandled(_ step: ScheduledStep) -> Bool {
    entries[step.step]?.state.isHandled ?? false
  }

  // MARK: Answers

  /// Whether somebody has taken note on or after the due day.
  private var isAcknowledged: Bool {
    entries.values.contains { entry in
      guard entry.state == .acknowledged else { return false }
      switch entry.key.step {
      case .offset(let days): return days >= 0
      case .warning: return false
      case .breach, .level: return true
      }
    }
  }

  /// Whether a step after the due day is the last one that was announced.
  private func isStopped(_ step: ScheduledStep) -> Bool {
    entries[step.step]?.state == .acknowledged
  }

  /// The day until which the person asked put it off, and how high that reminder went; nil if it
  /// was not put off or the day has come.
  private var snooze: ReminderLevel? {
    entries.values.filter { entry in
      entry.state == .snoozed && entry.until.map { $0 > ledger.planner.context.asOf } ?? false
    }.map(\.level).max()
  }

  /// The person to whom it was handed over last, or nil.
  private var handedTo: Int64? {
    entries.values.filter { $0.to != nil }.max { $0.at < $1.at }?.to
  }

  // MARK: A step that was not announced yet

  private func first(_ newest: ScheduledStep) -> [ReminderAction] {
    let reminder = reminder(newest)
    if let snooze, reminder.escalation <= snooze { return [] }
    let open = passed.dropLast().filter { step in
      guard let entry = entries[step.step] else { return true }
      return entry.state == .planned || entry.state == .cancelled || isInDoubt(entry)
    }
    let missed = open.filter { $0.sendOn < newest.sendOn }
    let superseded = open + answeredSteps
    let higher = entries.values.filter { $0.attempts > 0 }.map(\.level).max()
    return superseded.map { .supersede(key($0), by: key(newest), sendOn: $0.sendOn) }
      + [
        announce(reminder.adding(missed.words), higher, .step(missed: missed.map(key)))
      ]
  }

  /// The steps whose answer comes to an end with the next announcement: put off to a day that has
  /// come, or handed over and not sent to the other person yet.
  private var answeredSteps: [ScheduledStep] {
    passed.dropLast().filter { step in
      guard let entry = entries[step.step] else { return false }
      return entry.state == .handedOver
        || entry.state == .snoozed && entry.until.map { $0 <= ledger.planner.context.asOf } ?? true
    }
  }

  private func announce(
    _ reminder: PlannedReminder,
    _ higher: ReminderLevel?,
    _ cause: ReminderAction.Cause
  ) -> ReminderAction {
    if let higher, reminder.escalation > higher { return .escalate(reminder, cause) }
    return .send(reminder, cause)
  }

  private func reminder(_ step: ScheduledStep, level: ReminderLevel? = nil) -> PlannedReminder {
    ledger.planner.reminder(thing, step, level: level, handedTo: handedTo)
  }

  // MARK: A step that was announced

  private func isInDoubt(_ entry: ReminderEntry) -> Bool {
    entry.state == .queued && entry.at.seconds(to: ledger.planner.context.now) >= ledger.patience
  }

  /// What is sent again of the newest step, if anything.
  private func again(_ newest: ScheduledStep) -> [ReminderAction] {
    guard let entry = entries[newest.step] else { return [] }
    if isInDoubt(entry) {
      let note = "This may reach you a second time."
      return [.repeat(reminder(newest, level: entry.level).adding(note), .unconfirmed)]
    }
    if entry.state == .notDelivered { return higher(newest, entry) }
    let ended = answeredSteps
    let isHandedOver = entry.state == .handedOver || ended.contains { wasHandedOver($0) }
    let isSnoozeOver = entry.state == .snoozed || ended.contains { !wasHandedOver($0) }
    guard isHandedOver || isSnoozeOver, snooze == nil else { return [] }
    let level = max(entry.level, ReminderLevel.of(newest, thing, ledger.planner.context))
    let note = isHandedOver ? "It was handed over." : "It was put off until today."
    return ended.map { .supersede(key($0), by: key(newest), sendOn: $0.sendOn) }
      + [
        .repeat(
          reminder(newest, level: level).adding(note),
          isHandedOver ? .handedOver : .snoozeOver
        )
      ]
  }

  private func wasHandedOver(_ step: ScheduledStep) -> Bool {
    entries[step.step]?.state == .handedOver
  }

  /// The same step to the next level at which somebody else is told; nothing above the top.
  private func higher(_ step: ScheduledStep, _ entry: ReminderEntry) -> [ReminderAction] {
    let before = Set(reminder(step, level: entry.level).recipients.map(\.person.id))
    var level = entry.level.next
    while let found = level {
      let reminder = reminder(step, level: found)
      if !Set(reminder.recipients.map(\.person.id)).isSubset(of: before) {
        let note = "The last one could not be delivered."
        return [.escalate(reminder.adding(note), .notDelivered)]
      }
      level = found.next
    }
    return []
  }
}

extension PlannedReminder {
  /// The same with a sentence at the end of its message.
  fileprivate func adding(_ sentence: String?) -> Self {
    guard let sentence else { return self }
    var copy = self
    copy.message += " \(sentence)"
    return copy
  }
}

extension [ScheduledStep] {
  /// Which reminders were not sent, as a sentence; nil for none.
  fileprivate var words: String? {
    guard !isEmpty else { return nil }
    let days = map { "\($0.sendOn)" }.joined(separator: ", ")
    return "Not sent in time: \(Count.of(count, "reminder")) of \(days)."
  }
}
