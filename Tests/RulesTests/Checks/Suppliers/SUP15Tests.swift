import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP15Tests {
  private func file(on day: String, _ facts: [String: String] = [:]) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      let all = [
        "kind": "improvement", "title": "Faster answers", "review": "1", "raisedOn": "2026-03-02",
      ]
      contract.records.add(try Action.sample("AC-1", all.merging(facts) { $1 }))
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.supplierImprovements.only(file, try RuleSamples.context(on: day))
  }

  @Test func `ten business days to the register are in time, one day more is not`() throws {
    #expect(try judge(try file(on: "2026-03-16"), on: "2026-03-16").result == .dueSoon)
    let late = try judge(try file(on: "2026-03-17"), on: "2026-03-17")
    #expect(late.grade == .minor)
    #expect(late.subject.reference == "C-1")
    #expect(
      late.message
        == """
        Improvement AC-1 of C-1 with Acme, raised 2026-03-02, is not in the register, due \
        2026-03-16, 1 business day late as of 2026-03-17.
        """
    )
  }

  @Test func `what is in the register is enough`() throws {
    let file = try file(on: "2026-03-17", ["improvement": "4"])
    #expect(try judge(file, on: "2026-03-17").result == .pass)
  }

  @Test func `an entry of the register about the supplier itself is followed`() throws {
    var file = RelationshipFile(party: RuleSamples.party())
    let facts = [
      "title": "Fewer tickets", "source": "review", "party": "7", "registeredOn": "2026-01-01",
      "dueOn": "2026-02-28",
    ]
    file.records.add(try Improvement.sample("I-1", facts))
    #expect(try judge(file, on: "2026-03-30").result == .dueSoon)
    #expect(
      try judge(file, on: "2026-03-31").message
        == """
        Register entry I-1 of P-1 (Acme): planned 2026-01-01, due 2026-02-28, 31 days overdue as of \
        2026-03-31.
        """
    )
    file.party.roles.append(PartyFacts.Role("customer"))
    let context = try RuleSamples.context(on: "2026-03-31")
    #expect(Rule.supplierImprovements.judge(file, context).isEmpty)
  }

  @Test func `without the day it was raised it cannot be judged`() throws {
    var file = try file(on: "2026-03-17")
    file.agreements[0].records[Action.self][0].raisedOn = nil
    #expect(try judge(file, on: "2026-03-17").result == .insufficientData)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-17")
    try Rule.supplierImprovements.expectWaivable(try file(on: "2026-03-17"), context)
  }
}
