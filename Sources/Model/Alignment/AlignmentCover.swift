/// Whether somebody accepted the gaps of an agreement for a time.
public enum AlignmentCover: Hashable, Sendable {
  /// No assessment names a risk.
  case none
  /// The risk with the reference is accepted through the day.
  case accepted(risk: String, until: CivilDay)
  /// The acceptance of the risk ran out after the day.
  case lapsed(risk: String, on: CivilDay)
  /// The risk does not cover the gaps; the reason is a sentence.
  case insufficient(risk: String, String)

  /// Whether the gaps are covered.
  public var isCovering: Bool {
    if case .accepted = self { true } else { false }
  }

  /// The state in English words, such as `risk RI-1 accepted until 2026-12-31`.
  public var words: String {
    switch self {
    case .none: "no risk"
    case .accepted(let risk, let day): "risk \(risk) accepted until \(day)"
    case .lapsed(let risk, let day): "acceptance of risk \(risk) ran out on \(day)"
    case .insufficient(_, let reason): reason
    }
  }

  /// What the latest assessment of an agreement says as of a day.
  ///
  /// The risk that it names covers the gaps while it is open, has an owner, and an acceptance has
  /// begun and not passed its last day.
  init(
    _ assessments: [AlignmentAssessment],
    _ risks: [Risk],
    _ acceptances: [RiskAcceptance],
    on day: CivilDay
  ) {
    let last = assessments.filter { $0.assessedOn <= day }
      .max { ($0.assessedOn, $0.reference) < ($1.assessedOn, $1.reference) }
    guard let last, let number = last.risk else {
      self = .none
      return
    }
    guard let risk = risks.first(where: { $0.id == number }) else {
      let reason = "the risk that assessment \(last.reference) names is not known"
      self = .insufficient(risk: "", reason)
      return
    }
    self.init(risk, acceptances.filter { $0.risk == risk.id && $0.acceptedOn <= day }, on: day)
  }

  private init(_ risk: Risk, _ acceptances: [RiskAcceptance], on day: CivilDay) {
    let reference = risk.reference
    if risk.state == .closed {
      self = .insufficient(risk: reference, "risk \(reference) is closed")
    } else if risk.owner == nil {
      self = .insufficient(risk: reference, "risk \(reference) has no owner")
    } else if let last = acceptances.map(\.expiresOn).max() {
      self =
        day <= last ? .accepted(risk: reference, until: last) : .lapsed(risk: reference, on: last)
    } else {
      self = .insufficient(risk: reference, "risk \(reference) is accepted by nobody")
    }
  }
}
