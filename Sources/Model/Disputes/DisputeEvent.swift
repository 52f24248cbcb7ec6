/// Something that happened to a dispute.
public struct DisputeEvent: Hashable, Sendable {
  /// When.
  public let day: CivilDay
  /// The state that it came into; nil if something was only done.
  public let state: DisputeState?
  /// The level of the negotiation, or nil.
  public let level: Int?

  /// Makes an event; without a state something was only done.
  public init(_ state: DisputeState? = nil, level: Int? = nil, on day: CivilDay) {
    self.day = day
    self.state = state
    self.level = level
  }

  /// Makes the event that a record stands for.
  public init(_ step: DisputeStep) {
    day = step.happenedOn
    state = DisputeState(rawValue: step.kind.rawValue)
    level = step.level.map { Int(clamping: $0) }
  }
}

extension DisputeEvent {
  /// The stage that it leads to, or nil if it leads to none.
  func stage(after stage: DisputeStage) -> DisputeStage? {
    state.map { DisputeStage($0, level: level ?? stage.level) }
  }
}
