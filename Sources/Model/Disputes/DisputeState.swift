/// Where a dispute about an agreement stands.
public enum DisputeState: String, CaseState {
  /// One side has raised it.
  case raised
  /// The other side has confirmed its receipt.
  case acknowledged
  /// The sides talk, at some level.
  case negotiating
  /// Somebody mediates.
  case mediation
  /// A court or an arbitrator has it.
  case formal
  /// The sides have agreed.
  case settled
  /// A court or an arbitrator has decided.
  case decided
  /// The side that raised it has taken it back.
  case withdrawn
  /// It is closed.
  case closed

  /// What a case in one of the states is called.
  public static let subject = "dispute"

  /// Which states lead to which; the steps of the ladder are not skipped, as that can defeat a
  /// later claim.
  public static let transitions = Transitions<Self>([
    .raised: [.acknowledged, .settled, .withdrawn],
    .acknowledged: [.negotiating, .settled, .withdrawn],
    .negotiating: [.negotiating, .mediation, .settled, .withdrawn],
    .mediation: [.formal, .settled, .withdrawn],
    .formal: [.settled, .decided, .withdrawn],
    .settled: [.closed],
    .decided: [.closed],
    .withdrawn: [.closed],
    .closed: [],
  ])

  /// Whether the sides still disagree.
  public var isContested: Bool {
    switch self {
    case .raised, .acknowledged, .negotiating, .mediation, .formal: true
    case .settled, .decided, .withdrawn, .closed: false
    }
  }

  /// The state in words.
  public var words: String {
    switch self {
    case .mediation: "in mediation"
    case .formal: "before a court or arbitrator"
    default: rawValue
    }
  }
}

/// A state of a dispute with the level of the negotiation.
public struct DisputeStage: Hashable, Sendable {
  /// The state.
  public let state: DisputeState
  /// The level, from 1; nil unless it is negotiated.
  public let level: Int?

  /// Makes a stage; a negotiation is at the first level unless another is given.
  public init(_ state: DisputeState, level: Int? = nil) {
    self.state = state
    self.level = state == .negotiating ? level ?? 1 : nil
  }

  /// The stages that this one leads to, in the order of the states.
  ///
  /// A negotiation goes up level by level, and to mediation from the highest one.
  public func next(highestLevel: Int) -> [Self] {
    DisputeState.transitions.next(from: state).compactMap { next in
      guard let level else { return Self(next) }
      switch next {
      case .negotiating: return level < highestLevel ? Self(next, level: level + 1) : nil
      case .mediation: return level < highestLevel ? nil : Self(next)
      default: return Self(next)
      }
    }
  }

  /// Does nothing if this stage leads to the other one.
  ///
  /// - Throws: ``TransitionRefusal`` with the stages that it leads to if not.
  public func check(to other: Self, highestLevel: Int) throws(TransitionRefusal) {
    let next = next(highestLevel: highestLevel)
    guard !next.contains(other) else { return }
    throw TransitionRefusal(
      subject: DisputeState.subject,
      from: words,
      to: other.words,
      allowed: next.map(\.words)
    )
  }

  /// The stage in words, such as `negotiating at level 2`.
  public var words: String { level.map { "\(state.words) at level \($0)" } ?? state.words }
}
