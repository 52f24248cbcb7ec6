import Model
import Policies

extension Rule {
  /// SUP-02: somebody named manages each supplier.
  static let contractManagers = Rule(
    id: "SUP-02",
    title: "A named person manages each supplier",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: "No assignment as contract manager covers the day, for the supplier or a contract.",
    remediation: "Assign a contract manager and a deputy, and record since when.",
    guidance: """
      One person answers for the relationship, the contract and the performance of each supplier. \
      Good evidence is an assignment with a first day, and a deputy for absences.
      """,
    thresholds: ["vacancy.minor"],
    records: ["assignment"],
    evaluation: .relationship { file, context in
      guard file.isSupplier(on: context.asOf) else { return [] }
      return [Vacancy(role: "contractManager", words: "contract manager").judge(file, context)]
    }
  )
}
