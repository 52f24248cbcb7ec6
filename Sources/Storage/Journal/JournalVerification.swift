/// What a check of the journal against the store found.
public struct JournalVerification: Sendable, Equatable {
  /// How many entries the journal has.
  public var entryCount: Int64
  /// How many rows were hashed again.
  public var rowCount: Int64
  /// How many originals were hashed again; 0 if that was not asked for.
  public var originalCount: Int64
  /// The hash of the last entry as 64 hexadecimal digits; zeros for an empty journal.
  public var head: String
  /// The first 1000 things found wrong, in the order of the checks; empty if all is whole.
  public var findings: [JournalFinding]
  /// How many things were found wrong.
  public var findingCount: Int

  /// Whether nothing was changed behind the journal's back.
  public var isIntact: Bool { findingCount == 0 }
}

/// One thing that shows a change behind the journal's back.
public struct JournalFinding: Sendable, Equatable {
  /// The number of the entry concerned, or nil.
  public var entry: Int64?
  /// The table concerned, or nil for the chain itself.
  public var table: String?
  /// The record concerned, where that can be told.
  public var record: String?
  /// What is wrong: one sentence.
  public var message: String
  /// What to do: one sentence.
  public var remedy: String
}

/// Gathers findings, of which the first are kept and all are counted.
final class JournalFindings {
  private(set) var kept: [JournalFinding] = []
  private(set) var count = 0
  private static let limit = 1000

  func add(
    _ message: String,
    entry: Int64? = nil,
    table: String? = nil,
    record: String? = nil,
    remedy: String = JournalFindings.compare
  ) {
    count += 1
    guard kept.count < Self.limit else { return }
    kept.append(
      JournalFinding(
        entry: entry,
        table: table,
        record: record,
        message: message,
        remedy: remedy
      )
    )
  }

  /// Counts findings that are not described.
  func addUnnamed(_ more: Int) { count += more }

  static let compare =
    "Compare with a backup made before the change, and restore the store from it."
}
