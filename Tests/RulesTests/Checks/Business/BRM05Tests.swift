import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM05Tests {
  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.serviceReviews, file, on: day)
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    let due = try judge(try CustomerSamples.file(on: "2025-01-01"), on: "2025-01-01")
    #expect(due.result == .dueSoon)
    #expect(due.grade == .observation)
    let late = try judge(try CustomerSamples.file(on: "2025-01-02"), on: "2025-01-02")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Service review with P-1 (Acme): never held, due 2025-01-01, 1 day overdue as of 2025-01-02."
    )
  }

  @Test func `a review that was held moves the due day`() throws {
    var file = try CustomerSamples.file(on: "2026-02-01")
    try CustomerSamples.addReview("service", on: "2025-03-10", to: &file.records)
    let judgement = try judge(file, on: "2026-02-01")
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-03-10")
    #expect(judgement.evidence == [Judgement.Evidence("review", "R-1")])
  }

  @Test func `a review without somebody of theirs does not count`() throws {
    var file = try CustomerSamples.file(on: "2026-02-01")
    try CustomerSamples.addReview("service", on: "2025-03-10", to: &file.records)
    file.records[Attendance.self].removeAll { $0.side == .theirs }
    #expect(try judge(file, on: "2026-02-01").result == .fail)
  }

  @Test func `a review counts from the day on which its minutes were issued`() throws {
    var file = try CustomerSamples.file(on: "2025-03-20")
    let minutes = ["minutesIssuedOn": "2025-03-20"]
    try CustomerSamples.addReview("service", on: "2025-03-10", to: &file.records, minutes)
    #expect(try judge(file, on: "2025-03-19").result == .fail)
    #expect(try judge(file, on: "2025-03-20").result == .pass)
  }

  @Test func `a review about an SLA that has run out still counts`() throws {
    var file = try CustomerSamples.file(on: "2025-12-01", slaFrom: "2025-07-01")
    var old = try RuleSamples.agreement(
      .sla,
      "S-0",
      id: 2,
      startsOn: "2024-07-01",
      endsOn: "2025-06-30",
      on: "2025-12-01"
    )
    try CustomerSamples.addReview("service", on: "2025-06-10", to: &old.records)
    file.agreements.append(old)
    #expect(try judge(file, on: "2025-12-01").due?.description == "2026-06-10")
  }

  @Test func `an SLA that follows another one without a break does not start anew`() throws {
    var file = try CustomerSamples.file(on: "2025-08-01", slaFrom: "2025-07-01")
    let ends = ["2025-06-30": "2025-07-01", "2025-06-29": "2026-07-01"]
    for (last, due) in ends {
      file.agreements.append(
        try RuleSamples.agreement(
          .sla,
          "S-0",
          id: 2,
          startsOn: "2024-07-01",
          endsOn: last,
          on: "2025-08-01"
        )
      )
      #expect(try judge(file, on: "2025-08-01").due?.description == due)
      file.agreements.removeLast()
    }
  }

  @Test func `a planned interval outranks the default`() throws {
    var file = try CustomerSamples.file(on: "2024-07-02")
    file.records.add(
      try Plan.sample(
        "PL-1",
        [
          "kind": "serviceReview", "party": "7", "interval": "6m", "approvedBy": "Ada",
          "approvedOn": "2024-01-01",
        ]
      )
    )
    #expect(
      try judge(file, on: "2024-07-02").message
        == "Service review with P-1 (Acme): never held, due 2024-07-01, 1 day overdue as of 2024-07-02."
    )
  }

  @Test func `an SLA without a start cannot be judged`() throws {
    let file = try CustomerSamples.file(on: "2025-06-01", slaFrom: nil)
    let judgement = try judge(file, on: "2025-06-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Service review with P-1 (Acme): there is no SLA with a start, so nothing is due."
    )
  }

  @Test func `more than ninety days overdue is major, with the reason`() throws {
    let context = try RuleSamples.context(on: "2025-04-02")
    let file = try CustomerSamples.file(on: "2025-04-02")
    let finding = try #require(Rule.serviceReviews.run(file, context).findings.first)
    #expect(finding.judgement.grade == .major)
    #expect(finding.judgement.upgrade == "Raised to major: overdue for more than 90 days.")
    #expect(finding.key == "BRM-05/party/P-1/2025-01-01")
    let before = try RuleSamples.context(on: "2025-04-01")
    let minor = try #require(Rule.serviceReviews.run(file, before).findings.first)
    #expect(minor.judgement.grade == .minor)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .serviceReviews, until: "2025-01-31") { day in
      try CustomerSamples.file(on: day)
    }
  }
}
