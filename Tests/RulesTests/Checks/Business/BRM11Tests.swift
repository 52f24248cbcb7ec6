import Model
import Testing

@testable import Rules

@Suite struct BRM11Tests {
  private func judge(_ more: [String: String], on day: String) throws -> Judgement {
    try ComplaintSamples.judge(
      .complaintRecords,
      try ComplaintSamples.file(on: day, [], more),
      on: day
    )
  }

  @Test func `a complaint recorded in full passes`() throws {
    let judgement = try judge([:], on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Complaint K-1 of P-1 (Acme) is recorded in full.")
    #expect(judgement.evidence == [Judgement.Evidence("complaint", "K-1")])
  }

  @Test func `what is due on the day is not late, the day after it is`() throws {
    let due = try judge(["service": ""], on: "2026-03-04")
    #expect(due.result == .dueSoon)
    #expect(due.message == "Complaint K-1 of P-1 (Acme): service missing, due 2026-03-04.")
    let late = try judge(["service": ""], on: "2026-03-05")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "K-1")
    #expect(
      late.message
        == "Complaint K-1 of P-1 (Acme): service missing, due 2026-03-04, 1 business day late as of 2026-03-05."
    )
  }

  @Test func `each mandatory field is looked at, and blanks are nothing`() throws {
    let late = try judge(
      ["service": "", "complainant": " ", "channel": "", "description": ""],
      on: "2026-03-06"
    )
    #expect(
      late.message
        == "Complaint K-1 of P-1 (Acme): complainant, channel, service, description missing, due 2026-03-04, 2 business days late as of 2026-03-06."
    )
  }

  @Test func `a complaint of no customer is judged with the organisation`() throws {
    let context = try RuleSamples.context(on: "2026-03-05") {
      $0.organization.name = "We"
      $0.organization.records = (try? ComplaintSamples.shelf([], ["party": ""])) ?? RecordShelf()
    }
    let judgement = try #require(Rule.complaintRecords.judge(context).first)
    #expect(judgement.subject.kind == .organization)
    #expect(
      judgement.message
        == "Complaint K-1: customer missing, due 2026-03-04, 1 business day late as of 2026-03-05."
    )
  }

  @Test func `a complaint about an agreement is judged with that agreement`() throws {
    var file = try CustomerSamples.file(on: "2026-03-05")
    file.agreements[0].records = try ComplaintSamples.shelf([], ["agreement": "1"])
    let judgement = try ComplaintSamples.judge(.complaintRecords, file, on: "2026-03-05")
    #expect(judgement.subject.reference == "S-1")
    #expect(judgement.result == .pass)
  }

  @Test func `without a calendar a complaint with gaps cannot be judged`() throws {
    let file = try ComplaintSamples.file(on: "2026-03-05", [], ["service": ""])
    let judgement = try ComplaintSamples.judge(.complaintRecords, file, on: "2026-03-05") {
      $0.organization.calendar = nil
    }
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Complaint K-1 of P-1 (Acme) cannot be judged. The calendar of its clocks is not known."
    )
    let other = try judge(["service": "", "calendar": "XYZ"], on: "2026-03-05")
    #expect(other.result == .insufficientData)
    #expect(
      other.message
        == "Complaint K-1 of P-1 (Acme) cannot be judged. The calendar XYZ is not known."
    )
  }

  @Test func `a complaint that is not formal, is none, or is still to come is not judged`() throws {
    let day = "2026-03-10"
    let context = try RuleSamples.context(on: day)
    let files = [
      try ComplaintSamples.file(on: day, [], ["isFormal": "no"]),
      try ComplaintSamples.file(on: day, [("notAComplaint", "2026-03-02T10:00:00Z")]),
      try ComplaintSamples.file(on: day, [], ["receivedAt": "2026-03-11T09:00:00Z"]),
    ]
    for file in files { #expect(Rule.complaintRecords.judge(file, context).isEmpty) }
    let unknown = try judge(["isFormal": ""], on: day)
    #expect(unknown.result == .pass)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .complaintRecords, until: "2026-03-31") { day in
      try ComplaintSamples.file(on: day, [], ["service": ""])
    }
  }
}
