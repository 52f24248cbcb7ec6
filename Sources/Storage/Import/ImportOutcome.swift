public import Importing

/// How many things of a kind an import found new, changed and so on.
public struct ImportCounts: Sendable, Equatable {
  /// Not in the store before.
  public var new = 0
  /// In the store, with other values.
  public var changed = 0
  /// In the store, the same.
  public var unchanged = 0
  /// In the store from this source, and no longer listed by it.
  public var vanished = 0
  /// Said differently by the source and by a person.
  public var conflicting = 0
  /// Not taken, because something is wrong with it.
  public var rejected = 0

  /// Makes counts of zero.
  public init() {}
}

/// One line of an import plan: what happens to one record, and the fields before and after.
public struct PlanItem: Sendable, Equatable {
  /// What happens.
  public enum Action: String, Sendable {
    case new, changed, vanished, conflicting
    /// Ended because the source deletes it.
    case ended
    /// A party that may be one already known; nothing is done about it.
    case likelyMatch
  }

  /// A field with its value before and after, as text; nil for none.
  public struct Change: Sendable, Equatable {
    /// The field's name, such as `endsOn`.
    public var field: String
    /// The value before.
    public var before: String?
    /// The value after; for a conflict what the source offers.
    public var after: String?
  }

  /// What happens.
  public var action: Action
  /// `agreement`, `amendment`, `party` or the name of another kind.
  public var kind: String
  /// The record's reference.
  public var reference: String
  /// What is different; empty for a new record.
  public var changes: [Change]
  /// Where the source says so, or nil.
  public var place: Place?
}

/// What an import did, or would do.
public struct ImportOutcome: Sendable {
  /// The batch's number, or nil for a dry run.
  public var batch: Int64?
  /// Agreements.
  public var agreements = ImportCounts()
  /// Versions of agreements after the first.
  public var amendments = ImportCounts()
  /// Parties.
  public var parties = ImportCounts()
  /// Other kinds of records, by the name of many, such as `reviews`.
  public var others: [String: ImportCounts] = [:]

  /// Makes an empty outcome.
  public init() {}

  /// Whether the import changes nothing in the store.
  public var isUnchanged: Bool {
    let all = [agreements, amendments, parties] + others.values
    return all.allSatisfy { $0.new + $0.changed + $0.vanished + $0.conflicting == 0 }
  }
}
