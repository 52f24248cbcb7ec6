import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM08DecisionTests {
  /// A customer with whom a change of the SLA was decided on Monday 2026-03-02; 20 business days end
  /// on 2026-03-30.
  private func file(
    on day: String,
    _ kind: String = "changeAgreement",
    change: [String: String]? = nil
  ) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    file.agreements[0].records.add(
      try Decision.sample(
        "D-1",
        id: 5,
        ["kind": kind, "agreement": "1", "decidedOn": "2026-03-02"]
      )
    )
    if let change {
      let facts = ["title": "More hours", "decision": "5"].merging(change) { $1 }
      file.agreements[0].records.add(try ChangeRequest.sample("CH-1", facts))
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.customerChanges, file, on: day)
  }

  @Test func `due on the day is not late, the day after is by one business day`() throws {
    let due = try judge(try file(on: "2026-03-30"), on: "2026-03-30")
    #expect(due.result == .dueSoon)
    #expect(due.part == "D-1")
    #expect(
      due.message
        == "Decision D-1 of 2026-03-02 to change what is agreed in S-1 with Acme: no change was raised, due 2026-03-30."
    )
    let late = try judge(try file(on: "2026-03-31"), on: "2026-03-31")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Decision D-1 of 2026-03-02 to change what is agreed in S-1 with Acme: no change was raised, due 2026-03-30, 1 business day late as of 2026-03-31."
    )
  }

  @Test func `a change that names the decision satisfies it once it is raised`() throws {
    let file = try file(on: "2026-05-04", change: ["raisedOn": "2026-05-04"])
    let raised = try judge(file, on: "2026-05-04")
    #expect(raised.result == .pass)
    #expect(
      raised.message
        == "Decision D-1 of 2026-03-02 to change what is agreed in S-1 with Acme led to change CH-1."
    )
    #expect(
      raised.evidence
        == [Judgement.Evidence("decision", "D-1"), Judgement.Evidence("change", "CH-1")]
    )
    #expect(try judge(file, on: "2026-05-03").result == .fail)
  }

  @Test func `a change that names nothing else is found among those of the organisation`() throws {
    let change = try ChangeRequest.sample("CH-2", ["title": "More hours", "decision": "5"])
    let file = try file(on: "2026-05-04")
    let judgement = try CustomerSamples.judge(.customerChanges, file, on: "2026-05-04") {
      $0.organization.records.add(change)
    }
    #expect(judgement.result == .pass)
  }

  @Test func `a change of another decision does not count`() throws {
    let file = try file(on: "2026-05-04", change: ["decision": "6"])
    #expect(try judge(file, on: "2026-05-04").result == .fail)
  }

  @Test func `a decision about no agreement is about the customer`() throws {
    var file = try CustomerSamples.file(on: "2026-05-04")
    file.records.add(
      try Decision.sample("D-1", ["kind": "changeAgreement", "decidedOn": "2026-03-02"])
    )
    let judgement = try judge(file, on: "2026-05-04")
    #expect(judgement.subject.kind == .party)
    #expect(
      judgement.message
        == "Decision D-1 of 2026-03-02 to change what is agreed in P-1 (Acme): no change was raised, due 2026-03-30, 22 business days late as of 2026-05-04."
    )
  }

  @Test func `another decision, or one still to come, asks for no change`() throws {
    let context = try RuleSamples.context(on: "2026-05-04")
    let going = try file(on: "2026-05-04", "continue")
    #expect(Rule.customerChanges.judge(going, context).isEmpty)
    let before = try RuleSamples.context(on: "2026-03-01")
    #expect(Rule.customerChanges.judge(try file(on: "2026-03-01"), before).isEmpty)
  }

  @Test func `without a calendar no day for the change is known`() throws {
    var file = try file(on: "2026-03-17")
    file.agreements[0].calendar = nil
    let judgement = try CustomerSamples.judge(.customerChanges, file, on: "2026-03-17") {
      $0.organization.calendar = nil
    }
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Decision D-1 of 2026-03-02 to change what is agreed in S-1 with Acme: no change was raised, and no calendar says which days after 2026-03-02 are business days."
    )
  }
}
