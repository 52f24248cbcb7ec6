import Model
import Policies

extension Rule {
  /// SUP-19: suppliers report and deliver as agreed.
  static let supplierObligations = Rule(
    id: "SUP-19",
    title: "What suppliers owe is delivered in time and accepted",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      An obligation of a supplier is past a due day, with its grace, without a proof that was \
      accepted.
      """,
    remediation: "Chase it; reject what is not good enough with the reason; escalate.",
    guidance: """
      Record what a supplier owes beside the service itself: reports, certificates, tests. Judge \
      each proof when it arrives, by another person than the one who sent it. Good evidence is a \
      proof for each due day, received in time and accepted.
      """,
    thresholds: [
      "obligation.dueOffset", "obligation.resubmit", "obligation.majorInARow", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["obligation", "obligationInstance", "proof", "proofDecision"],
    evaluation: .relationship { file, context in
      file.activeContracts.flatMap { contract in
        contract.records[Obligation.self].filter {
          $0.debtor == .supplier && $0.startsOn <= context.asOf
        }.map { obligation in
          ObligationProgress(obligation, contract, file, context).judge()
            .about(obligation.reference)
        }
      }
    }
  )
}
