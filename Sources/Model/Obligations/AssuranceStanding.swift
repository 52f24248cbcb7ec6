/// Whether outside proof such as a certificate holds on a day.
public struct AssuranceStanding: Hashable, Sendable {
  /// The state of a proof.
  public enum State: Hashable, Sendable {
    /// No accepted proof has begun to hold.
    case missing
    /// It holds.
    case valid
    /// It holds and ends soon, or it has ended and the time for the next one runs.
    case dueSoon
    /// It has not held since the day.
    case invalid(since: CivilDay)
  }

  /// The state.
  public let state: State
  /// The last day on which it holds as things stand; the day has passed if it holds no more, and
  /// is nil if nothing was accepted.
  public let validThrough: CivilDay?
  /// The day from which on the next one is to be asked for; nil if nothing was accepted.
  public let chaseOn: CivilDay?
  /// The days before the latest report that none covers, or nil.
  public let gap: AssuranceGap?

  init(
    _ state: State,
    validThrough: CivilDay? = nil,
    chaseOn: CivilDay? = nil,
    gap: AssuranceGap? = nil
  ) {
    self.state = state
    self.validThrough = validThrough
    self.chaseOn = chaseOn
    self.gap = gap
  }
}

/// Days between two reports that neither of them covers.
public struct AssuranceGap: Hashable, Sendable {
  /// What is to be thought of a gap.
  public enum Judgement: String, Sendable, CaseIterable {
    /// A bridge letter covers it, and it is short enough; it stays an observation.
    case bridged
    /// It is short enough, and no accepted bridge letter covers it.
    case needsBridgeLetter
    /// It is too long for a bridge letter.
    case tooLong
  }

  /// The days, both ends included.
  public let days: Term
  /// What is to be thought of it.
  public let judgement: Judgement

  /// The number of calendar days.
  public var length: Int { days.startsOn.days(to: days.endsOn) + 1 }
}
