/// The proofs and decisions about the instances of an obligation.
public struct ObligationProofs: Sendable {
  private let obligation: Obligation
  private let contract: AgreementFile
  private let file: RelationshipFile
  private let day: CivilDay

  /// Looks at what is known on a day about an obligation of a contract with a party.
  public init(
    _ obligation: Obligation,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    on day: CivilDay
  ) {
    self.obligation = obligation
    self.contract = contract
    self.file = file
    self.day = day
  }

  /// What happened about an instance up to the day.
  public func facts(_ instance: ObligationSchedule.Instance) -> InstanceFacts {
    let settled = contract.records[ObligationInstance.self].filter {
      $0.obligation == obligation.id && $0.dueOn == instance.due
    }
    // The record has no day of its own; it is here because it is known by now.
    func settledOn(_ state: ObligationInstance.State) -> CivilDay? {
      settled.contains { $0.state == state } ? min(instance.day, day) : nil
    }
    return InstanceFacts(
      submissions: file.all(Proof.self).filter { belongs($0, instance) }.map(submission),
      waivedOn: settledOn(.waived),
      cancelledOn: settledOn(.cancelled)
    )
  }

  /// Whether a proof is for an instance: by its due day, else by its period, else by being the
  /// only one there can be.
  private func belongs(_ proof: Proof, _ instance: ObligationSchedule.Instance) -> Bool {
    guard proof.obligation == obligation.id else { return false }
    if let dueOn = proof.dueOn { return dueOn == instance.due }
    if let start = proof.periodStart, let end = proof.periodEnd {
      return start <= instance.covered.startsOn && instance.covered.endsOn <= end
    }
    return obligation.recurrence == nil
  }

  private func submission(_ proof: Proof) -> InstanceFacts.Submission {
    let last = file.all(ProofDecision.self).filter {
      $0.proof == proof.id && $0.decidedOn <= day
    }.max { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
    return InstanceFacts.Submission(
      receivedOn: proof.receivedOn,
      decision: last.map { last in
        last.isAccepted
          ? .accepted(on: last.decidedOn)
          : .rejected(on: last.decidedOn, resubmitBy: last.resubmitBy)
      }
    )
  }
}
