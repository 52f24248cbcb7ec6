import Model

/// Judges whether a supplier that handles data of ours has agreed to controls and proves them.
struct SecurityStanding {
  private let file: RelationshipFile
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let terms: [SecurityTerms]
  /// The data by its class, the most sensitive one; nil if nothing says it.
  private let data: SecurityTerms.DataClass?

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
    subject = .party(file.party)
    terms = file.all(SecurityTerms.self)
    let parts = context.graph.records[Component.self].filter { $0.operatedBy == file.party.id }
    let classes =
      terms.map(\.dataClass)
      + parts.compactMap(\.dataClass).compactMap { SecurityTerms.DataClass(rawValue: $0.rawValue) }
    let order = SecurityTerms.DataClass.allCases
    data = classes.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
  }

  func judge() -> Judgement {
    let handles = file.all(SupplyChainLink.self).contains {
      $0.supplier == file.party.id && $0.handlesData == true
        && covers(context.asOf, from: $0.validFrom, through: $0.validThrough)
    }
    guard let data, data != .none || handles else {
      if handles { return judge("data of ours", .minor) }
      if data == nil {
        return .insufficientData(
          subject,
          "Supplier \(file.partyWords): nothing says whether it handles data of ours."
        )
      }
      return .notApplicable(subject, "Supplier \(file.partyWords) handles no data of ours.")
    }
    let grave = data == .personal || data == .critical
    return judge(data == .none ? "data of ours" : "\(data.rawValue) data", grave ? .major : .minor)
  }

  private func judge(_ data: String, _ grade: Grade) -> Judgement {
    let what = "Supplier \(file.partyWords) handles \(data)"
    let agreed = terms.first { terms in
      terms.dataClass != .none && terms.agreedOn.map { $0 <= context.asOf } ?? false
    }
    guard let agreed else {
      return .fail(subject, grade, "\(what); no security terms are agreed as of \(context.asOf).")
    }
    return judgeProof(what, grade).resting(on: [Judgement.Evidence(agreed)])
  }

  private func judgeProof(_ what: String, _ grade: Grade) -> Judgement {
    let day = context.asOf
    let order: [Int] = [certificate, report].map(rank)
    let best = order[1] < order[0] ? report : certificate
    let end = best.validThrough
    switch best.state {
    case .valid:
      return .pass(subject, due: end, "\(what); its assurance holds\(through(end)).")
    case .dueSoon:
      return .dueSoon(
        subject,
        due: end,
        "\(what); its assurance \((end ?? day) < day ? "ended" : "ends") \(end ?? day), the next "
          + "one is to be asked for."
      )
    case .invalid(let since):
      return .fail(
        subject,
        grade,
        due: since.adding(days: -1),
        "\(what); it has had no valid assurance since \(since), "
          + "\(Count.days(since.days(to: day))) as of \(day).\(gap(best))"
      )
    case .missing:
      return .fail(
        subject,
        grade,
        "\(what); no certificate or report was accepted as of \(day)."
      )
    }
  }

  private func through(_ end: CivilDay?) -> String { end.map { " through \($0)" } ?? "" }

  private func gap(_ standing: AssuranceStanding) -> String {
    guard let gap = standing.gap else { return "" }
    return " Nothing covers \(gap.days.startsOn) to \(gap.days.endsOn)."
  }

  /// The better state first.
  private func rank(_ standing: AssuranceStanding) -> Int {
    switch standing.state {
    case .valid: 0
    case .dueSoon: 1
    case .invalid: 2
    case .missing: 3
    }
  }

  // MARK: Proofs

  /// Certificates; whether their yearly surveillance was confirmed is not recorded.
  private var certificate: AssuranceStanding {
    let covers = proofs(.iso27001).compactMap { proof -> AssuranceCover? in
      guard let from = proof.validFrom, let last = proof.validThrough else { return nil }
      let days = Term(startsOn: from, endsOn: last)
      return .certificate(days, acceptedOn: acceptedOn(proof), withdrawnOn: withdrawnOn(proof))
    }
    let lead = context.days(context.policy.obligations.certificateChase)
    return AssuranceCover.standing(of: covers, on: context.asOf, leadDays: lead)
  }

  private var report: AssuranceStanding {
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
