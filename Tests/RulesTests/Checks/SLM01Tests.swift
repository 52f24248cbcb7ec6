import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM01Tests {
  private let rule = Rule.serviceAcceptances

  private func graph(
    _ acceptance: [String: String]? = nil,
    users: Bool = true
  ) throws -> ServiceGraph {
    var graph = ServiceLevelSamples.graph()
    if users {
      graph.records.add(
        try UserGroup.sample("U-1", ["party": "7", "name": "Sales", "service": "3"])
      )
    }
    if let acceptance {
      var facts = ["service": "3", "party": "7", "agreedOn": "2025-01-10"]
      facts.merge(acceptance) { $1 }
      graph.records.add(try ServiceAcceptance.sample("SA-1", facts))
    }
    return graph
  }

  private func judge(_ graph: ServiceGraph, on day: String = "2025-01-10") throws -> Judgement {
    try #require(rule.judge(graph, RuleSamples.context(on: day)).first)
  }

  @Test func `a service with users and no evidence of agreement fails`() throws {
    let judgement = try judge(graph())
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(judgement.part == "P-1")
    #expect(
      judgement.message
        == "Service S-1 (Mail) for P-1 (Acme): no evidence that it was agreed, as of 2025-01-10."
    )
  }

  @Test func `an acceptance counts from its day on`() throws {
    let graph = try graph(["evidence": "Mail of 2025-01-10"])
    #expect(try judge(graph).result == .pass)
    #expect(try judge(graph).message == "Service S-1 (Mail) for P-1 (Acme): agreed on 2025-01-10.")
    #expect(try judge(graph, on: "2025-01-09").result == .fail)
  }

  @Test func `an acceptance that is written nowhere does not suffice`() throws {
    let judgement = try judge(graph([:]))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Service S-1 (Mail) for P-1 (Acme): agreed on 2025-01-10, but it is not said where that is written."
    )
  }

  @Test func `an SLA in force with the customer is evidence, one with another party is not`() throws
  {
    var agreement = try RuleSamples.agreement(.sla, "A-1", on: "2025-01-10")
    agreement.members = [AgreementFile.Member(role: "buyer", party: 7, reference: "P-1")]
    var graph = ServiceLevelSamples.graph(agreement)
    graph.records.add(
      try UserGroup.sample("U-1", ["party": "7", "name": "Sales", "service": "3"])
    )
    #expect(try judge(graph).result == .pass)
    graph.agreements[1]?.members[0].party = 8
    #expect(try judge(graph).result == .fail)
  }

  @Test func `a service without users is not concerned, one that is not live not judged`() throws {
    var graph = try graph(users: false)
    #expect(try judge(graph).result == .notApplicable)
    graph.services[0].liveThrough = try RuleSamples.day("2025-01-09")
    #expect(rule.judge(graph, try RuleSamples.context(on: "2025-01-10")).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    var context = try RuleSamples.context(on: "2025-01-10")
    context.graph = try graph()
    try rule.expectWaivers("service", "S-1", nil, context)
  }
}
