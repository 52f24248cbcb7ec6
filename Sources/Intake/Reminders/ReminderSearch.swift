import Model
public import Reminders
public import Storage

/// Goes through what is due in a store, and compares it with the ledger, one thing after the other.
///
/// Memory grows with the entries of the ledger of which something may still come, and with the
/// largest party; not with how much is due.
public struct ReminderSearch {
  /// What a search comes upon.
  public enum Found: Sendable {
    /// Something that is to be done now.
    case item(ReminderPlan.Item)
    /// Something that is to be sent later, as if nobody answers.
    case upcoming(PlannedReminder)
    /// Something of which it cannot be told when it is due.
    case unknown(UnknownDue)
  }

  private let reader: Reader
  private let ledger: ReminderLedger

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - reader: The store as of the day.
  ///   - context: The day, the policy and what else reminders go by.
  ///   - kinds: The kinds that are looked for; entries of others are left alone.
  public init(
    _ reader: Reader,
    _ context: ReminderContext,
    kinds: [ReminderKind] = ReminderKind.all
  ) {
    self.reader = reader
    var ledger = ReminderLedger(ReminderPlanner(context, kinds: kinds))
    // The outbox knows which mails are in doubt.
    ledger.patience = .max
    // What comes later is found anew on its day.
    ledger.plansAhead = false
    self.ledger = ledger
  }

  /// Hands over what is found: party by party in order of their numbers in the store, then what
  /// concerns no single party, then what is cancelled, in order of keys.
  ///
  /// - Throws: `StoreError`; what the body throws.
  public func run(_ body: (Found) throws -> Void) throws {
    let ledger = ledger
    let planner = ledger.planner
    var comparison = try LedgerComparison(reader, ledger)
    let isEmpty = comparison.isEmpty
    try reader.forEachRelationship { files in
      files.map { DueFile(planner.due(in: $0), isEmpty ? ledger : nil) }
    } _: { files in
      for file in files { try comparison.take(file, body) }
    }
    let rest = planner.due(in: planner.context.organization)
    try comparison.take(DueFile(rest, isEmpty ? ledger : nil), body)
    for item in comparison.cancellations() { try body(.item(item)) }
  }
}

/// What is due with a party.
private struct DueFile: Sendable {
  let list: DueList
  /// What is to be done about each thing, if the ledger has nothing that has to be asked first.
  let actions: [[ReminderAction]]?

  init(_ list: DueList, _ emptyLedger: ReminderLedger?) {
    self.list = list
    actions = emptyLedger.map { ledger in list.things.map { ledger.actions(for: $0, []) } }
  }
}

/// Compares what is due with what the ledger has.
private struct LedgerComparison {
  private let ledger: ReminderLedger
  /// Nil for a ledger without an entry.
  private let lookup: RecordLookup<Reminder>?
  /// Entries of which something may still come, by their things.
  private var open: [DueKey: [ReminderEntry]]
  /// When things with open entries are due now, by what stays of them when their day changes.
  private var dues: [String: DueMoment] = [:]
  private let wanted: Set<String>

  init(_ reader: Reader, _ ledger: ReminderLedger) throws {
    self.ledger = ledger
    lookup = try reader.hasRecords(Reminder.self) ? reader.lookup(Reminder.self) : nil
    let states = ReminderState.allCases.filter(\.isOpen).map(\.rawValue)
    let entries = try reader.records(Reminder.self, inState: states).compactMap(ReminderEntry.init)
    let topics = Set(ledger.planner.kinds.map(\.topic))
    let looked = entries.filter { topics.contains($0.key.thing.topic) }
    open = Dictionary(grouping: looked, by: \.key.thing)
    wanted = Set(open.keys.map(Self.identity))
  }

  /// Whether the ledger has no entry.
  var isEmpty: Bool { lookup == nil }

  mutating func take(_ file: DueFile, _ body: (ReminderSearch.Found) throws -> Void) throws {
    for unknown in file.list.unknown { try body(.unknown(unknown)) }
    for (index, thing) in file.list.things.enumerated() {
      try take(thing, file.actions?[index], body)
    }
  }

  private mutating func take(
    _ thing: DueThing,
    _ actions: [ReminderAction]?,
    _ body: (ReminderSearch.Found) throws -> Void
  ) throws {
    note(thing.key)
    let entries = try entries(of: thing.key)
    for action in actions ?? ledger.actions(for: thing, entries) {
      let before = entries.first { $0.key == action.key }
      try body(.item(ReminderPlan.Item(action: action, before: before)))
    }
    let context = ledger.planner.context
    guard context.through > context.asOf, !entries.contains(where: { $0.state == .decided })
    else { return }
    for reminder in ledger.planner.preview(thing) where reminder.sendOn > context.asOf {
      try body(.upcoming(reminder))
    }
  }

  private func entries(of key: DueKey) throws -> [ReminderEntry] {
    guard let lookup else { return [] }
    return try lookup.records(beginningWith: "\(key)/").compactMap(ReminderEntry.init)
  }

  /// Notes that something is due still, and when.
  private mutating func note(_ key: DueKey) {
    guard !wanted.isEmpty else { return }
    open[key] = nil
    let identity = Self.identity(key)
    if wanted.contains(identity) { dues[identity] = key.due }
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
