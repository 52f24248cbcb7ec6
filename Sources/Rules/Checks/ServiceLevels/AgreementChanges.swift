import Model
import Policies

/// The versions of an agreement and the decisions to change it, with the changes behind them.
struct AgreementChanges {
  private let agreement: AgreementFile
  private let what: String
  private let changes: [ChangeRequest]
  private let context: RuleContext

  /// Takes the changes on record for the agreement, its party and the organisation.
  init(_ agreement: AgreementFile, _ file: RelationshipFile, _ context: RuleContext) {
    self.agreement = agreement
    what = agreement.label(with: file.party)
    changes =
      agreement.records[ChangeRequest.self] + file.records[ChangeRequest.self]
      + context.organization.records[ChangeRequest.self]
    self.context = context
  }

  private var subject: Judgement.Subject { .agreement(agreement) }

  /// One judgement for each version after the first that is in effect, and for each decision.
  func judge() -> [Judgement] {
    guard !agreement.versions.isEmpty else {
      return [.insufficientData(subject, "\(what): no version of it is recorded.")]
    }
    let later = agreement.controlledVersions(context).filter { version in
      version.effectiveFrom.map { $0 <= context.asOf } ?? true
    }
    let decisions = agreement.records[Decision.self].filter {
      $0.kind == .changeAgreement && $0.decidedOn <= context.asOf
    }
    guard !later.isEmpty || !decisions.isEmpty else {
      return [.pass(subject, "\(what): no version and no decision to be judged.")]
    }
    return later.map { judge($0).about("version \($0.number)") }
      + decisions.map { judge($0).about($0.reference) }
  }

  private func judge(_ version: AgreementFile.Version) -> Judgement {
    let judgement = judgeApproval(version)
    guard judgement.result == .fail, context.policySince == nil else { return judgement }
    return .insufficientData(
      subject,
      "\(judgement.message) It is not known since when a policy asks for one."
    ).resting(on: judgement.evidence)
  }

  private func judgeApproval(_ version: AgreementFile.Version) -> Judgement {
    guard let from = version.effectiveFrom else {
      return .insufficientData(
        subject,
        "Version \(version.number) of \(what): it is not known from when it takes effect."
      )
    }
    let name = "Version \(version.number) of \(what) took effect \(from)"
    let made = changes.filter { $0.agreement == agreement.id && $0.made(version) }
    let evidence = made.map { Judgement.Evidence($0) }
    let approved = made.compactMap(\.approvedOn).filter { $0 <= context.asOf }.min()
    guard let approved else {
      let days = Count.days(from.days(to: context.asOf))
      let found = made.first.map { "; change \($0.reference) is not approved" } ?? ""
      return .fail(
        subject,
        .major,
        due: from,
        "\(name) without approved change (\(days) ago as of \(context.asOf))\(found)."
      ).resting(on: evidence)
    }
    guard approved > from else {
      return .pass(subject, "\(name); its change was approved on \(approved).")
        .resting(on: evidence)
    }
    return .fail(
      subject,
      .minor,
      "\(name); its change was approved on \(approved), \(Count.days(from.days(to: approved))) "
        + "later."
    ).resting(on: evidence)
  }

  private func judge(_ decision: Decision) -> Judgement {
    let name = "Decision \(decision.reference) of \(decision.decidedOn) to change \(what)"
    let limit = context.policy.reviews.changeAfterDecision
    if let change = changes.first(where: { $0.decision == decision.id }) {
      return .pass(subject, "\(name): change \(change.reference) is raised.")
        .resting(on: [Judgement.Evidence(decision), Judgement.Evidence(change)])
    }
    guard let due = context.day(decision.decidedOn, plus: limit, agreement.calendar) else {
      return .insufficientData(
        subject,
        "\(name): no calendar says by when the change is to be raised."
      ).resting(on: [Judgement.Evidence(decision)])
    }
    return DueJudgement(subject: subject, what: name, last: "no change raised", due: due)
      .judge(context).resting(on: [Judgement.Evidence(decision)])
  }
}
