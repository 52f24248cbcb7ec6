import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM06Tests {
  private func judge(
    _ file: RelationshipFile,
    on day: String,
    edition: Edition = .of2005
  ) throws -> Judgement {
    try CustomerSamples.judge(.interimMeetings, file, on: day, edition: edition)
  }

  private func strategic(on day: String) throws -> RelationshipFile {
    try CustomerSamples.file(on: day, slaFrom: "2025-01-31", tier: "strategic")
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    #expect(try judge(try strategic(on: "2025-04-30"), on: "2025-04-30").result == .dueSoon)
    let late = try judge(try strategic(on: "2025-05-01"), on: "2025-05-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Interim meeting with P-1 (Acme): never held, due 2025-04-30, 1 day overdue as of 2025-05-01."
    )
  }

  @Test func `an interim meeting moves the due day, a service review as well`() throws {
    for kind in ["interim", "service"] {
      var file = try strategic(on: "2025-06-01")
      try CustomerSamples.addReview(kind, on: "2025-04-15", to: &file.records)
      let judgement = try judge(file, on: "2025-06-01")
      #expect(judgement.result == .pass)
      #expect(judgement.due?.description == "2025-07-15")
    }
  }

  @Test func `an interval that was agreed holds for any customer`() throws {
    var file = try CustomerSamples.file(on: "2025-03-02", slaFrom: "2025-01-01")
    file.records.add(
      try Plan.sample(
        "PL-1",
        [
          "kind": "interimReview", "party": "7", "interval": "2m", "approvedBy": "Ada",
          "approvedOn": "2025-01-01",
        ]
      )
    )
    #expect(try judge(file, on: "2025-03-01").result == .dueSoon)
    #expect(try judge(file, on: "2025-03-02").result == .fail)
  }

  @Test func `without an agreed interval a customer that is not strategic has none`() throws {
    let file = try CustomerSamples.file(on: "2026-05-01", tier: "tactical")
    let judgement = try judge(file, on: "2026-05-01")
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "No interval of interim meetings is agreed with P-1 (Acme).")
  }

  @Test func `other editions do not ask for it`() throws {
    let file = try strategic(on: "2026-05-01")
    for edition in [Edition.of2011, .of2018] {
      let judgement = try judge(file, on: "2026-05-01", edition: edition)
      #expect(judgement.result == .notApplicable)
      #expect(judgement.message == "Only the edition of 2005 asks for interim meetings.")
    }
  }

  @Test func `an SLA without a start cannot be judged`() throws {
    let file = try CustomerSamples.file(on: "2025-06-01", slaFrom: nil, tier: "strategic")
    let judgement = try judge(file, on: "2025-06-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Interim meeting with P-1 (Acme): there is no SLA with a start, so nothing is due."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(
      of: .interimMeetings,
      until: "2025-05-31",
      edition: .of2005
    ) { day in
      try strategic(on: day)
    }
  }
}
