/// When the performance of a supplier is reviewed next.
public struct PerformanceReviews: Sendable {
  /// The reviews held and when the next one is due.
  public let reviews: HeldReviews

  /// Takes the performance reviews of the supplier and of its contracts, old ones included; nil
  /// without a contract in force whose start is known, and where neither a plan nor the tier asks
  /// for any.
  ///
  /// `interval` gives that of a tier; of several contracts the shortest one counts.
  public init?(
    _ file: RelationshipFile,
    interval: (Tier?) -> Period?,
    _ basis: ReviewBasis
  ) {
    let contracts = file.activeContracts
    guard let start = contracts.compactMap(\.terms.startsOn).min() else { return nil }
    let periods = contracts.compactMap { interval(SupplierTier.of(file, $0)) }
    let shortest = periods.min { start.adding($0) ?? .last < start.adding($1) ?? .last }
    let planned = PlannedInterval(
      .performanceReview,
      [file.records] + contracts.map(\.records),
      default: shortest ?? .zero,
      on: basis.day
    )
    guard planned.plan != nil || shortest != nil else { return nil }
    let shelf = file.reviews(in: [file.records] + file.agreements.map(\.records))
    reviews = HeldReviews(.performance, in: shelf, anchor: start, planned, basis)
  }
}
