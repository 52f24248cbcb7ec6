import Model
import Policies

extension Rule {
  /// BRM-02: somebody named answers for the relationship with each customer.
  static let relationshipManagers = Rule(
    id: "BRM-02",
    title: "A named person answers for each customer and its satisfaction",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      No assignment as relationship manager covers the day, for the customer or an agreement with \
      it, nor, but in 2011, for all customers.
      """,
    remediation: "Name a relationship manager and a deputy, and record since when.",
    guidance: """
      One person looks after the relationship with a customer and how satisfied it is. The edition \
      of 2011 wants one for each customer; the others let one person answer for all. Good evidence \
      is an assignment with a first day, and a deputy for absences.
      """,
    thresholds: ["vacancy.minor"],
    records: ["assignment"],
    evaluation: .relationship { file, context in
      guard file.isCustomer(context) else { return [] }
      var file = file
      if context.edition != .of2011 { file.assignments += context.organization.assignments }
      return [
        Vacancy(role: "relationshipManager", words: "relationship manager").judge(file, context)
      ]
    }
  )
}
