import Model
import Policies

extension Rule {
  /// SUP-10: changes of contracts are assessed and approved before they take effect.
  static let contractChanges = Rule(
    id: "SUP-10",
    title: "Changes of contracts are assessed and approved first",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A version of a contract took effect since the first policy without a change approved by that \
      day, or one approved before its impact was assessed; or a decision to change the contract has \
      led to no change in time.
      """,
    remediation: """
      Raise the change now, assess its impact, and approve it or take the version back.
      """,
    guidance: """
      Raise a change for each amendment, write down what it does to services, costs and risks, and \
      approve it before it takes effect. Good evidence is a change that names the version of the \
      contract, with the day of the assessment, the day of the approval and who gave it.
      """,
    thresholds: ["change.afterDecision", "dueSoon.lead", "upgrade.overdue"],
    records: ["change", "decision"],
    evaluation: .relationship { file, context in
      let changes = file.all(ChangeRequest.self)
      return file.contracts.flatMap { contract in
        judge(contract, changes, context)
      }
    }
  )

  private static func judge(
    _ contract: AgreementFile,
    _ changes: [ChangeRequest],
    _ context: RuleContext
  ) -> [Judgement] {
    let versions = ChangedVersions(
      agreement: contract,
      changes: changes.filter { $0.agreement == contract.id }
    )
    let judgements =
      versions.judge(context)
      + contract.records[Decision.self]
      .filter { $0.kind == .changeAgreement && $0.decidedOn <= context.asOf }
      .map { judge($0, contract, changes, context).about($0.reference) }
    guard judgements.isEmpty else { return judgements }
    let reason = "Contract \(contract.reference) has no change to judge as of \(context.asOf)."
    return [.notApplicable(.agreement(contract), reason)]
  }

  private static func judge(
    _ decision: Decision,
    _ contract: AgreementFile,
    _ changes: [ChangeRequest],
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    let what = "Change of \(contract.reference) by decision \(decision.reference)"
    if let change = changes.first(where: { $0.decision == decision.id }) {
      return .pass(subject, "\(what): \(change.reference) was raised.")
        .resting(on: [Judgement.Evidence(decision), Judgement.Evidence(change)])
    }
    let limit = context.policy.reviews.changeAfterDecision
    guard let due = context.day(decision.decidedOn, plus: limit, contract.calendar) else {
      return .insufficientData(
        subject,
        "\(what): decided \(decision.decidedOn), no change raised; when it is due is not known, "
          + "because no calendar counts the business days."
      ).resting(on: [Judgement.Evidence(decision)])
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: "decided \(decision.decidedOn), no change raised",
      due: due
    )
    .judge(context).resting(on: [Judgement.Evidence(decision)])
  }
}
