import Model
import Policies

/// The periods about which complaints are reported, and the reports that went out.
struct ComplaintReports {
  /// The periods that are over, in order: those since the reports were wanted, at most as many as
  /// are looked back on; only the last one if nothing says since when.
  let periods: [Term]
  /// How long after its period a report may be issued.
  let lag: Period
  private let reports: [(issue: ReportIssue, endsOn: CivilDay)]
  private let context: RuleContext

  /// Takes the reports about the complaints of all customers.
  init(_ organization: OrganizationFile, _ context: RuleContext) {
    let wanted = organization.records[ReportSpecification.self].filter { $0.kind == .complaints }
    let months = Dictionary(wanted.map { ($0.id, $0.window.months) }) { first, _ in first }
    reports = organization.records[ReportIssue.self].compactMap { issue in
      guard issue.issuedOn <= context.asOf, let months = months[issue.reportSpecification]
      else { return nil }
      return (issue, Term.end(startingOn: issue.periodStart, months: months))
    }
    self.context = context
    lag = wanted.lazy.compactMap(\.dueOffset).first ?? context.policy.complaints.reportLag
    periods = Self.periods(since: wanted.map(\.startsOn).min() ?? context.policySince, context)
  }

  private static func periods(since first: CivilDay?, _ context: RuleContext) -> [Term] {
    let months = context.policy.complaints.report.months
    let month = (context.asOf.month - 1) / months * months + 1
    guard let current = CivilDay(year: context.asOf.year, month: month, day: 1) else { return [] }
    let most = first == nil ? 1 : context.policy.measurements.lookBackPeriods
    return (1...max(1, most)).reversed().map { number in
      let start = current.addingMonths(-number * months)
      return Term(startsOn: start, endsOn: Term.end(startingOn: start, months: months))
    }.filter { period in first.map { $0 <= period.startsOn } ?? true }
  }

  /// The last day for the report about a period, or nil if no calendar knows it.
  func due(_ period: Term) -> CivilDay? { context.day(period.endsOn, plus: lag, nil) }

  /// For each month of the period the first report about it; none if a month has none.
  func issues(about period: Term) -> [ReportIssue] {
    var issues: [ReportIssue] = []
    var month = period.startsOn
    while month <= period.endsOn {
      let last = month.endOfMonth
      let about = reports.filter { $0.issue.periodStart <= month && last <= $0.endsOn }
      guard let first = about.map(\.issue).min(by: Self.cameFirst) else { return [] }
      if issues.last?.id != first.id { issues.append(first) }
      month = last.adding(days: 1)
    }
    return issues
  }

  private static func cameFirst(_ left: ReportIssue, _ right: ReportIssue) -> Bool {
    (left.issuedOn, left.reference) < (right.issuedOn, right.reference)
  }
}
