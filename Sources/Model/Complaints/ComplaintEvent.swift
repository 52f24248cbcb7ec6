/// Something that happened to a complaint.
public struct ComplaintEvent: Hashable, Sendable {
  /// What happened.
  public enum What: Hashable, Sendable {
    /// It came into a state other than closed.
    case entered(ComplaintState)
    /// It was closed; nil if it is not known how.
    case closed(Complaint.ClosureKind?)
    /// The automatic receipt was sent.
    case receiptSent
    /// The complainant was told how things stand.
    case updateSent
    /// The complainant was reminded of our request to close.
    case reminderSent
    /// The complainant asked for a higher level.
    case escalationAsked
    /// Safety, security, personal data or the press turned out to be at risk.
    case riskFound
    /// A person handed it to a level.
    case escalated(level: Int)
  }

  /// When, to the second; mail counts from its arrival at our boundary.
  public let at: Instant
  /// What happened.
  public let what: What

  /// Makes an event.
  public init(_ what: What, at: Instant) {
    self.what = what == .entered(.closed) ? .closed(nil) : what
    self.at = at
  }

  /// The state that it leads to, or nil if it leads to none.
  public var state: ComplaintState? {
    switch what {
    case .entered(let state): state
    case .closed: .closed
    default: nil
    }
  }

  /// Whether a person wrote to the complainant; the automatic receipt does not count.
  public var isMessage: Bool {
    switch what {
    case .updateSent, .reminderSent: true
    case .entered(let state):
      [.acknowledged, .waitingComplainant, .responded, .awaitingConsent].contains(state)
    default: false
    }
  }
}

extension ComplaintEvent {
  /// Makes the event that a record of an escalation by a person stands for.
  public init(_ escalation: Escalation) {
    self.init(.escalated(level: Int(clamping: escalation.level)), at: escalation.raisedAt)
  }

  /// Makes the event that a record stands for; nil for an entry without meaning to states and
  /// clocks.
  ///
  /// `closing` is how the complaint was closed according to its own record.
  public init?(_ step: ComplaintStep, closing: Complaint.ClosureKind? = nil) {
    self.init(step.kind, closing: closing, at: step.at)
  }

  /// Makes the event of a step; nil for an entry without meaning to states and clocks.
  public init?(
    _ kind: ComplaintStep.Kind,
    closing: Complaint.ClosureKind? = nil,
    at instant: Instant
  ) {
    let what: What? =
      switch kind {
      case .receipt: .receiptSent
      case .update: .updateSent
      case .reminder: .reminderSent
      case .closed: .closed(closing)
      default: ComplaintState(rawValue: kind.rawValue).map(What.entered)
      }
    guard let what else { return nil }
    self.init(what, at: instant)
  }
}
