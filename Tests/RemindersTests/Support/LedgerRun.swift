import Model
import Policies
import Testing

@testable import Reminders

/// A store of reminders and a mail server, as far as the ledger sees them.
struct LedgerRun {
  /// Where a run is killed.
  enum Kill: Int, CaseIterable {
    /// Before anything is recorded.
    case beforeQueue
    /// After it was recorded that a reminder is being sent, before it is.
    case beforeSending
    /// After it was sent, before that is recorded.
    case beforeRecording
  }

  private var byThing: [DueKey: [ReminderStep: ReminderEntry]] = [:]
  private var open: Set<DueKey> = []
  /// What went out, in order.
  private(set) var sent: [(day: CivilDay, reminder: PlannedReminder)] = []
  /// How often a run was killed after it had sent a reminder.
  private(set) var kills: [ReminderKey: Int] = [:]

  init() {}

  /// The entry of a reminder, or nil.
  subscript(key: ReminderKey) -> ReminderEntry? { byThing[key.thing]?[key.step] }

  /// The entries of a thing, in no order.
  func entries(of thing: DueKey) -> [ReminderEntry] { Array((byThing[thing] ?? [:]).values) }

  /// One run on a day; `kill` says where it is killed at its first reminder, if at all.
  ///
  /// - Returns: The actions that were found.
  @discardableResult
  mutating func run(
    _ context: ReminderContext,
    _ things: [DueThing],
    kill: Kill? = nil
  ) throws -> [ReminderAction] {
    let ledger = ReminderLedger(ReminderPlanner(context))
    let known = open.union(things.map(\.key)).flatMap { entries(of: $0) }
    let actions = ledger.actions(for: things, known)
    for action in actions {
      if action.sent != nil, kill == .beforeQueue { return actions }
      record(try action.entry(after: self[action.key], at: context.now))
      guard let reminder = action.sent else { continue }
      if kill == .beforeSending { return actions }
      sent.append((context.asOf, reminder))
      if kill == .beforeRecording {
        kills[action.key, default: 0] += 1
        return actions
      }
      try answer(action.key) { try $0.send(at: context.now) }
    }
    return actions
  }

  private mutating func record(_ entry: ReminderEntry) {
    byThing[entry.key.thing, default: [:]][entry.key.step] = entry
    if entries(of: entry.key.thing).contains(where: \.state.isOpen) {
      open.insert(entry.key.thing)
    } else {
      open.remove(entry.key.thing)
    }
  }

  /// Changes an entry as a person's answer does.
  mutating func answer(
    _ key: ReminderKey,
    _ change: (inout ReminderEntry) throws -> Void
  ) throws {
    var entry = try #require(self[key])
    try change(&entry)
    record(entry)
  }

  /// What went out, as `2025-11-21 -90d` lines.
  var lines: [String] { sent.map { "\($0.day) \($0.reminder.key.step)" } }

  /// The state of an entry of a step.
  func state(_ step: ReminderStep) -> ReminderState? {
    byThing.values.lazy.compactMap { $0[step]?.state }.first
  }
}
