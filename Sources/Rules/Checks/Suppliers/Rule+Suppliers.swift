extension Rule {
  /// SUP-01 to SUP-21, in order.
  static let supplierRules: [Rule] = [
    .supplies,
    .contractManagers,
    .contractsInForce,
    .contractContent,
    .alignment,
    .interfaces,
    .supplyChains,
    .subSupplierControl,
    .contractReviews,
    .contractChanges,
    .disputes,
    .exitPlans,
    .supplierMeasurements,
    .supplierMisses,
    .supplierImprovements,
    .selections,
    .ownShare,
    .supplierSecurity,
    .supplierObligations,
    .renewals,
    .serviceCredits,
  ]
}
