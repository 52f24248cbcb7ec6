public import Model

extension Policy {
  /// How disputes go on.
  public struct Disputes: Hashable, Sendable {
    /// How long a dispute may stand without an entry.
    public var idle = Period(known: 20, .businessDay)
    /// How long a dispute may be open at one level before that is a major finding.
    public var longestOpen = Period(known: 180, .day)
    /// How long the operational contacts have.
    public var level1 = Period(known: 10, .businessDay)
    /// How long the directors have.
    public var level2 = Period(known: 10, .businessDay)
    /// How long the executives have.
    public var level3 = Period(known: 20, .businessDay)
  }

  static let disputeKeys: [PolicyKey] = [
    PolicyKey(
      "dispute.idle",
      \.disputes.idle,
      PeriodForm.limit,
      "How long a dispute may stand without a new entry."
    ),
    PolicyKey(
      "dispute.maxOpen",
      \.disputes.longestOpen,
      PeriodForm([.day]),
      "A dispute open for longer than this without going up a level is a major finding."
    ),
    PolicyKey(
      "dispute.level1",
      \.disputes.level1,
      PeriodForm.limit,
      "How long the operational contacts have before the directors take over."
    ),
    PolicyKey(
      "dispute.level2",
      \.disputes.level2,
      PeriodForm.limit,
      "How long the directors have before the executives take over."
    ),
    PolicyKey(
      "dispute.level3",
      \.disputes.level3,
      PeriodForm.limit,
      "How long the executives have before mediation."
    ),
  ]
}
