import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP11Tests {
  /// A dispute from 2026-03-02 on with steps: kind, day and level.
  private func file(
    on day: String,
    outcome: String? = nil,
    _ steps: [(String, String, String?)] = []
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      var facts = [
        "agreement": "1", "subject": "Invoice", "openedOn": "2026-03-02", "openedBy": "us",
      ]
      facts["outcome"] = outcome
      contract.records.add(try Dispute.sample("D-1", facts))
      for (index, step) in steps.enumerated() {
        var facts = ["dispute": "1", "kind": step.0, "happenedOn": step.1]
        facts["level"] = step.2
        contract.records.add(try DisputeStep.sample("DS-\(index)", facts))
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.disputes.only(file, try RuleSamples.context(on: day))
  }

  @Test func `twenty business days without a step are in time, one day more is not`() throws {
    let last = try judge(try file(on: "2026-03-30"), on: "2026-03-30")
    #expect(last.result == .dueSoon)
    #expect(last.part == "D-1")
    let late = try judge(try file(on: "2026-03-31"), on: "2026-03-31")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Dispute D-1 on C-1: raised, no step since 2026-03-02, due 2026-03-30, 1 day overdue as of \
        2026-03-31.
        """
    )
  }

  @Test func `ten business days at the first level are in time, one day more is not`() throws {
    let steps = [("acknowledged", "2026-03-03", nil), ("negotiating", "2026-03-04", "1")]
    let last = try judge(try file(on: "2026-03-18", steps), on: "2026-03-18")
    #expect(last.result == .dueSoon)
    let late = try judge(try file(on: "2026-03-19", steps), on: "2026-03-19")
    #expect(
      late.message
        == """
        Dispute D-1 on C-1: negotiating at level 1 since 2026-03-04, settled or a level up, due \
        2026-03-18, 1 day overdue as of 2026-03-19.
        """
    )
  }

  @Test func `more than 180 days at one level are major`() throws {
    let minor = try judge(try file(on: "2026-08-29"), on: "2026-08-29")
    #expect(minor.grade == .minor)
    #expect(try judge(try file(on: "2026-08-30"), on: "2026-08-30").grade == .major)
  }

  @Test func `what is closed needs an outcome`() throws {
    let steps: [(String, String, String?)] = [
      ("settled", "2026-03-03", nil), ("closed", "2026-03-04", nil),
    ]
    let without = try judge(try file(on: "2026-03-31", steps), on: "2026-03-31")
    #expect(without.result == .fail)
    #expect(
      without.message
        == "Dispute D-1 on C-1 was closed on 2026-03-04 without an outcome, as of 2026-03-31."
    )
    let settled = try file(on: "2026-03-31", outcome: "Half is paid", steps)
    let judgement = try judge(settled, on: "2026-03-31")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Dispute D-1 on C-1 was closed on 2026-03-04 with its outcome.")
  }

  @Test func `steps that cannot follow each other are not judged`() throws {
    let file = try file(on: "2026-03-31", [("mediation", "2026-03-03", nil)])
    let judgement = try judge(file, on: "2026-03-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message.hasPrefix("Dispute D-1 on C-1: its steps cannot be right. 2026-03-03: ")
    )
  }

  @Test func `without a calendar business days are not known`() throws {
    var file = try file(on: "2026-03-31")
    file.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2026-03-31") { $0.organization.calendar = nil }
    let judgement = try Rule.disputes.only(file, context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Dispute D-1 on C-1: no calendar says which days after 2026-03-02 are business days.
        """
    )
  }

  @Test func `a dispute that is raised later is not judged`() throws {
    let context = try RuleSamples.context(on: "2026-03-01")
    #expect(Rule.disputes.judge(try file(on: "2026-03-01"), context).isEmpty)
  }

  @Test func `the edition of 2011 wants an approved procedure`() throws {
    var context = try RuleSamples.context(on: "2026-03-31", edition: .of2011)
    let none = try #require(Rule.disputes.run(nil, context).findings.first?.judgement)
    #expect(none.grade == .minor)
    #expect(
      none.message
        == "A procedure for disputes is needed; there is none as of 2026-03-31."
    )
    let facts = ["kind": "disputeProcedure", "title": "Disputes", "approvedOn": "2026-03-31"]
    context.organization.records.add(try ControlledDocument.sample("DOC-1", facts))
    #expect(Rule.disputes.run(nil, context).summary == [.pass: 1])
    context.edition = .of2018
    #expect(Rule.disputes.run(nil, context).summary.isEmpty)
  }

  @Test func `a procedure that is approved later does not count yet`() throws {
    var context = try RuleSamples.context(on: "2026-03-31", edition: .of2005)
    let facts = ["kind": "disputeProcedure", "title": "Disputes", "approvedOn": "2026-04-01"]
    context.organization.records.add(try ControlledDocument.sample("DOC-1", facts))
    #expect(
      Rule.disputes.run(nil, context).findings.first?.judgement.message
        == "A procedure for disputes is needed; DOC-1 is not approved as of 2026-03-31."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.disputes.expectWaivable(try file(on: "2026-03-31"), context)
  }
}
