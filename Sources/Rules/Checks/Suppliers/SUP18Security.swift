import Model
import Policies

extension Rule {
  /// SUP-18: suppliers that touch our data are bound to controls and prove them.
  static let supplierSecurity = Rule(
    id: "SUP-18",
    title: "Security is agreed with and proved by those who touch our information",
    clauses: [.of2005: "6.6", .of2011: "6.6.2", .of2018: "8.7.3.2"],
    predicate: """
      A supplier handles data of ours, and no security terms are agreed with it, or no accepted \
      certificate or report shows on the day that it keeps them.
      """,
    remediation: "Agree on the controls, get a certificate or report, or restrict the access.",
    guidance: """
      Record for each supplier which data of ours it handles, also if it is none, and the controls \
      agreed. Ask in time for the next certificate (ISO/IEC 27001) or report (SOC 2), look at its \
      scope and legal name, and record your decision. Good evidence is agreed terms and an \
      accepted proof that holds on the day.
      """,
    thresholds: [
      "certificate.chase", "soc2.maxAge", "soc2.issueGrace", "soc2.bridgeMax", "upgrade.overdue",
    ],
    records: ["securityTerms", "component", "supplyChain", "proof", "proofDecision"],
    evaluation: .relationship { file, context in
      guard file.isSupplier(on: context.asOf) else { return [] }
      return [SecurityStanding(file, context).judge()]
    }
  )
}
