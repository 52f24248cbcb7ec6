import Reporting
import Rules
import Storage

/// Every report that has rows, with all of them.
enum ReportPart {
  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    for report in Report<Reader>.all {
      let table = PackTable(
        name: "reports/" + report.id,
        title: report.title,
        noun: report.noun,
        columns: report.columns
      )
      try writer.write(table) { try report.rows(request.reader, ReportFilter(), $0) }
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
