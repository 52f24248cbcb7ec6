import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM09Tests {
  private let agreed = ["agreedOn": "2026-03-02", "agreedBy": "Bea"]

  /// A customer with a definition of a complaint for each set of facts.
  private func file(on day: String, _ definitions: [String: String]...) throws
    -> RelationshipFile
  {
    var file = try CustomerSamples.file(on: day)
    for (index, facts) in definitions.enumerated() {
      let facts = ["party": "7", "definition": "In writing."].merging(facts) { $1 }
      file.records.add(try ComplaintDefinition.sample("CD-\(index + 1)", facts))
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.complaintDefinitions, file, on: day, edition: .of2011)
  }

  @Test func `an agreed definition passes from its day on, not the day before`() throws {
    let file = try file(on: "2026-03-02", agreed)
    let judgement = try judge(file, on: "2026-03-02")
    #expect(judgement.result == .pass)
    #expect(judgement.evidence == [Judgement.Evidence("complaintDefinition", "CD-1")])
    #expect(
      judgement.message
        == "Definition CD-1 of a complaint with P-1 (Acme) was agreed 2026-03-02 by Bea."
    )
    #expect(try judge(file, on: "2026-03-01").result == .fail)
  }

  @Test func `a customer without a definition fails`() throws {
    let judgement = try judge(try file(on: "2026-03-02"), on: "2026-03-02")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "No agreed definition of a complaint with P-1 (Acme) as of 2026-03-02."
    )
  }

  @Test func `a definition of which nobody says who agreed and when is no proof`() throws {
    let missing = ["agreedBy", "agreedOn"]
    let words = ["who agreed", "when it was agreed"]
    for (field, text) in zip(missing, words) {
      var facts = agreed
      facts[field] = nil
      let judgement = try judge(try file(on: "2026-04-01", facts), on: "2026-04-01")
      #expect(judgement.result == .insufficientData)
      #expect(
        judgement.message
          == "Definition CD-1 of a complaint with P-1 (Acme) does not say \(text)."
      )
    }
    let both = try judge(try file(on: "2026-04-01", [:]), on: "2026-04-01")
    #expect(
      both.message
        == "Definition CD-1 of a complaint with P-1 (Acme) does not say when it was agreed and who agreed."
    )
  }

  @Test func `a draft beside an agreed definition does no harm`() throws {
    let file = try file(on: "2026-04-01", agreed, [:])
    let judgement = try judge(file, on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(judgement.evidence == [Judgement.Evidence("complaintDefinition", "CD-1")])
  }

  @Test func `in 2018, which does not ask for it, it is an observation`() throws {
    let file = try file(on: "2026-04-01")
    for (edition, grade, clause) in [
      (Edition.of2005, Grade.minor, "7.2"), (.of2011, .minor, "7.1"), (.of2018, .observation, nil),
    ] as [(Edition, Grade, String?)] {
      let context = try RuleSamples.context(on: "2026-04-01", edition: edition)
      let finding = try #require(Rule.complaintDefinitions.run(file, context).findings.first)
      #expect(finding.judgement.grade == grade)
      #expect(finding.clause == clause)
    }
  }

  @Test func `who is no customer is not judged`() throws {
    var file = try file(on: "2026-04-01")
    file.party.roles = [PartyFacts.Role("supplier")]
    file.agreements = []
    let context = try RuleSamples.context(on: "2026-04-01")
    #expect(Rule.complaintDefinitions.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(
      of: .complaintDefinitions,
      until: "2026-04-30",
      edition: .of2005
    ) { day in
      try file(on: day)
    }
  }
}
