/// How high a complaint has gone, beside the state that it is in.
///
/// Level 0 is the owner, 1 the owner's lead, who is warned, 2 the relationship manager, 3 the head
/// of service management, 4 top management. A level is never lowered.
public struct EscalationLadder: Hashable, Sendable {
  /// Why a complaint came to a level.
  public enum Reason: String, Sendable, CaseIterable {
    /// 80 % of the time for the decision has passed.
    case respondWarning
    /// The time for the decision is over.
    case respondBreached
    /// The complainant rejected the decision.
    case decisionRejected
    /// The complainant asked for it.
    case complainantAsked
    /// Safety, security, personal data or the press is at risk.
    case riskFound
    /// The time at the level below is over.
    case timeOver
    /// A person handed it on.
    case byHand
  }

  /// That a complaint comes to a level.
  public struct Step: Hashable, Sendable {
    /// The level, 1 to 4.
    public let level: Int
    /// When; what happens in this second still comes before it.
    public let at: Instant
    /// Why.
    public let reason: Reason
  }

  /// How long a complaint stays at a level without a decision.
  public struct Times: Hashable, Sendable {
    /// At level 2.
    public var level2 = Period(known: 5, .businessDay)
    /// At level 3.
    public var level3 = Period(known: 10, .businessDay)

    /// Makes the usual times: five and ten business days.
    public init() {}
  }

  /// The highest level.
  public static let highest = 4

  /// The steps so far, in order.
  public let steps: [Step]
  /// The step that comes by itself if nothing happens; nil if none does.
  public let next: Step?

  /// The level now, 0 to 4.
  public var level: Int { steps.last?.level ?? 0 }
}

extension ComplaintClocks {
  /// The levels that the complaint has come to.
  ///
  /// While no decision stands it goes up by time: to 1 and 2 with the clock for the decision, to 3
  /// and 4 when the time at a level is over; that time starts anew when a decision
  /// no longer stands. It goes
  /// to 2 at least, and up by one, when the decision is rejected, to 2 at least when the
  /// complainant asks, to 3 at least when there is a risk.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func escalation(
    times: EscalationLadder.Times = EscalationLadder.Times()
  ) throws(CalendarGap) -> EscalationLadder {
    let respond = try standings(.respond).first
    var climb = EscalationClimb(
      respond: respond,
      times: times,
      calendar: calendar,
      since: history.receivedAt
    )
    for event in history.events {
      try climb.wait(until: event.at)
      climb.take(event)
    }
    try climb.wait(until: now)
    return EscalationLadder(steps: climb.steps, next: try climb.automatic())
  }
}
