import Model
import Policies

extension Rule {
  /// SUP-15: improvements with suppliers are in the register and get done.
  static let supplierImprovements = Rule(
    id: "SUP-15",
    title: "Improvements with suppliers are registered and followed",
    clauses: [.of2005: "7.3, 4.4", .of2011: "4.5.5.2", .of2018: "10.2"],
    predicate: """
      An improvement agreed in a review with a supplier, or because of a miss, is not in the \
      register when its time is over; or an entry of the register is past its day for too long \
      without a new one.
      """,
    remediation: "Register it; plan it anew with its owner.",
    guidance: """
      Put what you and a supplier agree to improve into the one register, with owner, day and \
      benefit. Good evidence is the action with the day on which it was raised and its link to the \
      register, and entries with a day that lies ahead.
      """,
    thresholds: ["improvement.register", "improvement.overdue", "dueSoon.lead"],
    records: ["action", "improvement", "review"],
    evaluation: .relationship { file, context in
      let contracts = file.contracts.flatMap { contract in
        ImprovementFollowUp(
          .agreement(contract),
          "\(contract.reference) with \(file.party.name)",
          contract.records,
          contract.calendar
        ).judge(context)
      }
      // What is about no agreement of a party that is a customer too is judged there.
      guard file.isSupplier(on: context.asOf), !file.isCustomer(context) else { return contracts }
      let party = ImprovementFollowUp(.party(file.party), file.partyWords, file.records, nil)
      return party.judge(context) + contracts
    }
  )
}
