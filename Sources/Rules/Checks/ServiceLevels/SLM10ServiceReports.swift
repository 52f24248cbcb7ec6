import Model
import Policies

extension Rule {
  /// SLM-10: agreed reports are issued in time.
  ///
  /// Reports on complaints have a rule of their own.
  static let serviceReports = Rule(
    id: "SLM-10",
    title: "Agreed service reports are issued in time",
    clauses: [.of2005: "6.2", .of2011: "6.2", .of2018: "9.4"],
    predicate: "A report agreed with a party was not issued for a finished period by its due day.",
    remediation: "Issue the report, and remove what kept it.",
    guidance: """
      Write down which reports you owe to whom, for which periods and by when, and keep what went \
      out. Good evidence is the issue of each period with its day, its recipients, and the report \
      among the originals.
      """,
    thresholds: ["report.lag", "measurement.lookBackPeriods", "dueSoon.lead", "upgrade.overdue"],
    records: ["reportSpecification", "reportIssue"],
    evaluation: .relationship { file, context in
      let agreed = file.agreements.filter(\.isActive).flatMap { agreement in
        judge(.agreement(agreement), agreement.records, agreement.calendar, file, context)
          + unrecorded(agreement, file)
      }
      return judge(.party(file.party), file.records, nil, file, context) + agreed
    }
  )

  private static func judge(
    _ subject: Judgement.Subject,
    _ records: RecordShelf,
    _ calendar: BusinessCalendar?,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [Judgement] {
    records[ReportSpecification.self].filter { $0.kind != .complaints }.map { report in
      let series = PeriodSeries(
        months: report.window.months,
        from: report.startsOn,
        anchor: report.startsOn
      )
      let issues = records[ReportIssue.self].filter {
        $0.reportSpecification == report.id && $0.issuedOn <= context.asOf
      }
      let coverage = PeriodCoverage(
        series,
        recorded: Set(issues.map(\.periodStart)),
        lag: report.dueOffset ?? context.policy.measurements.reportLag,
        calendar,
        context
      )
      let what = "Report \(report.reference) (\(report.title)) for \(file.party.name)"
      return coverage.judge(subject, what, "issue").about(report.reference)
        .resting(
          on: issues.max { $0.issuedOn < $1.issuedOn }.map { [Judgement.Evidence($0)] } ?? []
        )
    }
  }

  /// An SLA that states reports of which none is recorded, or states none.
  private static func unrecorded(
    _ agreement: AgreementFile,
    _ file: RelationshipFile
  ) -> [Judgement] {
    let reports =
      agreement.records[ReportSpecification.self] + file.records[ReportSpecification.self]
    guard agreement.kind == .sla, !reports.contains(where: { $0.kind != .complaints }) else {
      return []
    }
    let subject = Judgement.Subject.agreement(agreement)
    let what = agreement.label(with: file.party)
    guard agreement.states("reporting") else {
      return [.notApplicable(subject, "\(what): no report is agreed.")]
    }
    return [
      .insufficientData(subject, "\(what): it states reports, and none of them is recorded.")
    ]
  }
}
