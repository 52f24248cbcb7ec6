import Policies

/// Decides what a run has to do, from what is due and from what became of earlier reminders.
///
/// A pure state machine: the same things and entries give the same actions. Each step of a thing is
/// announced once. What a run does is recorded action by action with
/// ``ReminderAction/entry(after:at:)``, so that one that is killed at any point is taken up by the
/// next: an entry that was being sent is sent again and says that it may arrive twice.
public struct ReminderLedger: Sendable {
  /// The planner of the day.
  public let planner: ReminderPlanner
  /// How many seconds an entry may be in sending before its run counts as killed.
  public var patience: Int64 = 900
  /// Whether the next step of each thing is planned as well; who finds it anew on its day saves the
  /// writing of it.
  public var plansAhead = true

  /// Makes a ledger for the day of a planner.
  public init(_ planner: ReminderPlanner) { self.planner = planner }

  /// What is to be done about all things and entries there are, in order of the things; then what
  /// is cancelled, in order of the keys.
  public func actions(for things: [DueThing], _ entries: [ReminderEntry]) -> [ReminderAction] {
    let byThing = Dictionary(grouping: entries, by: \.key.thing)
    let due = Dictionary(things.map { (DueIdentity($0.key), $0.key.due) }) { first, _ in first }
    let keys = Set(things.map(\.key))
    let gone = byThing.filter { !keys.contains($0.key) }.sorted { $0.key < $1.key }
    return things.flatMap { actions(for: $0, byThing[$0.key] ?? []) }
      + gone.flatMap { key, entries in
        entries.compactMap { cancellation(of: $0, movedTo: due[DueIdentity(key)]) }
      }
  }

  /// What is to be done about one thing, whose entries are all given.
  public func actions(for thing: DueThing, _ entries: [ReminderEntry]) -> [ReminderAction] {
    LedgerDecision(self, thing, entries).actions
  }

  /// What is to be done about an entry whose thing falls due no more, or at another time; nil if
  /// nothing can come of it any more.
  public func cancellation(of entry: ReminderEntry, movedTo due: DueMoment?) -> ReminderAction? {
    guard entry.state.isOpen else { return nil }
    let reason = due.map { ReminderAction.Reason.moved(to: $0) } ?? .settled
    return .cancel(entry.key, reason, sendOn: entry.sendOn)
  }
}

/// What stays of a due thing when its day changes.
private struct DueIdentity: Hashable {
  private let words: [String]

  init(_ key: DueKey) {
    words = [key.topic.rawValue, key.subject.kind.rawValue, key.subject.reference, key.part]
  }
}
