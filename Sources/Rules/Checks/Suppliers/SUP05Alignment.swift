import Model
import Policies

extension Rule {
  /// SUP-05: what suppliers promise carries what we promise.
  ///
  /// Judged are the assessments that people recorded and the risks that they named; the gap itself
  /// is not reckoned here.
  static let alignment = Rule(
    id: "SUP-05",
    title: "What suppliers promise carries what customers were promised",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      Nobody assessed within the interval, or in time after a change of the SLA or of a contract \
      behind it, whether suppliers carry the SLA; or the risk that covers a gap is not accepted.
      """,
    remediation: """
      Renegotiate, add redundancy, lower the promise, or accept the risk with owner and last day.
      """,
    guidance: """
      For each SLA compare its targets with those of all suppliers behind its services, again after \
      each change. Good evidence is an assessment with its day and its result, and for each gap that \
      stays a risk that somebody accepted for a time.
      """,
    thresholds: ["alignment.assess", "alignment.afterChange", "dueSoon.lead", "upgrade.overdue"],
    records: [
      "alignmentAssessment", "risk", "riskAcceptance", "dependency", "component", "supply",
    ],
    evaluation: .relationship { file, context in
      file.agreements.filter { $0.kind == .sla }.flatMap { judge($0, file, context) }
    }
  )

  private static func judge(
    _ sla: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [Judgement] {
    let subject = Judgement.Subject.agreement(sla)
    guard sla.isActive else {
      return [.notApplicable(subject, "SLA \(sla.reference) is not in force.")]
    }
    guard !sla.services.isEmpty else {
      let message = "SLA \(sla.reference) names no service, so what is behind it is not known."
      return [.insufficientData(subject, message)]
    }
    let reach = SupplierReach(behind: sla.services, context.graph)
    guard reach.isNeeded else {
      if let first = reach.unknown.first {
        let message = "SLA \(sla.reference) names service \(first), which is not known."
        return [.insufficientData(subject, message)]
      }
      return [.notApplicable(subject, "SLA \(sla.reference) rests on nobody else.")]
    }
    let days = AlignmentDays(sla, reach.contracts, context)
    return [days.judge(context)] + [judgeRisk(days.last, sla, file, context)].compactMap { $0 }
  }

  /// Judges the risk that the latest assessment names; nil without any.
  private static func judgeRisk(
    _ assessment: AlignmentAssessment?,
    _ sla: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement? {
    guard let assessment, let number = assessment.risk else { return nil }
    let subject = Judgement.Subject.agreement(sla)
    let risks = file.all(Risk.self) + context.organization.records[Risk.self]
    guard let risk = risks.first(where: { $0.id == number }) else {
      return .insufficientData(
        subject,
        "Alignment of \(sla.reference): the risk that assessment \(assessment.reference) names is "
          + "not known."
      ).about("risk").resting(on: [Judgement.Evidence(assessment)])
    }
    let acceptances =
      file.all(RiskAcceptance.self) + context.organization.records[RiskAcceptance.self]
    return judge(risk, acceptances.filter { $0.risk == number }, sla, context)
      .about(risk.reference).resting(on: [Judgement.Evidence(assessment), Judgement.Evidence(risk)])
  }

  private static func judge(
    _ risk: Risk,
    _ acceptances: [RiskAcceptance],
    _ sla: AgreementFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(sla)
    let what = "Alignment of \(sla.reference): risk \(risk.reference)"
    let begun = acceptances.filter { $0.acceptedOn <= context.asOf }
    guard let last = begun.map(\.expiresOn).max() else {
      if risk.state == .closed { return .pass(subject, "\(what) is closed.") }
      return .fail(subject, .minor, "\(what) is accepted by nobody as of \(context.asOf).")
    }
    if risk.state == .closed { return .pass(subject, "\(what) is closed.") }
    return DueJudgement(subject: subject, what: what, last: "accepted until \(last)", due: last)
      .judge(context)
  }
}
