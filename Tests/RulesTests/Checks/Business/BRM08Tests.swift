import Model
import Policies
import TestSupport
import Testing

@testable import Rules

/// The versions of an agreement; the decisions are in `BRM08DecisionTests`.
@Suite struct BRM08Tests {
  /// A customer whose SLA has a second version from Monday 2026-03-02 on.
  private func file(
    on day: String,
    effectiveFrom: String? = "2026-03-02",
    change: [String: String]? = nil
  ) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    file.agreements[0].versions = [
      AgreementFile.Version(number: 1, effectiveFrom: try RuleSamples.day("2024-01-01")),
      AgreementFile.Version(
        number: 2,
        effectiveFrom: try effectiveFrom.map { try RuleSamples.day($0) }
      ),
    ]
    if let change {
      let facts = ["title": "More hours", "agreement": "1"].merging(change) { $1 }
      file.agreements[0].records.add(try ChangeRequest.sample("CH-1", facts))
    }
    return file
  }

  private func context(on day: String, policySince: String) throws -> RuleContext {
    try RuleSamples.context(on: day) { $0.policySince = CivilDay(policySince) }
  }

  private func judge(
    _ file: RelationshipFile,
    on day: String,
    policySince: String? = "2026-01-01"
  ) throws -> Judgement {
    let since = try policySince.map { try RuleSamples.day($0) }
    return try CustomerSamples.judge(.customerChanges, file, on: day) { $0.policySince = since }
  }

  @Test func `a version that was approved by the day it took effect passes`() throws {
    let change = ["version": "2", "approvedOn": "2026-03-02"]
    let judgement = try judge(try file(on: "2026-04-01", change: change), on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(judgement.part == "version 2")
    #expect(judgement.subject.reference == "S-1")
    #expect(judgement.evidence == [Judgement.Evidence("change", "CH-1")])
    #expect(
      judgement.message
        == "Version 2 of S-1 with Acme takes effect 2026-03-02 by change CH-1, approved 2026-03-02."
    )
  }

  @Test func `a change without a number is found by the day`() throws {
    let change = ["effectiveFrom": "2026-03-02", "approvedOn": "2026-02-20"]
    let judgement = try judge(try file(on: "2026-04-01", change: change), on: "2026-04-01")
    #expect(judgement.result == .pass)
    let other = ["effectiveFrom": "2026-03-03", "approvedOn": "2026-02-20"]
    let missing = try judge(try file(on: "2026-04-01", change: other), on: "2026-04-01")
    #expect(missing.result == .fail)
  }

  @Test func `until the day it takes effect a version can be approved, the day after it lapsed`()
    throws
  {
    let before = try judge(try file(on: "2026-03-02"), on: "2026-03-02")
    #expect(before.result == .dueSoon)
    #expect(
      before.message
        == "Version 2 of S-1 with Acme takes effect 2026-03-02, not approved as of 2026-03-02."
    )
    let after = try judge(try file(on: "2026-03-03"), on: "2026-03-03")
    #expect(after.result == .fail)
    #expect(after.grade == .major)
    #expect(
      after.message
        == "Version 2 of S-1 with Acme took effect 2026-03-02 without approved change as of 2026-03-03."
    )
  }

  @Test func `a version far ahead may wait for its approval`() throws {
    #expect(try judge(try file(on: "2026-01-30"), on: "2026-01-30").result == .pass)
    #expect(try judge(try file(on: "2026-01-31"), on: "2026-01-31").result == .dueSoon)
  }

  @Test func `an approval after the day is minor, and does not grow graver`() throws {
    let change = ["version": "2", "approvedOn": "2026-03-05"]
    let file = try file(on: "2027-03-04", change: change)
    let context = try context(on: "2027-03-04", policySince: "2026-01-01")
    let finding = try #require(Rule.customerChanges.run(file, context).findings.first)
    #expect(finding.judgement.grade == .minor)
    #expect(
      finding.judgement.message
        == "Version 2 of S-1 with Acme took effect 2026-03-02; change CH-1 was approved 2026-03-05, 3 days late."
    )
  }

  @Test func `an approval that is still to come does not count`() throws {
    let change = ["version": "2", "approvedOn": "2026-03-05"]
    let file = try file(on: "2026-03-04", change: change)
    #expect(try judge(file, on: "2026-03-04").grade == .major)
  }

  @Test func `versions from before the first policy are not judged`() throws {
    let file = try file(on: "2026-04-01")
    #expect(try judge(file, on: "2026-04-01", policySince: "2026-03-02").result == .fail)
    let context = try context(on: "2026-04-01", policySince: "2026-03-03")
    #expect(Rule.customerChanges.judge(file, context).isEmpty)
  }

  @Test func `without a first policy a lapse cannot be judged`() throws {
    let judgement = try judge(try file(on: "2026-04-01"), on: "2026-04-01", policySince: nil)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Version 2 of S-1 with Acme took effect 2026-03-02 without approved change as of 2026-04-01; nothing says since when a policy asks for one in time."
    )
  }

  @Test func `a version without a day cannot be judged`() throws {
    let file = try file(on: "2026-04-01", effectiveFrom: nil, change: ["version": "2"])
    let judgement = try judge(file, on: "2026-04-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Version 2 of S-1 with Acme: nothing says from when it takes effect."
    )
  }

  @Test func `an SLA that has run out, and a supplier's contract, are not judged`() throws {
    let context = try context(on: "2026-04-01", policySince: "2026-01-01")
    var file = try file(on: "2026-04-01")
    file.party.roles = [PartyFacts.Role("customer")]
    let versions = file.agreements[0].versions
    file.agreements = [
      try RuleSamples.agreement(.sla, "S-0", endsOn: "2026-03-31", on: "2026-04-01"),
      try RuleSamples.agreement(.contract, "C-1", id: 2, on: "2026-04-01"),
    ]
    for index in file.agreements.indices { file.agreements[index].versions = versions }
    #expect(Rule.customerChanges.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let since = try RuleSamples.day("2026-01-01")
    try CustomerSamples.expectWaiver(
      of: .customerChanges,
      "agreement",
      "S-1",
      until: "2026-04-30",
      { $0.policySince = since },
      file: { day in try file(on: day) }
    )
  }
}
