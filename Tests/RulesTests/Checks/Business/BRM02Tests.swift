import Model
import Policies
import Testing

@testable import Rules

@Suite struct BRM02Tests {
  private func assignment(from first: String, through last: String? = nil) throws
    -> AssignmentFacts
  {
    AssignmentFacts(
      role: "relationshipManager",
      person: 1,
      validFrom: try RuleSamples.day(first),
      validThrough: try last.map { try RuleSamples.day($0) }
    )
  }

  /// A customer whose relationship manager left on 2026-01-31.
  private func vacant(on day: String) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    file.assignments = [try assignment(from: "2024-01-01", through: "2026-01-31")]
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.relationshipManagers, file, on: day)
  }

  @Test func `a customer with a relationship manager passes through the last day`() throws {
    let judgement = try judge(try vacant(on: "2026-01-31"), on: "2026-01-31")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "P-1 (Acme) has a relationship manager.")
  }

  @Test func `thirty days without one are minor, thirty-one are major`() throws {
    let minor = try judge(try vacant(on: "2026-03-03"), on: "2026-03-03")
    #expect(minor.grade == .minor)
    #expect(
      minor.message
        == "P-1 (Acme) has had no relationship manager since 2026-02-01 (30 days)."
    )
    let major = try judge(try vacant(on: "2026-03-04"), on: "2026-03-04")
    #expect(major.grade == .major)
    #expect(major.due?.description == "2026-02-01")
  }

  @Test func `a contract manager is no relationship manager`() throws {
    var file = try vacant(on: "2026-02-10")
    file.assignments[0].role = "contractManager"
    file.assignments[0].validThrough = nil
    let judgement = try judge(file, on: "2026-02-10")
    #expect(
      judgement.message
        == "P-1 (Acme) has had no relationship manager since 2024-01-01 (771 days)."
    )
  }

  @Test func `one person can answer for all customers, but not in 2011`() throws {
    let file = try CustomerSamples.file(on: "2026-02-10")
    let manager = try assignment(from: "2024-01-01")
    for (edition, result) in [
      (Edition.of2005, RuleResult.pass), (.of2011, .fail), (.of2018, .pass),
    ] {
      let judgement = try CustomerSamples.judge(
        .relationshipManagers,
        file,
        on: "2026-02-10",
        edition: edition
      ) { $0.organization.assignments = [manager] }
      #expect(judgement.result == result)
    }
  }

  @Test func `since when nobody answers must be known`() throws {
    var file = try CustomerSamples.file(on: "2026-02-10")
    file.agreements = []
    let judgement = try judge(file, on: "2026-02-10")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "P-1 (Acme) has no relationship manager, and nothing says since when."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .relationshipManagers, until: "2026-02-28") { day in
      try vacant(on: day)
    }
  }
}
