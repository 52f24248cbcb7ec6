import Model
import Reporting
import Rules
import Storage

/// Every report that has rows, with all of them; changes are those of the audited period.
///
/// Changes are left out without a period, and where names are replaced: values that hold no more
/// may name people whom nothing else names.
enum ReportPart {
  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    for report in Report<Reader>.all {
      var filter = ReportFilter()
      if report.id == Report<Reader>.changes.id {
        guard let period = request.period, !request.usesPseudonyms,
          period.lowerBound <= request.reader.asOf.day
        else { continue }
        filter.from = period.lowerBound.adding(days: -1).number
      }
      let table = PackTable(
        name: "reports/" + report.id,
        title: report.title,
        noun: report.noun,
        columns: report.columns
      )
      try writer.write(table) { try report.rows(request.reader, filter, $0) }
    }
    let judged = JudgedReader(request.reader, request.context.policy, now: request.context.now)
    for report in Report<JudgedReader>.all {
      let table = PackTable(
        name: "reports/" + report.id,
        title: report.title,
        noun: report.noun,
        columns: report.columns
      )
      try writer.write(table) { try report.rows(judged, ReportFilter(), $0) }
    }
  }
}
