/// Where the handling of a complaint stands.
///
/// How high it has been escalated is not part of it; see ``EscalationLadder``.
public enum ComplaintState: String, CaseState {
  /// It has arrived.
  case received
  /// A person has confirmed that it is one.
  case triaged
  /// The complainant has been told the number, the handler and the next step.
  case acknowledged
  /// The initial assessment runs.
  case assessing
  /// The facts are gathered.
  case investigating
  /// We have asked a question and cannot go on without the answer.
  case waitingComplainant
  /// The decision has been sent.
  case responded
  /// What was promised is being done.
  case remedying
  /// All is done and we have asked to close.
  case awaitingConsent
  /// It is closed.
  case closed
  /// The complainant objects, or the cause has come back.
  case reopened
  /// It turned out to be something else.
  case notAComplaint

  /// What a case in one of the states is called.
  public static let subject = "complaint"

  /// Which states lead to which; from every open one a complaint can be closed.
  public static let transitions = Transitions<Self>([
    .received: [.triaged, .notAComplaint, .closed],
    .triaged: [.acknowledged, .notAComplaint, .closed],
    .acknowledged: [.assessing, .closed],
    .assessing: [.investigating, .responded, .closed],
    .investigating: [.waitingComplainant, .responded, .closed],
    .waitingComplainant: [.investigating, .closed],
    .responded: [.investigating, .remedying, .awaitingConsent, .closed],
    .remedying: [.awaitingConsent, .closed],
    .awaitingConsent: [.closed, .reopened],
    .closed: [.reopened],
    .reopened: [.investigating, .closed],
    .notAComplaint: [.received],
  ])

  /// Whether somebody still has to do something.
  public var isOpen: Bool { self != .closed && self != .notAComplaint }

  /// Whether a decision has been sent that stands.
  public var isDecided: Bool {
    switch self {
    case .responded, .remedying, .awaitingConsent, .closed: true
    default: false
    }
  }

  /// The state in words.
  public var words: String {
    switch self {
    case .waitingComplainant: "waiting for the complainant"
    case .awaitingConsent: "waiting for consent to close"
    case .notAComplaint: "no complaint"
    case .received, .triaged, .acknowledged, .assessing, .investigating, .responded, .remedying,
      .closed, .reopened:
      rawValue
    }
  }
}

extension ComplaintState {
  /// How a complaint in this state can be closed, in the order of the kinds.
  public var closures: [Complaint.ClosureKind] {
    let always: [Complaint.ClosureKind] = [.withdrawn, .duplicate, .reclassified]
    switch self {
    case .closed, .notAComplaint: return []
    case .awaitingConsent: return [.agreed, .deemed, .exhausted] + always
    case .responded: return [.exhausted] + always
    case .waitingComplainant: return [.deemed] + always
    default: return always
    }
  }

  /// Does nothing if a complaint in this state can be closed that way.
  ///
  /// - Throws: ``TransitionRefusal`` with the ways in which it can be closed, or with the states
  ///   it leads to if it cannot be closed.
  public func check(closing kind: Complaint.ClosureKind) throws(TransitionRefusal) {
    try Self.transitions.check(from: self, to: .closed)
    guard !closures.contains(kind) else { return }
    throw TransitionRefusal(
      subject: Self.subject,
      from: words,
      to: "closed as \(kind.rawValue)",
      allowed: closures.map { "closed as \($0.rawValue)" }
    )
  }
}
