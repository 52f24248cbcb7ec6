public import Model

/// The day for which an answer is given, and what counts as known.
public struct AsOf: Sendable, Hashable {
  /// Which recordings are used.
  public enum Knowledge: String, Sendable, CaseIterable {
    /// All that is recorded today: was it so?
    case now
    /// What was recorded by the end of the day: what would we have shown then?
    case then
  }

  /// The day, civil, in the organisation's zone; answers are as of its last instant.
  public var day: CivilDay
  /// Which recordings are used.
  public var knowledge: Knowledge

  /// Makes a day with its knowledge.
  public init(day: CivilDay, knowledge: Knowledge = .now) {
    self.day = day
    self.knowledge = knowledge
  }
}
