/// What reminders are about; the raw values are the kinds in keys, in JSON and in the policy.
public enum ReminderTopic: String, Sendable, CaseIterable {
  /// The review of a contract.
  case contractReview
  /// The review of the services with a customer.
  case serviceReview
  /// The review of an SLA or of an agreement with an internal supplier.
  case serviceLevelReview
  /// The review of a supplier's performance.
  case performanceReview
  /// The decision how a contract goes on, before the last day to send notice.
  case noticeDecision
  /// The end of an agreement that does not go on by itself.
  case termEnd
  /// Something owed on a day.
  case obligation
  /// The end of an accepted certificate, report or test.
  case assurance
  /// A limit for handling a complaint.
  case complaintClock
  /// A message owed to a complainant.
  case complaintUpdate
  /// The next step of a dispute.
  case disputeStep
  /// An action of the improvement register.
  case improvement
  /// The measuring of a customer's satisfaction.
  case survey
  /// The review or the test of an exit plan.
  case exitPlan
  /// The assessment whether suppliers carry an SLA.
  case alignment
  /// The claim for a service credit.
  case creditClaim
  /// The end of a waiver or of an accepted risk.
  case acceptance
}
