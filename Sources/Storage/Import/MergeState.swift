import Importing
import Model

/// What is known while the versions of one agreement are brought together.
struct MergeState {
  let agreement: Int64
  /// The revisions in the store, the one that holds last.
  let stored: [RevisionRow]
  /// Version numbers by the source's name of the version.
  var names: [String: Int64]
  var nextNumber: Int64
  private var nextRevision: Int64
  /// The version before the one at hand, as it is now.
  var last: RevisionRow?
  var lastEffect: CivilDay?
  var firstEffect: CivilDay?
  private var total = ValueTotal()
  var currency: String? { total.currency }
  /// The first version whose change of value cannot be added.
  private(set) var unaddable: VersionDraft?
  var changes: [PlanItem.Change] = []
  var conflicts: [PlanItem.Change] = []
  var newAmendments = 0
  var changedAmendments = 0
  var unchangedAmendments = 0

  init(
    agreement: Int64,
    stored: [RevisionRow],
    names: [String: Int64],
    highestVersion: Int64
  ) {
    self.agreement = agreement
    self.stored = stored
    self.names = names
    nextNumber = highestVersion + 1
    nextRevision = (stored.map(\.id).max() ?? agreement << 20) + 1
    last = stored.last
  }

  /// Whether the agreement was in the store before.
  var isStored: Bool { !stored.isEmpty }

  /// Settles the value of a version by its change of value, and gives what the version says then.
  mutating func said(by version: VersionDraft) -> [Field: StoredValue] {
    let isKnown = total.isKnown
    total.add(version)
    if isKnown, !total.isKnown { unaddable = version }
    var said = version.said
    if let value = total.value { said[.value] = value }
    return said
  }

  /// The row of the next revision.
  mutating func next(
    version: Int64,
    facts: [StoredValue],
    changed: String?,
    _ source: FactSource,
    _ digest: [UInt8]?,
    effectiveOn: String
  ) -> RevisionRow {
    defer { nextRevision += 1 }
    let row = RevisionRow(
      id: nextRevision,
      version: version,
      facts: facts,
      changed: changed,
      source: source,
      digest: digest,
      effectiveOn: effectiveOn
    )
    last = row
    return row
  }

  /// If a person set the field after every source did: what the source had said before.
  func personalValue(_ field: Field) -> (base: StoredValue, revision: Int64)? {
    let setting = stored.filter { $0.sets(field) }.max { $0.id < $1.id }
    guard let setting, setting.source.sourceId == nil else { return nil }
    let sourced = stored.filter { $0.source.sourceId != nil && $0.sets(field) }
      .max { $0.id < $1.id }
    return (sourced?[field] ?? .null, setting.id)
  }
}
