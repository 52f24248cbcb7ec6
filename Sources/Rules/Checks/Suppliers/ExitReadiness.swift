import Model

/// Judges whether we are ready to leave a supplier.
struct ExitReadiness {
  private let file: RelationshipFile
  private let context: RuleContext
  private let subject: Judgement.Subject

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
    subject = .party(file.party)
  }

  func judge() -> Judgement {
    let tiers = file.activeContracts.map { SupplierTier.of(file, $0) } + [SupplierTier.of(file)]
    if isCritical || isBottleneck || tiers.contains(.strategic) || tiers.contains(.tactical) {
      return judgePlan()
    }
    guard tiers.contains(where: { $0 != nil }) else {
      return .insufficientData(
        subject,
        "Supplier \(file.partyWords): no tier is known, so whether an exit plan is needed is not."
      )
    }
    return .notApplicable(subject, "Supplier \(file.partyWords) is easily replaced.")
  }

  private func judgePlan() -> Judgement {
    guard let plan = lastPlan, let approvedOn = plan.approvedOn else {
      let drafts = file.all(ExitPlan.self).contains { $0.kind == .exit }
      return .fail(
        subject,
        isCritical ? .major : .minor,
        "Supplier \(file.partyWords): an approved exit plan is needed; "
          + "\(drafts ? "none is approved" : "there is none") as of \(context.asOf)."
      )
    }
    let policy = context.policy.suppliers
    let reviewed = known(plan.reviewedOn)
    let tested = known(plan.testedOn)
    let test = isCritical ? policy.exitPlanTestCritical : policy.exitPlanTest
    let steps = [
      (reviewed, policy.exitPlanReview, "reviewed"), (tested, test, "tested"),
    ].compactMap { last, interval, deed -> (due: CivilDay, words: String)? in
      let base = last.map { max($0, approvedOn) } ?? approvedOn
      let words = last.map { "last \(deed) \($0)" } ?? "approved \(approvedOn), never \(deed)"
      return base.adding(interval).map { ($0, words) }
    }
    guard steps.count == 2, let next = steps.min(by: { $0.due < $1.due }) else {
      return .insufficientData(subject, "Exit plan \(plan.reference): nothing says what is due.")
    }
    return DueJudgement(
      subject: subject,
      what: "Exit plan \(plan.reference) for \(file.partyWords)",
      last: next.words,
      due: next.due,
      grade: isCritical ? .major : .minor
    ).judge(context).resting(on: [Judgement.Evidence(plan)])
  }

  /// The exit plan that was approved last.
  private var lastPlan: ExitPlan? {
    file.all(ExitPlan.self).filter { $0.kind == .exit && known($0.approvedOn) != nil }
      .max { ($0.approvedOn ?? .first, $0.reference) < ($1.approvedOn ?? .first, $1.reference) }
  }

  private var isCritical: Bool { SupplierTier.latest(file)?.isCritical == true }

  /// Whether it is of little value and hard to replace.
  private var isBottleneck: Bool {
    guard let latest = SupplierTier.latest(file), let impact = Int(exactly: latest.impact),
      let risk = Int(exactly: latest.risk)
    else { return false }
    return (try? TierClassification(impact: impact, risk: risk))?.corner == .bottleneck
  }

  private func known(_ day: CivilDay?) -> CivilDay? {
    day.flatMap { $0 <= context.asOf ? $0 : nil }
  }
}

/// Judges whether contracts that are to be left have a plan for who goes on.
struct TransferReadiness {
  private let file: RelationshipFile
  private let context: RuleContext

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
  }

  /// One judgement for each contract in force that somebody decided to leave.
  func judge() -> [Judgement] {
    file.activeContracts.compactMap { contract in
      let decisions = contract.records[Decision.self].filter { $0.decidedOn <= context.asOf }
      let last = decisions.max { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
      guard let last, last.kind == .exit else { return nil }
      return judge(contract).resting(on: [Judgement.Evidence(last)])
    }
  }

  private func judge(_ contract: AgreementFile) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    let what = "Transfer plan for contract \(contract.reference) with \(file.party.name)"
    let plans = file.records[ExitPlan.self] + contract.records[ExitPlan.self]
    let approved = plans.first { plan in
      plan.kind == .transfer && plan.approvedOn.map { $0 <= context.asOf } ?? false
    }
    if let approved { return .pass(subject, "\(what): \(approved.reference) is approved.") }
    guard let end = contract.standing.termEnd,
      let due = end.subtracting(context.policy.suppliers.transferBefore)
    else {
      return .insufficientData(subject, "\(what): the contract has no end, so nothing is due.")
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: "none is approved, the contract ends \(end)",
      due: due,
      grade: .major
    ).judge(context)
  }
}
