import Model
import Policies

extension Rule {
  /// BRM-10: there is a complaint procedure.
  static let complaintProcedure = Rule(
    id: "BRM-10",
    title: "There is an approved complaint procedure",
    clauses: [.of2005: "7.2", .of2011: "7.1"],
    predicate: """
      No complaint procedure is approved, or its next review is overdue. In 2018 this is an \
      observation, and only if there are complaints.
      """,
    remediation: "Approve the procedure, publish it, and set the day of its next review.",
    guidance: """
      Write down how a complaint comes in, who handles it, how long each step may take, whom the \
      customer can turn to if that does not help, and when a complaint is closed. Good evidence is \
      a controlled document with version, approver, day of approval and day of the next review.
      """,
    thresholds: ["complaint.procedureReview", "dueSoon.lead"],
    records: ["document", "complaint"],
    evaluation: .organization { organization, context in [judge(organization, context)] }
  )

  private static func judge(_ organization: OrganizationFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.organization(organization)
    guard context.edition != .of2018 || organization.complaintCount > 0 else {
      let reason = "The edition of 2018 asks for no complaint procedure, and there is no complaint."
      return .notApplicable(subject, reason)
    }
    guard let document = organization.complaintProcedure(on: context.asOf),
      let approvedOn = document.approvedOn
    else {
      return .fail(
        subject,
        .minor,
        "No complaint procedure is approved as of \(context.asOf)."
      )
    }
    let interval = context.policy.complaints.procedureReview
    guard let due = document.nextReviewOn ?? approvedOn.adding(interval) else {
      return .insufficientData(
        subject,
        "Complaint procedure \(document.reference): nothing says when it is reviewed next."
      )
    }
    return DueJudgement(
      subject: subject,
      what: "Review of the complaint procedure \(document.reference)",
      last: "approved \(approvedOn)",
      due: due
    ).judge(context).resting(on: [Judgement.Evidence(document)])
  }
}

extension OrganizationFile {
  /// The complaint procedure that was approved last by the day, or nil.
  func complaintProcedure(on day: CivilDay) -> ControlledDocument? {
    records[ControlledDocument.self].filter { document in
      document.kind == .complaintProcedure && document.approvedOn.map { $0 <= day } ?? false
    }.max {
      ($0.approvedOn ?? .first, $0.reference) < ($1.approvedOn ?? .first, $1.reference)
    }
  }
}
