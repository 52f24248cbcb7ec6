import Model
import Policies

extension Rule {
  /// SUP-16: it is known why a supplier was chosen.
  static let selections = Rule(
    id: "SUP-16",
    title: "Suppliers are selected and evaluated by criteria",
    clauses: [.of2018: "8.2.3.1"],
    predicate: """
      A contract signed since the first policy has no record of a selection by that day; or a \
      strategic supplier was not evaluated anew within the interval.
      """,
    remediation: "Document the selection afterwards, and select by criteria next time.",
    guidance: """
      Lay down what you judge suppliers by, and record for each contract who was compared, by what \
      and who decided. Look again at strategic suppliers. Good evidence is a selection with \
      criteria and scores that is dated before the signature.
      """,
    thresholds: ["selection.reEvaluate.strategic", "dueSoon.lead", "upgrade.overdue"],
    records: ["selection", "tierAssessment"],
    evaluation: .relationship { file, context in
      file.activeContracts.compactMap { judge($0, file, context) }
        + (file.isSupplier(on: context.asOf) && SupplierTier.of(file) == .strategic
          ? [judgeAge(file, context)] : [])
    }
  )

  /// The judgement of a contract; nil for one that is older than the first policy.
  private static func judge(
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement? {
    let subject = Judgement.Subject.agreement(contract)
    let what = "Contract \(contract.reference) with \(file.party.name)"
    guard let signedOn = contract.terms.signedOn ?? contract.terms.startsOn else {
      return .insufficientData(subject, "\(what): neither signature nor start is dated.")
    }
    if let since = context.policySince, signedOn < since { return nil }
    let known = (file.records[SelectionRecord.self] + contract.records[SelectionRecord.self])
      .filter { $0.kind == .selection && $0.decidedOn <= context.asOf }
      .sorted { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
    if let first = known.first, first.decidedOn <= signedOn {
      return .pass(subject, "\(what): selected on \(first.decidedOn), concluded \(signedOn).")
        .resting(on: [Judgement.Evidence(first)])
    }
    let found = known.first.map { "selection \($0.reference) is dated \($0.decidedOn)" }
    let message =
      "\(what): concluded \(signedOn), \(found ?? "no selection recorded") as of \(context.asOf)."
    guard context.policySince != nil else {
      // Without a policy nobody said from which day on selections are recorded.
      return .insufficientData(
        subject,
        "\(message) Whether it had to be is not known, because no policy is in force."
      )
    }
    return .fail(subject, .minor, due: signedOn, message)
  }

  private static func judgeAge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Evaluation of strategic supplier \(file.partyWords)"
    let last = file.all(SelectionRecord.self).filter { $0.decidedOn <= context.asOf }
      .max { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
    let first = file.activeContracts.compactMap { $0.terms.signedOn ?? $0.terms.startsOn }.min()
    let interval = context.policy.suppliers.reEvaluateStrategic
    guard let due = (last?.decidedOn ?? first)?.adding(interval) else {
      return .insufficientData(subject, "\(what): nothing says since when it is a supplier.")
    }
    let words = last.map { "last \($0.decidedOn)" } ?? "never evaluated"
    return DueJudgement(subject: subject, what: what, last: words, due: due).judge(context)
      .resting(on: last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
