import Model
import Policies

extension Rule {
  /// BRM-13: complaints are reported.
  static let complaintReports = Rule(
    id: "BRM-13",
    title: "Complaints are reported, also when there were none",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      A period is over, the time for its complaint report as well, and no report about it went out. \
      A late report about the last period is an observation.
      """,
    remediation: "Issue the report, also if there were no complaints, and send it out.",
    guidance: """
      Report the complaints of each quarter: how many, how fast, how they ended, what they led to. \
      A report that there were none counts, if it is dated and went out. Good evidence is a \
      specification of the kind complaints, and an issue of it for every period. Periods are those \
      of the calendar; issues for shorter ones count together.
      """,
    thresholds: [
      "complaint.report", "complaint.reportLag", "measurement.lookBackPeriods", "dueSoon.lead",
    ],
    records: ["reportSpecification", "reportIssue"],
    evaluation: .organization { organization, context in judge(organization, context) }
  )

  private static func judge(
    _ organization: OrganizationFile,
    _ context: RuleContext
  ) -> [Judgement] {
    let subject = Judgement.Subject.organization(organization)
    let reports = ComplaintReports(organization, context)
    guard !reports.periods.isEmpty else {
      return [
        .notApplicable(subject, "No period of complaint reports is over as of \(context.asOf).")
      ]
    }
    return reports.periods.map { period in
      judge(period, reports, subject, context).about(period.startsOn.description)
    }
  }

  private static func judge(
    _ period: Term,
    _ reports: ComplaintReports,
    _ subject: Judgement.Subject,
    _ context: RuleContext
  ) -> Judgement {
    let what = "Complaint report for \(period.startsOn) to \(period.endsOn)"
    let issues = reports.issues(about: period)
    let evidence = issues.map { Judgement.Evidence($0) }
    let issuedOn = issues.map(\.issuedOn).max()
    guard let due = reports.due(period) else {
      let reason = Unknown.businessDays(after: period.endsOn)
      return .insufficientData(subject, "\(what): \(reason), so it has no due day.")
        .resting(on: evidence)
    }
    guard let end = issuedOn ?? (context.asOf > due ? context.asOf : nil) else {
      return .dueSoon(subject, due: due, "\(what) due \(due).")
    }
    guard end > due else {
      return .pass(subject, due: due, "\(what) due \(due), issued \(end).").resting(on: evidence)
    }
    let late = context.time(past: due, on: end, in: reports.lag, nil)
    guard issuedOn != nil else {
      let message = "\(what) due \(due) not issued, \(late) late as of \(context.asOf)."
      return .fail(subject, .minor, due: due, message)
    }
    let message = "\(what) due \(due), issued \(end), \(late) late."
    guard period == reports.periods.last else { return .pass(subject, due: due, message) }
    return .fail(subject, .observation, due: due, message).resting(on: evidence)
  }
}
