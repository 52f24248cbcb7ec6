import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP17Tests {
  private func context(_ records: [Component] = [], _ links: [SupplyLink] = []) throws
    -> RuleContext
  {
    try RuleSamples.context(on: "2026-03-31") { context in
      context.graph = SupplierSamples.graph()
      context.graph.services[0].liveThrough = CivilDay("2026-12-31")
      context.graph.records[Component.self] = records
      context.graph.records[SupplyLink.self] = links
    }
  }

  private func judge(_ context: RuleContext) throws -> Judgement {
    let judgements = Rule.ownShare.judge(context.graph, context)
    #expect(judgements.count == 1)
    return try #require(judgements.first)
  }

  private func component(_ reference: String, by party: String? = nil) throws -> Component {
    var facts = ["name": "Part", "service": "3"]
    facts["operatedBy"] = party
    return try Component.sample(reference, facts)
  }

  private func link(_ share: String?) throws -> SupplyLink {
    var facts = ["party": "7", "service": "3"]
    facts["share"] = share
    return try SupplyLink.sample("SL-1", facts)
  }

  @Test func `a service of which others run all parts is major`() throws {
    let parts = [try component("CO-1", by: "7"), try component("CO-2", by: "7")]
    let judgement = try judge(try context(parts))
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == """
        Service S-1 (Mail): nothing is operated by us; others run 2 components of it, that is all, \
        as of 2026-03-31.
        """
    )
  }

  @Test func `one part that we or a unit of ours run is enough`() throws {
    let parts = [try component("CO-1", by: "7"), try component("CO-2")]
    let judgement = try judge(try context(parts))
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Service S-1 (Mail): component CO-2 is run by ourselves.")
    var unit = try context([try component("CO-1", by: "7")])
    unit.graph.parties[7]?.roles = ["branch"]
    #expect(try judge(unit).result == .pass)
  }

  @Test func `without components the shares count, 100 per cent is all`() throws {
    let all = try judge(try context([], [try link("100")]))
    #expect(all.grade == .major)
    #expect(
      all.message
        == """
        Service S-1 (Mail): nothing is operated by us; others have 100 % of it as of 2026-03-31.
        """
    )
    let part = try judge(try context([], [try link("99.9")]))
    #expect(part.result == .pass)
    #expect(part.message == "Service S-1 (Mail): others have 99.9 % of it.")
  }

  @Test func `without components and shares it cannot be judged`() throws {
    for context in [try context(), try context([], [try link(nil)])] {
      let judgement = try judge(context)
      #expect(judgement.result == .insufficientData)
      #expect(
        judgement.message
          == "Service S-1 (Mail): neither its components nor the shares of others are recorded."
      )
    }
  }

  @Test func `a service that is no longer offered is not judged`() throws {
    var context = try context()
    context.asOf = try RuleSamples.day("2026-12-31")
    #expect(Rule.ownShare.judge(context.graph, context).count == 1)
    context.asOf = try RuleSamples.day("2027-01-01")
    #expect(Rule.ownShare.judge(context.graph, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try context([try component("CO-1", by: "7")])
    try Rule.ownShare.expectWaivable(nil, context, "service", "S-1")
  }
}
