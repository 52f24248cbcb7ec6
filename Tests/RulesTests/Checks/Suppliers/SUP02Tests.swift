import Model
import Testing

@testable import Rules

@Suite struct SUP02Tests {
  private func file(_ first: String? = nil, _ last: String? = nil) throws -> RelationshipFile {
    var file = try SupplierSamples.file(on: "2026-03-31")
    if let first {
      file.assignments = [
        AssignmentFacts(
          role: "contractManager",
          person: 5,
          validFrom: try RuleSamples.day(first),
          validThrough: try last.map { try RuleSamples.day($0) }
        )
      ]
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.contractManagers.only(file, try RuleSamples.context(on: day))
  }

  @Test func `a contract manager is enough, also one of a single contract`() throws {
    let judgement = try judge(try file("2026-01-01"), on: "2026-03-31")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "P-1 (Acme) has a contract manager.")
    var other = try file("2026-01-01")
    other.assignments[0].agreement = 1
    #expect(try judge(other, on: "2026-03-31").result == .pass)
  }

  @Test func `the last day of an assignment counts, the day after it is vacant`() throws {
    let file = try file("2025-01-01", "2026-03-01")
    #expect(try judge(file, on: "2026-03-01").result == .pass)
    let vacant = try judge(file, on: "2026-03-02")
    #expect(vacant.result == .fail)
    #expect(vacant.grade == .minor)
    #expect(
      vacant.message == "P-1 (Acme) has had no contract manager since 2026-03-02 (0 days)."
    )
  }

  @Test func `thirty days without anybody are minor, one more is major`() throws {
    let file = try file("2025-01-01", "2026-03-01")
    #expect(try judge(file, on: "2026-04-01").grade == .minor)
    let major = try judge(file, on: "2026-04-02")
    #expect(major.grade == .major)
    #expect(
      major.message == "P-1 (Acme) has had no contract manager since 2026-03-02 (31 days)."
    )
  }

  @Test func `without any assignment the first contract counts`() throws {
    let judgement = try judge(try file(), on: "2024-01-31")
    #expect(judgement.due?.description == "2024-01-01")
    #expect(judgement.grade == .minor)
  }

  @Test func `an assignment that begins later and one of another role do not count`() throws {
    #expect(try judge(try file("2026-04-01"), on: "2026-03-31").result == .fail)
    var other = try file("2026-01-01")
    other.assignments[0].role = "serviceManager"
    #expect(try judge(other, on: "2026-03-31").result == .fail)
  }

  @Test func `without any day it cannot be said since when`() throws {
    let file = RelationshipFile(party: RuleSamples.party())
    let judgement = try judge(file, on: "2026-03-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message == "P-1 (Acme) has no contract manager, and nothing says since when."
    )
  }

  @Test func `a customer is not judged`() throws {
    let file = RelationshipFile(party: RuleSamples.party("customer"))
    let context = try RuleSamples.context(on: "2026-03-31")
    #expect(Rule.contractManagers.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.contractManagers.expectWaivable(try file(), context, "party", "P-1")
  }
}
