extension RecordType {
  /// All kinds that are kept with a reference and revisions, in the order of the native document.
  public static let all: [RecordType] = kinds.map { $0.type }

  /// The kind of that name, or nil.
  public static func named(_ name: String) -> RecordType? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The types of all kinds, in the same order.
  public static let kinds: [any StoredRecord.Type] = [
    Plan.self,
    Review.self,
    Attendance.self,
    Topic.self,
    Decision.self,
    Action.self,
    Component.self,
    DependencyGroup.self,
    Dependency.self,
    SupplyLink.self,
    ServiceAcceptance.self,
    UserGroup.self,
    StakeholderConfirmation.self,
    TierAssessment.self,
    CommunicationPlan.self,
    ProcessInterface.self,
    ProcessEvaluation.self,
    SelectionRecord.self,
    SecurityTerms.self,
    ExitPlan.self,
    Signature.self,
    ChangeRequest.self,
    SupplyChainLink.self,
    ServiceLevelTarget.self,
    CreditRule.self,
    CreditClaim.self,
    WorkloadLimit.self,
    WorkloadMeasurement.self,
    Measurement.self,
    Exclusion.self,
    Obligation.self,
    ObligationInstance.self,
    Proof.self,
    ProofDecision.self,
    Complaint.self,
    ComplaintStep.self,
    Escalation.self,
    ComplaintDefinition.self,
    Dispute.self,
    DisputeStep.self,
    Survey.self,
    SurveyResponse.self,
    Improvement.self,
    Risk.self,
    RiskAcceptance.self,
    Waiver.self,
    ControlledDocument.self,
    ReportSpecification.self,
    ReportIssue.self,
    AlignmentAssessment.self,
    AssessmentItem.self,
    AssessmentSnapshot.self,
    PolicyVersion.self,
    Finding.self,
    Reminder.self,
    OutboxMail.self,
  ]
}
