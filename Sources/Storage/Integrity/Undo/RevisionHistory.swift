import Importing

/// The revisions of one agreement, for telling what holds without a batch.
struct RevisionHistory {
  /// A revision, and where it stands between the others.
  struct Entry {
    var row: RevisionRow
    var recording: Int64
    /// Whether a batch that was undone, or its undoing, wrote it.
    var isUndone: Bool
  }

  /// In order of effect, then recording, then number.
  let entries: [Entry]
  /// The versions that are or become voided.
  var voidedVersions: Set<Int64>

  /// The revisions that stay, in order.
  var remaining: [Entry] {
    entries.filter { !$0.isUndone && !voidedVersions.contains($0.row.version) }
  }

  /// The version that holds on a day when the voided ones are gone.
  func version(on day: String) -> Int64? {
    let all = remaining
    return (all.last { $0.row.effectiveOn <= day } ?? all.first)?.row.version
  }

  /// The facts of a version from what remains: each as the last revision that set it says.
  func facts(ofVersion version: Int64) -> [StoredValue]? {
    let chain = remaining.filter { $0.row.version == version }
      .sorted { ($0.recording, $0.row.id) < ($1.recording, $1.row.id) }
    guard var facts = chain.first?.row.facts else { return nil }
    for entry in chain.dropFirst() {
      for field in AgreementFacts.fields where entry.row.sets(field) {
        facts[Int(field.rawValue)] = entry.row[field]
      }
    }
    return facts
  }

  /// The source that last spoke of the version among what remains.
  func source(ofVersion version: Int64) -> FactSource? {
    remaining.filter { $0.row.version == version && $0.row.source.sourceId != nil }
      .max { ($0.recording, $0.row.id) < ($1.recording, $1.row.id) }?.row.source
  }

  /// What the source of the digest said last among what remains; a digest that no statement
  /// has if it said nothing.
  func lastDigest(like digest: [UInt8]) -> [UInt8] {
    let scheme = digest.prefix(4)
    let last = entries.filter { !$0.isUndone && $0.row.digest?.prefix(4) == scheme }
      .max { $0.row.id < $1.row.id }?.row.digest
    return last ?? scheme + Array(repeating: 0, count: 16)
  }

  /// The fields that a later revision of the same version, itself not undone, set as well.
  func fieldsSetAgain(after entry: Entry) -> [Field] {
    let later = entries.filter {
      $0.recording > entry.recording && !$0.isUndone && $0.row.version == entry.row.version
    }
    return entry.row.changedFields.filter { field in later.contains { $0.row.sets(field) } }
  }
}

extension RevisionRow {
  /// The fields that this revision set.
  var changedFields: [Field] { AgreementFacts.fields.filter(sets) }
}
