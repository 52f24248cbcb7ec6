import Model
import Policies

extension Rule {
  /// SUP-11: disputes go on until they are closed.
  static let disputes = Rule(
    id: "SUP-11",
    title: "Disputes with suppliers are recorded and taken to their end",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A dispute about a contract had no step for too long, is past the time of its level, or was \
      closed without an outcome; or, in 2005 and 2011, no procedure for disputes is approved.
      """,
    remediation: "Take the next step of the ladder, and record it; record the outcome at the end.",
    guidance: """
      Record each dispute when it comes up, whoever raised it, and each step with its day and \
      level. Go up a level when the time of one is over. Good evidence is a dispute with steps that \
      follow each other, an outcome, and what was learned; and an approved procedure.
      """,
    thresholds: [
      "dispute.idle", "dispute.maxOpen", "dispute.level1", "dispute.level2", "dispute.level3",
      "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["dispute", "disputeStep", "document"],
    evaluation: .everywhere(
      { file, context in
        file.contracts.flatMap { contract in
          contract.records[Dispute.self].filter { $0.openedOn <= context.asOf }.map { dispute in
            DisputeProgress(dispute, contract, context).judge()
              .about(dispute.reference).resting(on: [Judgement.Evidence(dispute)])
          }
        }
      },
      { organization, context in
        context.edition == .of2018 ? [] : [judge(organization, context)]
      }
    )
  )

  private static func judge(_ organization: OrganizationFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.organization(organization)
    let procedures = organization.records[ControlledDocument.self].filter {
      $0.kind == .disputeProcedure
    }
    let approved = procedures.first { $0.approvedOn.map { $0 <= context.asOf } ?? false }
    if let approved {
      return .pass(subject, "The procedure for disputes \(approved.reference) is approved.")
        .resting(on: [Judgement.Evidence(approved)])
    }
    let found = procedures.first.map { "\($0.reference) is not approved" }
    return .fail(
      subject,
      .minor,
      "A procedure for disputes is needed; \(found ?? "there is none") as of \(context.asOf)."
    )
  }
}
