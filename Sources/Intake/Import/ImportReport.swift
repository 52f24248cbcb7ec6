public import Importing
public import Storage

/// What an import did or would do, as values for people and programs.
public struct ImportReport: Sendable {
  /// A file that was read.
  public struct Source: Sendable {
    /// The path as it was given.
    public var path: String
    /// Digest and size of the file.
    public var digest: OriginalDigest
  }

  /// The profile or format.
  public var profile: String
  /// The files.
  public var sources: [Source] = []
  /// Source records read, taken and rejected.
  public var read = 0
  /// Records taken.
  public var accepted = 0
  /// Records rejected.
  public var rejected = 0
  /// What became of the things in the store.
  public var outcome = ImportOutcome()
  /// The first 100 problems, in the order in which they were found.
  public private(set) var problems: [Problem] = []
  /// The number of problems by code.
  public private(set) var problemCounts: [String: Int] = [:]
  /// The first 1,000 lines of the plan other than new records.
  public private(set) var items: [PlanItem] = []
  /// The number of lines of the plan other than new records.
  public private(set) var itemCount = 0
  /// Whether a native export was taken over as it is, without a batch.
  public var isRestored = false
  /// Files that could not be used at all.
  public var unusable = 0
  /// Whether any problem is an error.
  public private(set) var hasErrors = false

  init(profile: String) { self.profile = profile }

  mutating func add(_ problem: Problem) {
    problemCounts[problem.code, default: 0] += 1
    if problem.severity == .error { hasErrors = true }
    if problems.count < 100 { problems.append(problem) }
  }

  mutating func add(_ item: PlanItem) {
    guard item.action != .new else { return }
    itemCount += 1
    if items.count < 1_000 { items.append(item) }
  }

  /// Whether something could not be taken: a record rejected, a file unusable, any error.
  public var isFaulty: Bool { rejected > 0 || unusable > 0 || hasErrors }

  /// Whether something needs attention: what could not be taken, or a conflict.
  public var needsAttention: Bool {
    isFaulty || outcome.agreements.conflicting + outcome.parties.conflicting > 0
  }
}
