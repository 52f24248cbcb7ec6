extension AgreementFile {
  /// The latest decision about the term that runs, made by a day; nil if there is none.
  ///
  /// A decision that names a last day is about the term that ends then; one to renew, renegotiate,
  /// end or leave that names none is about the term in which it was made.
  public func termDecision(until day: CivilDay) -> Decision? {
    records[Decision.self].filter { $0.decidedOn <= day && isAboutTerm($0) }
      .max { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
  }

  private func isAboutTerm(_ decision: Decision) -> Bool {
    if let end = decision.termEnd { return end == standing.termEnd }
    switch decision.kind {
    case .renew, .renegotiate, .end, .exit:
      return standing.currentTerm.map { $0.startsOn <= decision.decidedOn } ?? false
    case .continue, .amend, .changeAgreement: return false
    }
  }

  /// Whether notice to the end of a term can be given, so that a decision is due before it.
  public var hasTermNotice: Bool {
    let target = terms.noticeTo
    return (target == nil || target == .termEnd) && terms.initialEnd != nil
  }
}

extension Decision {
  /// Whether the agreement shall end, so that notice has to follow.
  public var isEnding: Bool { kind == .end || kind == .exit }
}
