import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM04Tests {
  /// A customer since 2024-01-01 whose services were reviewed on 2025-03-10.
  private func file(on day: String, topic: [String: String]? = nil) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    try CustomerSamples.addReview("service", on: "2025-03-10", to: &file.records)
    if let topic {
      let facts = ["review": "1", "kind": "businessChange"].merging(topic) { $1 }
      file.records.add(try Topic.sample("T-1", facts))
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String = "2025-04-01") throws -> Judgement {
    try CustomerSamples.judge(.businessChanges, file, on: day)
  }

  @Test func `a review that asked about changes passes`() throws {
    let judgement = try judge(try file(on: "2025-04-01", topic: ["outcome": "No changes."]))
    #expect(judgement.result == .pass)
    #expect(
      judgement.evidence
        == [Judgement.Evidence("review", "R-1"), Judgement.Evidence("topic", "T-1")]
    )
  }

  @Test func `a review that did not ask is an observation`() throws {
    let judgement = try judge(try file(on: "2025-04-01"))
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .observation)
    #expect(
      judgement.message
        == "Review R-1 of 2025-03-10 with P-1 (Acme) does not show that business changes were discussed."
    )
  }

  @Test func `an item without an answer, or of another kind, does not count`() throws {
    #expect(try judge(try file(on: "2025-04-01", topic: [:])).result == .fail)
    let other = ["kind": "price", "outcome": "Stays."]
    #expect(try judge(try file(on: "2025-04-01", topic: other)).result == .fail)
  }

  @Test func `only the last review counts`() throws {
    var file = try file(on: "2026-04-01", topic: ["outcome": "A new site."])
    try CustomerSamples.addReview("service", on: "2026-03-10", id: 2, to: &file.records)
    let judgement = try judge(file, on: "2026-04-01")
    #expect(judgement.evidence == [Judgement.Evidence("review", "R-2")])
    #expect(judgement.result == .fail)
  }

  @Test func `before the first review is due nothing is asked, the day after it is`() throws {
    let file = try CustomerSamples.file(on: "2025-01-01")
    let before = try judge(file, on: "2025-01-01")
    #expect(before.result == .notApplicable)
    #expect(before.message == "The first service review with P-1 (Acme) is due 2025-01-01.")
    let after = try judge(file, on: "2025-01-02")
    #expect(after.result == .insufficientData)
    #expect(after.grade == .observation)
    #expect(
      after.message
        == "No service review with P-1 (Acme) counts as held, so nothing shows how its business changes."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .businessChanges, until: "2025-04-30") { day in
      try file(on: day)
    }
  }
}
