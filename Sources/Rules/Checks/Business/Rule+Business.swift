extension Rule {
  /// BRM-01 to BRM-18, in order.
  static let businessRules: [Rule] = [
    .customers,
    .relationshipManagers,
    .communicationPlans,
    .businessChanges,
    .serviceReviews,
    .interimMeetings,
    .minutes,
    .complaintProcedure,
    .complaintRecords,
    .complaintHandling,
    .complaintReports,
    .complaintClosure,
    .complaintEscalation,
    .satisfaction,
    .surveyAnalysis,
    .improvements,
  ]
}
