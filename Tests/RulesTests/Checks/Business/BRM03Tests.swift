import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM03Tests {
  /// A customer with a plan that was approved on 2025-03-01.
  private func file(on day: String, _ more: [String: String] = [:]) throws -> RelationshipFile {
    let facts = [
      "party": "7", "channel": "Video", "audience": "Head of IT", "frequency": "Monthly",
      "owner": "Ada", "approvedOn": "2025-03-01",
    ]
    var file = try CustomerSamples.file(on: day)
    file.records.add(try CommunicationPlan.sample("M-1", facts.merging(more) { $1 }))
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.communicationPlans, file, on: day)
  }

  @Test func `a plan of last year is good through its anniversary`() throws {
    #expect(try judge(try file(on: "2026-01-29"), on: "2026-01-29").result == .pass)
    #expect(try judge(try file(on: "2026-03-01"), on: "2026-03-01").result == .dueSoon)
    let late = try judge(try file(on: "2026-03-02"), on: "2026-03-02")
    #expect(late.result == .fail)
    #expect(
      late.message
        == "Communication plan M-1 with P-1 (Acme): approved 2025-03-01, due 2026-03-01, 1 day overdue as of 2026-03-02."
    )
    #expect(late.evidence == [Judgement.Evidence("communicationPlan", "M-1")])
  }

  @Test func `a customer without a plan is found`() throws {
    let judgement = try judge(try CustomerSamples.file(on: "2026-02-01"), on: "2026-02-01")
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "No approved communication plan with P-1 (Acme) as of 2026-02-01."
    )
  }

  @Test func `a plan that is approved tomorrow does not count`() throws {
    let file = try file(on: "2025-02-28")
    #expect(try judge(file, on: "2025-02-28").result == .fail)
    #expect(try judge(file, on: "2025-03-01").result == .pass)
  }

  @Test func `of several plans the last one counts`() throws {
    var file = try file(on: "2026-03-02")
    file.records.add(
      try CommunicationPlan.sample(
        "M-2",
        id: 2,
        [
          "party": "7", "channel": "Mail", "audience": "All", "frequency": "Weekly",
          "owner": "Ada", "approvedOn": "2025-09-01",
        ]
      )
    )
    let judgement = try judge(file, on: "2026-03-02")
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-09-01")
  }

  @Test func `a plan that does not say how often proves nothing`() throws {
    var file = try file(on: "2026-01-01")
    file.records[CommunicationPlan.self][0].frequency = nil
    file.records[CommunicationPlan.self][0].owner = nil
    let judgement = try judge(file, on: "2026-01-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Communication plan M-1 with P-1 (Acme) does not say how often, who sees to it."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .communicationPlans, until: "2026-03-31") { day in
      try file(on: day)
    }
  }
}
