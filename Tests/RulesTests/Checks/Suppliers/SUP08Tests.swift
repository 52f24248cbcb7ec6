import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP08Tests {
  private func file(
    subFrom: String? = "2025-03-31",
    startsOn: String? = "2024-01-01",
    acceptedOn: String? = nil
  ) throws -> RelationshipFile {
    var file = try SupplierSamples.file(on: "2026-03-31", startsOn: startsOn) { contract in
      var facts = ["agreement": "1", "rank": "2", "supplier": "8", "recipient": "7"]
      facts["validFrom"] = subFrom
      contract.records.add(try SupplyChainLink.sample("SC-1", facts))
    }
    if let acceptedOn {
      file.records.add(
        try Proof.sample(
          "PR-1",
          ["kind": "subSupplierControl", "title": "Audit", "receivedOn": acceptedOn]
        )
      )
      file.records.add(try decision("1", acceptedOn, isAccepted: true))
    }
    return file
  }

  private func decision(_ id: String, _ day: String, isAccepted: Bool) throws -> ProofDecision {
    try ProofDecision.sample(
      "PD-\(id)",
      [
        "proof": "1", "isAccepted": isAccepted ? "yes" : "no", "decidedOn": day,
        "decidedBy": "Ada",
      ]
    )
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    let context = try RuleSamples.context(on: day, edition: .of2011) { context in
      context.graph.parties[8] = ServiceGraph.Party(id: 8, reference: "P-2", name: "Sub", roles: [])
    }
    return try Rule.subSupplierControl.only(file, context)
  }

  @Test func `without proof the twelfth month is due, the day after is overdue`() throws {
    #expect(try judge(try file(), on: "2026-03-31").result == .dueSoon)
    let late = try judge(try file(), on: "2026-04-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Proof that P-1 (Acme) controls P-2: never accepted, due 2026-03-31, 1 day overdue as of \
        2026-04-01.
        """
    )
  }

  @Test func `a proof that was accepted holds for twelve months`() throws {
    let file = try file(acceptedOn: "2025-12-01")
    let judgement = try judge(file, on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Proof that P-1 (Acme) controls P-2: last accepted 2025-12-01, due 2026-12-01."
    )
    #expect(judgement.evidence == [Judgement.Evidence("proof", "PR-1")])
    #expect(try judge(file, on: "2026-12-02").result == .fail)
  }

  @Test func `a proof that was rejected later, or is accepted later, does not count`() throws {
    var file = try file(acceptedOn: "2025-12-01")
    file.records.add(try decision("2", "2026-01-01", isAccepted: false))
    #expect(try judge(file, on: "2026-04-01").result == .fail)
    #expect(try judge(try self.file(acceptedOn: "2026-04-02"), on: "2026-04-01").result == .fail)
  }

  @Test func `without any day it cannot be said when it is due`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31") { contract in
      contract.terms.startsOn = nil
      contract.records.add(
        try SupplyChainLink.sample("SC-1", ["agreement": "1", "rank": "2", "supplier": "8"])
      )
    }
    let judgement = try judge(file, on: "2026-03-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Proof that P-1 (Acme) controls P-2: none, and nothing says since when it is needed."
    )
  }

  @Test func `a supplier for which nobody works is not judged`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31")
    let context = try RuleSamples.context(on: "2026-03-31")
    #expect(Rule.subSupplierControl.judge(file, context).isEmpty)
  }

  @Test func `in 2018 it is an observation`() throws {
    let context = try RuleSamples.context(on: "2026-04-01")
    let finding = Rule.subSupplierControl.run(try file(), context).findings.first
    #expect(finding?.judgement.grade == .observation)
    #expect(finding?.clause == nil)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-04-01")
    try Rule.subSupplierControl.expectWaivable(try file(), context, "party", "P-1")
  }
}
