import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM10Tests {
  private let rule = Rule.serviceReports

  private func file(
    on day: String,
    issued: [String] = [],
    _ facts: [String: String] = [:],
    ofParty: Bool = false
  ) throws -> RelationshipFile {
    var shelf = RecordShelf()
    let base = [
      "kind": "service", "title": "Monthly report", "window": "month", "startsOn": "2025-01-01",
    ]
    shelf.add(try ReportSpecification.sample("RS-1", id: 6, base.merging(facts) { $1 }))
    for (index, first) in issued.enumerated() {
      shelf.add(
        try ReportIssue.sample(
          "RI-\(index)",
          ["reportSpecification": "6", "periodStart": first, "issuedOn": "2025-03-10"]
        )
      )
    }
    var file = try ServiceLevelSamples.file(on: day)
    if ofParty { file.records = shelf } else { file.agreements[0].records = shelf }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `a report is due ten business days after its period unless it says otherwise`() throws
  {
    let due = try judge(file(on: "2025-02-14"), on: "2025-02-14")
    #expect(due.result == .dueSoon)
    let late = try judge(file(on: "2025-02-15"), on: "2025-02-15")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "RS-1")
    #expect(
      late.message
        == "Report RS-1 (Monthly report) for Acme: no issue for 2025-01, due 2025-02-14, 1 day overdue as of 2025-02-15."
    )
    let early = try judge(file(on: "2025-02-06", ["dueOffset": "5d"]), on: "2025-02-06")
    #expect(early.result == .fail)
    #expect(early.due?.description == "2025-02-05")
  }

  @Test func `an issue counts for its period from the day it went out`() throws {
    let months = ["2025-01-01", "2025-02-01"]
    let file = try file(on: "2025-03-10", issued: months)
    #expect(try judge(file, on: "2025-03-10").result == .pass)
    #expect(try judge(file, on: "2025-03-09").result == .fail)
  }

  @Test func `a report for a party is judged too, one on complaints is not`() throws {
    let own = try file(on: "2025-02-15", ofParty: true)
    let judgement = try judge(own, on: "2025-02-15")
    #expect(judgement.subject.kind == .party)
    #expect(judgement.result == .fail)
    let other = try judge(file(on: "2025-02-15", ["kind": "complaints"]), on: "2025-02-15")
    #expect(other.result == .notApplicable)
    #expect(other.message == "SLA A-1 with Acme: no report is agreed.")
  }

  @Test func `reports that are stated and not recorded cannot be judged`() throws {
    let file = try ServiceLevelSamples.file(on: "2025-02-15") { agreement in
      agreement.contentItems = [AgreementFile.ContentItem(key: "reporting", state: "present")]
    }
    let judgement = try judge(file, on: "2025-02-15")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message == "SLA A-1 with Acme: it states reports, and none of them is recorded."
    )
  }

  @Test func `without a calendar the due day is not known`() throws {
    var file = try file(on: "2025-02-15")
    file.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2025-02-15") { $0.organization.calendar = nil }
    let judgement = try rule.only(file, context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Report RS-1 (Monthly report) for Acme: no calendar says by when the issue for 2025-01 is due."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try file(on: "2025-02-15")
    try rule.expectWaivers("agreement", "A-1", file, RuleSamples.context(on: "2025-02-15"))
  }
}
