/// The interval that was planned for something, or a default.
public struct PlannedInterval: Sendable {
  /// The interval.
  public let period: Period
  /// The plan it comes from; nil for the default.
  public let plan: Plan?

  /// Looks for the plan of a kind that holds on the day, in the shelves one after the other.
  public init(
    _ kind: Plan.Kind,
    _ shelves: [RecordShelf],
    default period: Period,
    on day: CivilDay
  ) {
    plan =
      shelves.lazy.compactMap { shelf in
        shelf[Plan.self].last { plan in
          plan.kind == kind && plan.approvedOn <= day
            && covers(day, from: plan.validFrom, through: plan.validThrough)
        }
      }.first
    self.period = plan?.interval ?? period
  }

  /// Looks for the plan of an agreement's reviews: of the agreement, else of the party, else the
  /// interval entered with the agreement, else the default.
  public init(
    _ kind: Plan.Kind,
    of agreement: AgreementFile,
    _ file: RelationshipFile,
    default period: Period,
    on day: CivilDay
  ) {
    let entered = agreement.reviewInterval ?? period
    self.init(kind, [agreement.records, file.records], default: entered, on: day)
  }

  /// The due policy of the plan, or nil.
  public var duePolicy: ReviewSchedule.Policy? {
    plan?.duePolicy.map { $0 == .anchored ? .anchored : .rolling }
  }
}
