extension Rule {
  /// INT-01 to INT-05 and PLAN-01, in order.
  static let internalRules: [Rule] = [
    .internalAgreements,
    .internalReviews,
    .internalMeasurements,
    .internalMisses,
    .processEvaluations,
    .plannedIntervals,
  ]
}
