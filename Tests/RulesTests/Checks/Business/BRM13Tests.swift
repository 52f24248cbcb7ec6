import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM13Tests {
  /// The organisation with a specification from a day on, and issues: first day of the period and
  /// day of issue.
  private func organization(
    from first: String? = "2026-01-01",
    window: String = "quarter",
    issues: [(String, String)] = []
  ) throws -> OrganizationFile {
    var organization = OrganizationFile()
    organization.calendar = RuleSamples.calendar
    if let first {
      organization.records.add(
        try ReportSpecification.sample(
          "Q-1",
          ["kind": "complaints", "title": "Complaints", "window": window, "startsOn": first]
        )
      )
    }
    for (index, issue) in issues.enumerated() {
      let facts = [
        "reportSpecification": "1", "periodStart": issue.0, "issuedOn": issue.1,
      ]
      organization.records.add(
        try ReportIssue.sample("I-\(index + 1)", id: Int64(index + 1), facts)
      )
    }
    return organization
  }

  private func judge(
    _ organization: OrganizationFile,
    on day: String,
    since: String? = nil
  ) throws -> [Judgement] {
    var context = try RuleSamples.context(on: day)
    context.organization = organization
    context.policySince = since.flatMap { CivilDay($0) }
    return Rule.complaintReports.judge(context)
  }

  @Test func `a report due on the day is not late, the day after it is`() throws {
    let due = try judge(try organization(), on: "2026-04-16")
    #expect(due.map(\.result) == [.dueSoon])
    let late = try #require(try judge(try organization(), on: "2026-04-17").first)
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "2026-01-01")
    #expect(
      late.message
        == "Complaint report for 2026-01-01 to 2026-03-31 due 2026-04-16 not issued, 1 business day late as of 2026-04-17."
    )
  }

  @Test func `a report that went out passes, with the issue as evidence`() throws {
    let file = try organization(issues: [("2026-01-01", "2026-04-16")])
    let judgement = try #require(try judge(file, on: "2026-05-01").first)
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Complaint report for 2026-01-01 to 2026-03-31 due 2026-04-16, issued 2026-04-16."
    )
    #expect(judgement.evidence == [Judgement.Evidence("reportIssue", "I-1")])
  }

  @Test func `every period since the first one is judged`() throws {
    let file = try organization(
      from: "2025-07-01",
      issues: [("2025-07-01", "2025-10-01"), ("2026-01-01", "2026-04-01")]
    )
    let judgements = try judge(file, on: "2026-05-01")
    #expect(judgements.map(\.result) == [.pass, .fail, .pass])
    #expect(judgements.map(\.part) == ["2025-07-01", "2025-10-01", "2026-01-01"])
  }

  @Test func `reports about each month of a quarter count together`() throws {
    let months = [("2026-01-01", "2026-02-02"), ("2026-02-01", "2026-03-02")]
    let two = try organization(window: "month", issues: months)
    #expect(try judge(two, on: "2026-05-01").map(\.result) == [.fail])
    let three = try organization(window: "month", issues: months + [("2026-03-01", "2026-04-02")])
    #expect(try judge(three, on: "2026-05-01").map(\.result) == [.pass])
  }

  @Test func `a report that covers a month in part does not count for it`() throws {
    let half = ["2026-01-15", "2026-02-15", "2026-03-15", "2025-12-15"]
    let file = try organization(window: "month", issues: half.map { ($0, "2026-04-20") })
    #expect(try judge(file, on: "2026-05-01").map(\.result) == [.fail])
  }

  @Test func `a report that came late is an observation until the next period is over`() throws {
    let issues = [("2026-01-01", "2026-04-20"), ("2026-04-01", "2026-07-01")]
    let file = try organization(issues: issues)
    let judgement = try #require(try judge(file, on: "2026-06-30").first)
    #expect(judgement.grade == .observation)
    #expect(
      judgement.message
        == "Complaint report for 2026-01-01 to 2026-03-31 due 2026-04-16, issued 2026-04-20, 2 business days late."
    )
    #expect(try judge(file, on: "2026-07-01").map(\.result) == [.pass, .pass])
  }

  @Test func `without a specification periods count from the first policy on`() throws {
    let none = try organization(from: nil)
    let since = try judge(none, on: "2026-05-01", since: "2025-10-01")
    #expect(since.map(\.part) == ["2025-10-01", "2026-01-01"])
    #expect(since.map(\.result) == [.fail, .fail])
    #expect(try judge(none, on: "2026-05-01").map(\.part) == ["2026-01-01"])
    let later = try #require(try judge(none, on: "2026-05-01", since: "2026-01-02").first)
    #expect(later.result == .notApplicable)
    #expect(later.message == "No period of complaint reports is over as of 2026-05-01.")
  }

  @Test func `a report of another sort, or one still to be issued, does not count`() throws {
    var other = try organization(issues: [("2026-01-01", "2026-04-10")])
    other.records[ReportSpecification.self][0].kind = .service
    #expect(try judge(other, on: "2026-05-01").map(\.result) == [.fail])
    let later = try organization(issues: [("2026-01-01", "2026-05-02")])
    #expect(try judge(later, on: "2026-05-01").map(\.result) == [.fail])
  }

  @Test func `without a calendar there is no due day`() throws {
    var file = try organization()
    file.calendar = nil
    let judgement = try #require(try judge(file, on: "2026-05-01").first)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Complaint report for 2026-01-01 to 2026-03-31: no calendar says which days after 2026-03-31 are business days, so it has no due day."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(
      of: .complaintReports,
      "organization",
      "",
      until: "2026-05-31"
    ) {
      $0.organization.records = try organization().records
    } file: { _ in
      nil
    }
  }
}
