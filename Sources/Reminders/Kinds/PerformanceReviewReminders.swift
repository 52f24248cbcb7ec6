import Model
import Policies

extension ReminderKind {
  /// The review of each supplier's performance, at its interval and after repeated misses.
  static let performanceReview = ReminderKind(
    .performanceReview,
    title: "Performance review",
    summary: """
      The performance of a supplier is to be reviewed at the interval of its tier, and in time \
      after a target was missed again and again.
      """,
    search: .relationship { file, context, list in
      guard file.isSupplier(on: context.asOf) else { return }
      findPlanned(file, context, &list)
      for contract in file.activeContracts {
        for target in contract.records[ServiceLevelTarget.self] {
          findDemanded(target, contract, file, context, &list)
        }
      }
    }
  )

  private static func findPlanned(
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let policy = context.policy.reviews
    let performance = PerformanceReviews(
      file,
      interval: { policy.performance($0) },
      context.reviewBasis
    )
    guard let performance else { return }
    DueReview(
      topic: .performanceReview,
      subject: file.party.reminderSubject,
      name: file.party.name,
      what: "Performance review of \(file.party.label)",
      request: "Look at what the supplier delivered, and record the review",
      otherwise: "misses stay without consequence, and the review is overdue",
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file),
      calendar: context.calendar(),
      tier: SupplierTier.of(file)
    ).add(performance.reviews, to: &list)
  }

  private static func findDemanded(
    _ target: ServiceLevelTarget,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let demanded = DemandedReview(
      target,
      contract,
      file,
      context.policy.missTerms,
      on: context.asOf,
      context.organization.calendar
    )
    guard case .open(let demand, let period, let due)? = demanded else { return }
    let subject = ReminderSubject(.target, target.reference)
    let what =
      "Performance review for target \(target.reference) (\(target.title)) of "
      + contract.words(file.party)
    guard let due else {
      return list.miss(
        .performanceReview,
        subject,
        "\(what): no calendar says by when it is due."
      )
    }
    let missed = "missed \(demand.amongRecent) of \(demand.recent) through \(period.label)"
    var thing = DueThing(
      DueKey(.performanceReview, subject, due: .day(due)),
      name: target.title,
      what: what,
      standing: missed,
      decision: "hold the review",
      request: "Hold a performance review with the supplier and agree on what it corrects",
      otherwise: "the misses go on without a plan against them",
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file, contract)
    )
    thing.calendar = context.calendar(contract)
    thing.tier = SupplierTier.of(file, contract)
    list.add(thing)
  }
}
