import Importing
import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct FrozenAssessmentTests {
  private func frozen(
    _ edition: Edition = .of2018,
    on day: String,
    _ status: String?,
    _ result: RuleResult
  ) throws -> FrozenAssessment {
    let clause = Clause(
      number: "8.3.4.1",
      title: "External suppliers",
      proof: .automatic,
      records: nil,
      rules: ["SUP-09"]
    )
    let list = ClauseList(edition: edition, clauses: [clause], problems: [])
    let facts = status.map {
      ["edition": edition.rawValue, "clause": "8.3.4.1", "status": $0, "owner": "Ada"]
    }
    let outcome = RuleOutcome(rule: .contractReviews, counts: [result: 1])
    let register = AssessmentRegister(
      list,
      items: try facts.map { [try AssessmentItem.sample("A-1", $0)] } ?? [],
      improvements: [],
      outcome: CheckOutcome(rules: [outcome], findings: []),
      try RuleSamples.context(on: day)
    )
    return FrozenAssessment(register, policy: "f00d")
  }

  @Test func `the text has sorted keys, and gives back the same`() throws {
    let frozen = try frozen(on: "2026-06-30", "fully", .fail)
    let text = try frozen.text()
    #expect(
      text == """
        {"asOf":"2026-06-30","edition":"2018","policy":"f00d","rows":[{"claimed":"fully",\
        "clause":"8.3.4.1","failing":["SUP-09"],"isApplicable":true,"owner":"Ada",\
        "problems":["assessment.proof"],"proven":"fail","title":"External suppliers"}]}

        """
    )
    let digest = FrozenAssessment.digest(text)
    #expect(digest.count == 64)
    #expect(FrozenAssessment.read(text, sha256: digest) == frozen)
  }

  @Test func `a text that was changed is not read`() throws {
    let text = try frozen(on: "2026-06-30", "fully", .fail).text()
    let digest = FrozenAssessment.digest(text)
    #expect(FrozenAssessment.read(text.replacing("fully", with: "partly"), sha256: digest) == nil)
    #expect(FrozenAssessment.read("{}", sha256: FrozenAssessment.digest("{}")) == nil)
  }

  @Test func `the digest is SHA-256`() {
    #expect(
      FrozenAssessment.digest("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test func `two years are compared by claim and by proof`() throws {
    let comparison = AssessmentComparison(
      try frozen(on: "2025-06-30", "partly", .pass),
      try frozen(on: "2026-06-30", "fully", .fail)
    )
    #expect(comparison.unchanged == 0)
    let change = try #require(comparison.changes.first)
    #expect(comparison.changes.count == 1)
    #expect(change.clause == "8.3.4.1")
    #expect(change.before?.claimed == "partly")
    #expect(change.after?.claimed == "fully")
    #expect(change.claimed == .better)
    #expect(change.proven == .worse)
  }

  @Test func `without a change there is none, whatever the day`() throws {
    let comparison = AssessmentComparison(
      try frozen(on: "2025-06-30", "fully", .pass),
      try frozen(on: "2026-06-30", "fully", .pass)
    )
    #expect(comparison.changes == [])
    #expect(comparison.unchanged == 1)
  }

  @Test func `a clause that is no longer there is a change without direction`() throws {
    var after = try frozen(on: "2026-06-30", "fully", .pass)
    after.rows = []
    let comparison = AssessmentComparison(try frozen(on: "2025-06-30", "fully", .pass), after)
    #expect(comparison.changes.map(\.claimed) == [.same])
    #expect(comparison.changes.first?.after == nil)
    #expect(comparison.unchanged == 0)
  }

  @Test func `snapshots of two editions are not compared`() throws {
    let before = try frozen(.of2011, on: "2025-06-30", nil, .pass)
    let after = try frozen(on: "2026-06-30", nil, .pass)
    #expect(
      AssessmentComparison.problem(before, after)?.line
        == "assessment.editions One snapshot is of the edition of 2011, the other of 2018. Compare two snapshots of one edition."
    )
    #expect(AssessmentComparison.problem(after, after) == nil)
  }
}
