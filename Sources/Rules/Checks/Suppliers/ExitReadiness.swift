import Model
import Policies

/// Judges whether we are ready to leave a supplier.
struct ExitReadiness {
  private let file: RelationshipFile
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let days: ExitPlanDays

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
    subject = .party(file.party)
    days = ExitPlanDays(file, context.policy.exitPlanIntervals, on: context.asOf)
  }

  func judge() -> Judgement {
    switch days.need {
    case .needed: judgePlan()
    case .unknown:
      .insufficientData(
        subject,
        "Supplier \(file.partyWords): no tier is known, so whether an exit plan is needed is not."
      )
    case .notNeeded:
      .notApplicable(subject, "Supplier \(file.partyWords) is easily replaced.")
    }
  }

  private func judgePlan() -> Judgement {
    guard let plan = days.plan else {
      let drafts = file.all(ExitPlan.self).contains { $0.kind == .exit }
      return .fail(
        subject,
        days.isCritical ? .major : .minor,
        "Supplier \(file.partyWords): an approved exit plan is needed; "
          + "\(drafts ? "none is approved" : "there is none") as of \(context.asOf)."
      )
    }
    guard let next = days.next else {
      return .insufficientData(subject, "Exit plan \(plan.reference): nothing says what is due.")
    }
    return DueJudgement(
      subject: subject,
      what: "Exit plan \(plan.reference) for \(file.partyWords)",
      last: next.last,
      due: next.due,
      grade: days.isCritical ? .major : .minor
    ).judge(context).resting(on: [Judgement.Evidence(plan)])
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
