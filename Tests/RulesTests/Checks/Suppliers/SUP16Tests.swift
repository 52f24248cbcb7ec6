import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP16Tests {
  /// A contract from 2024-01-01 on, and the day of a selection.
  private func file(on day: String, selected: String? = nil, tier: String? = nil) throws
    -> RelationshipFile
  {
    var file = try SupplierSamples.file(on: day, tier: tier)
    if let selected {
      let facts = ["party": "7", "kind": "selection", "decidedOn": selected]
      file.records.add(try SelectionRecord.sample("SE-1", facts))
    }
    return file
  }

  private func context(on day: String, since: String? = "2024-01-01") throws -> RuleContext {
    try RuleSamples.context(on: day) { $0.policySince = since.flatMap { CivilDay($0) } }
  }

  @Test func `a selection on the day of the signature is in time, the day after is not`() throws {
    let context = try context(on: "2026-03-31")
    let good = try Rule.selections.only(
      try file(on: "2026-03-31", selected: "2024-01-01"),
      context
    )
    #expect(good.result == .pass)
    let late = try Rule.selections.only(
      try file(on: "2026-03-31", selected: "2024-01-02"),
      context
    )
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Contract C-1 with Acme: concluded 2024-01-01, selection SE-1 is dated 2024-01-02 as of \
        2026-03-31.
        """
    )
  }

  @Test func `a contract without a selection is found, an older one than the policy is not`() throws
  {
    let file = try file(on: "2026-03-31")
    let judgement = try Rule.selections.only(file, try context(on: "2026-03-31"))
    #expect(
      judgement.message
        == """
        Contract C-1 with Acme: concluded 2024-01-01, no selection recorded as of 2026-03-31.
        """
    )
    let younger = try context(on: "2026-03-31", since: "2024-01-02")
    #expect(Rule.selections.judge(file, younger).isEmpty)
  }

  @Test func `without a policy or a day it cannot be judged`() throws {
    let without = try context(on: "2026-03-31", since: nil)
    let judgement = try Rule.selections.only(try file(on: "2026-03-31"), without)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Contract C-1 with Acme: concluded 2024-01-01, no selection recorded as of 2026-03-31. \
        Whether it had to be is not known, because no policy is in force.
        """
    )
    var undated = try file(on: "2026-03-31")
    undated.agreements[0].terms.startsOn = nil
    #expect(
      try Rule.selections.only(undated, try context(on: "2026-03-31")).message
        == "Contract C-1 with Acme: neither signature nor start is dated."
    )
  }

  @Test func `a strategic supplier is evaluated anew within 24 months`() throws {
    let file = try file(on: "2026-01-01", selected: "2024-01-01", tier: "strategic")
    let due = Rule.selections.judge(file, try context(on: "2026-01-01")).last
    #expect(due?.result == .dueSoon)
    let late = Rule.selections.judge(file, try context(on: "2026-01-02")).last
    #expect(late?.result == .fail)
    #expect(
      late?.message
        == """
        Evaluation of strategic supplier P-1 (Acme): last 2024-01-01, due 2026-01-01, 1 day overdue \
        as of 2026-01-02.
        """
    )
  }

  @Test func `an edition that does not ask for it makes a failure an observation`() throws {
    var context = try context(on: "2026-03-31")
    context.edition = .of2011
    let finding = Rule.selections.run(try file(on: "2026-03-31"), context).findings.first
    #expect(finding?.judgement.grade == .observation)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try context(on: "2026-03-31")
    try Rule.selections.expectWaivable(try file(on: "2026-03-31"), context)
  }
}
