/// The certificates and reports of a supplier that were accepted, and whether they hold.
public struct AssuranceProofs: Sendable {
  private let file: RelationshipFile
  private let day: CivilDay

  /// Looks at the proofs of a party as of a day.
  public init(_ file: RelationshipFile, on day: CivilDay) {
    self.file = file
    self.day = day
  }

  /// How the proofs of a kind with days of validity stand, such as certificates; whether their
  /// yearly surveillance was confirmed is not recorded.
  ///
  /// - Parameters:
  ///   - kind: The kind of proof.
  ///   - leadDays: How many calendar days before the end the next one is asked for.
  /// - Returns: How they stand on the day.
  public func certificate(_ kind: Proof.Kind, leadDays: Int) -> AssuranceStanding {
    let covers = proofs(kind).compactMap { proof -> AssuranceCover? in
      guard let from = proof.validFrom, let last = proof.validThrough else { return nil }
      let days = Term(startsOn: from, endsOn: last)
      return .certificate(days, acceptedOn: acceptedOn(proof), withdrawnOn: withdrawnOn(proof))
    }
    return AssuranceCover.standing(of: covers, on: day, leadDays: leadDays)
  }

  /// How the reports of a kind stand, with the letters that bridge the days between them.
  public func report(_ kind: Proof.Kind, limits: AttestationReport.Limits) -> AssuranceStanding {
    AttestationReport.standing(
      of: proofs(kind).filter { withdrawnOn($0) == nil }.compactMap { proof in
        term(proof).map { AttestationReport(period: $0, acceptedOn: acceptedOn(proof)) }
      },
      letters: proofs(.bridgeLetter).compactMap { proof in
        term(proof).map {
          AttestationReport.BridgeLetter(days: $0, acceptedOn: acceptedOn(proof))
        }
      },
      on: day,
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
    file.all(ProofDecision.self).filter { $0.proof == proof.id && $0.decidedOn <= day }
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
