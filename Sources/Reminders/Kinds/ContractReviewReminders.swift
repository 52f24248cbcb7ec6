import Model
import Policies

extension ReminderKind {
  /// The review of each contract in force.
  static let contractReview = ReminderKind(
    .contractReview,
    title: "Contract review",
    summary: "A contract is to be reviewed at the interval planned for it.",
    search: .relationship { file, context, list in
      for contract in file.activeContracts { find(contract, file, context, &list) }
    }
  )

  private static func find(
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let tier = SupplierTier.of(file, contract)
    let what = "Contract review of \(contract.shortWords(file.party))"
    guard let start = contract.terms.startsOn else {
      return list.miss(
        .contractReview,
        contract.reminderSubject,
        "\(what): the contract has no start, so nothing is due."
      )
    }
    let planned = PlannedInterval(
      .contractReview,
      of: contract,
      file,
      default: context.policy.reviews.contract(tier),
      on: context.asOf
    )
    DueReview(
      topic: .contractReview,
      subject: contract.reminderSubject,
      name: contract.reminderName,
      what: what,
      request: "Hold the review and record who was there, what came out and the minutes",
      otherwise: "nobody has looked whether the contract still fits, and its review is overdue",
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file, contract),
      calendar: context.calendar(contract),
      tier: tier
    ).add(
      HeldReviews(.contract, in: contract.records, anchor: start, planned, context.reviewBasis),
      to: &list
    )
  }
}
