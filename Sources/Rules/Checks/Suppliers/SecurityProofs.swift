import Model

/// The certificates and reports of a supplier that were accepted, and whether they hold.
struct SecurityProofs {
  private let file: RelationshipFile
  private let context: RuleContext

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
  }

  /// Certificates; whether their yearly surveillance was confirmed is not recorded.
  var certificate: AssuranceStanding {
    let covers = proofs(.iso27001).compactMap { proof -> AssuranceCover? in
      guard let from = proof.validFrom, let last = proof.validThrough else { return nil }
      let days = Term(startsOn: from, endsOn: last)
      return .certificate(days, acceptedOn: acceptedOn(proof), withdrawnOn: withdrawnOn(proof))
    }
    let lead = context.days(context.policy.obligations.certificateChase)
    return AssuranceCover.standing(of: covers, on: context.asOf, leadDays: lead)
  }

  /// Reports with the letters that bridge the days between them.
  var report: AssuranceStanding {
    let policy = context.policy.obligations
    var limits = AttestationReport.Limits()
    limits.ageMonths = policy.soc2LargestAge.months ?? limits.ageMonths
    limits.issueGraceDays = context.days(policy.soc2IssueGrace)
    limits.bridgeMonths = policy.soc2LongestBridge.months ?? limits.bridgeMonths
    return AttestationReport.standing(
      of: proofs(.soc2).filter { withdrawnOn($0) == nil }.compactMap { proof in
        term(proof).map { AttestationReport(period: $0, acceptedOn: acceptedOn(proof)) }
      },
      letters: proofs(.bridgeLetter).compactMap { proof in
        term(proof).map {
          AttestationReport.BridgeLetter(days: $0, acceptedOn: acceptedOn(proof))
        }
      },
      on: context.asOf,
      limits: limits
    )
  }

  private func proofs(_ kind: Proof.Kind) -> [Proof] {
    file.all(Proof.self).filter { $0.kind == kind }
  }

  private func term(_ proof: Proof) -> Term? {
    guard let start = proof.periodStart, let end = proof.periodEnd else { return nil }
    return Term(startsOn: start, endsOn: end)
  }

  private func decisions(_ proof: Proof) -> [ProofDecision] {
    file.all(ProofDecision.self).filter { $0.proof == proof.id && $0.decidedOn <= context.asOf }
  }

  private func acceptedOn(_ proof: Proof) -> CivilDay? {
    decisions(proof).filter(\.isAccepted).map(\.decidedOn).min()
  }

  /// The first rejection after the acceptance.
  private func withdrawnOn(_ proof: Proof) -> CivilDay? {
    guard let accepted = acceptedOn(proof) else { return nil }
    return decisions(proof).filter { !$0.isAccepted && $0.decidedOn > accepted }
      .map(\.decidedOn).min()
  }
}
