import Model
import Policies

extension Rule {
  /// SUP-21: service credits are claimed before they lapse.
  ///
  /// No clause asks for this by itself; it is a part of following misses.
  static let serviceCredits = Rule(
    id: "SUP-21",
    title: "Service credits are claimed in time or waived",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A miss gives a right to a service credit that nobody claimed or waived before the last day \
      to claim it; it is due soon until that day.
      """,
    remediation: "Claim the credit, or record who waived it and why.",
    guidance: """
      Reckon the credits of each period when its values are in, and claim them within the time of \
      the contract. Good evidence is a claim with its day and amount and the invoice on which it \
      was settled, or a waiver with a name and a reason.
      """,
    thresholds: [
      "credit.claim", "credit.capPercent", "credit.rounding", "measurement.lookBackPeriods",
    ],
    records: ["creditRule", "creditClaim", "target", "measurement"],
    evaluation: .relationship { file, context in
      file.contracts.flatMap { contract in
        contract.records[CreditRule.self].flatMap { rule in
          DueCredits(rule, contract, context).judge()
        }
      }
    }
  )
}
