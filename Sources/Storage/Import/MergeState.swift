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
  /// The sum of the changes of value so far, if the source gives changes.
  private(set) var total: Int64?
  private(set) var currency: String?
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

  /// Adds a version's change of value to the sum.
  mutating func add(_ change: Int64?, _ said: [Field: StoredValue]) {
    if case .text(let text)? = said[.valueCurrency] { currency = text }
    guard let change else { return }
    let (sum, overflows) = (total ?? 0).addingReportingOverflow(change)
    total = overflows ? total : sum
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
