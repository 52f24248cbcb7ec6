extension Rule {
  /// SLM-01 to SLM-10, in order.
  static let serviceLevelRules: [Rule] = [
    .serviceAcceptances,
    .serviceLevelAgreements,
    .serviceLevelContents,
    .agreementSignatures,
    .serviceLevelChanges,
    .serviceLevelReviews,
    .serviceLevelMeasurements,
    .workloads,
    .serviceLevelMisses,
    .serviceReports,
  ]
}
