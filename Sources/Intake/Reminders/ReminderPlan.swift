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

  /// What is to be done, in the order in which it is found.
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
    try ReminderSearch(reader, context, kinds: kinds).run { found in
      switch found {
      case .item(let item): items.append(item)
      case .upcoming(let reminder): upcoming.append(reminder)
      case .unknown(let missing): unknown.append(missing)
      }
    }
  }
}
