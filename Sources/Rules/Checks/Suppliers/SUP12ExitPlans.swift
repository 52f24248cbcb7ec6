import Model
import Policies

extension Rule {
  /// SUP-12: the end of a supply is provided for.
  static let exitPlans = Rule(
    id: "SUP-12",
    title: "The end of a supply and its transfer are planned",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.5.2"],
    predicate: """
      A strategic, tactical, bottleneck or critical supplier has no approved exit plan, or one that \
      was not reviewed or tested in time; or a contract that is to be left ends soon and there is \
      no approved transfer plan.
      """,
    remediation: "Write the plan, have it approved, test it, and review it every year.",
    guidance: """
      Write down how to leave each supplier that cannot be replaced easily: triggers, data and \
      knowledge that come back, people, costs and who takes over. Good evidence is a plan with the \
      day of approval, of the last review and of the last test; and a transfer plan well before \
      the end of a contract that you decided to leave.
      """,
    thresholds: [
      "exitPlan.review", "exitPlan.test", "exitPlan.testCritical", "exitPlan.transferBefore",
      "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["exitPlan", "tierAssessment", "decision"],
    evaluation: .relationship { file, context in
      guard file.isSupplier(on: context.asOf) else { return [] }
      return [ExitReadiness(file, context).judge()] + TransferReadiness(file, context).judge()
    }
  )
}
