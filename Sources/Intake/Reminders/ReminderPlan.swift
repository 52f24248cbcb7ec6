import Model
public import Reminders
public import Storage

/// What a run of reminders has to do, found by reading alone.
public struct ReminderPlan: Sendable {
  /// One thing to do, and what the ledger had when it was found.
  public struct Item: Sendable {
    /// What is to be done.
    public var action: ReminderAction
    /// The entry of the same reminder, or nil.
    public var before: ReminderEntry?
  }

  /// What is to be done, in order of the files and kinds.
  public private(set) var items: [Item] = []
  /// What is still to come through the last day wanted, as if nobody answers.
  public private(set) var upcoming: [PlannedReminder] = []
  /// What cannot be told.
  public private(set) var unknown: [UnknownDue] = []

  /// What is to be sent now.
  public var sent: [PlannedReminder] { items.compactMap(\.action.sent) }

  /// Finds what is due in the whole store.
  ///
  /// Memory grows with what is due alone.
  ///
  /// - Parameters:
  ///   - reader: The store as of the day.
  ///   - context: The day, the policy and what else reminders go by.
  ///   - kinds: The kinds that are looked for; entries of others are left alone.
  /// - Throws: `StoreError`.
  public init(
    _ reader: Reader,
    _ context: ReminderContext,
    kinds: [ReminderKind] = ReminderKind.all
  ) throws {
    let planner = ReminderPlanner(context, kinds: kinds)
    var ledger = ReminderLedger(planner)
    // The outbox knows which mails are in doubt.
    ledger.patience = .max
    var search = try Search(reader, ledger)
    try reader.forEachRelationship { file in
      try search.take(planner.due(in: file))
    }
    try search.take(planner.due(in: context.organization))
    items = search.items + search.cancellations()
    upcoming = search.upcoming
    unknown = search.unknown
  }
}

/// Goes through what is due and compares it with the ledger.
private struct Search {
  private let ledger: ReminderLedger
  private let lookup: RecordLookup<Reminder>
  /// Entries of which something may still come, by their things.
  private var open: [DueKey: [ReminderEntry]]
  /// When things with open entries are due now, by what stays of them when their day changes.
  private var dues: [String: DueMoment] = [:]
  private let wanted: Set<String>
  var items: [ReminderPlan.Item] = []
  var upcoming: [PlannedReminder] = []
  var unknown: [UnknownDue] = []

  init(_ reader: Reader, _ ledger: ReminderLedger) throws {
    self.ledger = ledger
    lookup = try reader.lookup(Reminder.self)
    let states = ReminderState.allCases.filter(\.isOpen).map(\.rawValue)
    let entries = try reader.records(Reminder.self, inState: states).compactMap(ReminderEntry.init)
    let topics = Set(ledger.planner.kinds.map(\.topic))
    let looked = entries.filter { topics.contains($0.key.thing.topic) }
    open = Dictionary(grouping: looked, by: \.key.thing)
    wanted = Set(open.keys.map(Self.identity))
  }

  mutating func take(_ list: DueList) throws {
    unknown += list.unknown
    for thing in list.things { try take(thing) }
  }

  private mutating func take(_ thing: DueThing) throws {
    let entries = try lookup.records(beginningWith: "\(thing.key)/").compactMap(ReminderEntry.init)
    open[thing.key] = nil
    let identity = Self.identity(thing.key)
    if wanted.contains(identity) { dues[identity] = thing.key.due }
    let byStep = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    for action in ledger.actions(for: thing, entries) {
      // What comes later is found anew on its day.
      if case .plan = action { continue }
      items.append(ReminderPlan.Item(action: action, before: byStep[action.key]))
    }
    guard !entries.contains(where: { $0.state == .decided }) else { return }
    let context = ledger.planner.context
    guard context.through > context.asOf else { return }
    upcoming += ledger.planner.preview(thing).filter { $0.sendOn > context.asOf }
  }

  /// What is to be done about entries whose things fall due no more, or at another time.
  func cancellations() -> [ReminderPlan.Item] {
    open.sorted { $0.key < $1.key }.flatMap { key, entries in
      entries.compactMap { entry in
        ledger.cancellation(of: entry, movedTo: dues[Self.identity(key)])
          .map { ReminderPlan.Item(action: $0, before: entry) }
      }
    }
  }

  private static func identity(_ key: DueKey) -> String {
    var key = key
    key.due = .day(.first)
    return key.description
  }
}
