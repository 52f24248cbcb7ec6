/// What taking back an import did, and what it had to leave.
public struct UndoOutcome: Sendable, Equatable {
  /// The batch.
  public var batch: Int64
  /// Agreements voided.
  public var agreements = 0
  /// Versions of other agreements voided.
  public var versions = 0
  /// Revisions of other agreements, parties and records taken back.
  public var revisions = 0
  /// Parties voided.
  public var parties = 0
  /// Parts played in agreements, mentions, roles, contacts and records of other kinds taken back.
  public var others = 0
  /// What stays, in the order in which it was met.
  public var kept: [Kept] = []

  /// Something that the batch brought and that could not be taken back.
  public struct Kept: Sendable, Equatable {
    /// `agreement`, `party` or the name of another kind in words.
    public var kind: String
    /// The record's reference.
    public var reference: String
    /// What stays, and why: one sentence.
    public var reason: String
  }

  /// Whether nothing of the batch is left.
  public var isComplete: Bool { kept.isEmpty }
}
