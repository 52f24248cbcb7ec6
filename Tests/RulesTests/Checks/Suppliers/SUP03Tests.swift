import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP03Tests {
  private func context(
    on day: String,
    _ facts: [String: String] = [:]
  ) throws -> RuleContext {
    try RuleSamples.context(on: day) { context in
      context.graph = SupplierSamples.graph()
      context.graph.services[0].liveThrough = CivilDay("2026-12-31")
    }.adding(try Dependency.sample("D-1", facts.merging(["service": "3", "party": "7"]) { $1 }))
  }

  @Test func `a contract through its last day is enough, the day after it is major`() throws {
    let last = try SupplierSamples.file(on: "2026-03-31", endsOn: "2026-03-31") {
      $0.terms.renewal = .some(.none)
    }
    let held = try Rule.contractsInForce.only(last, try context(on: "2026-03-31"))
    #expect(held.result == .pass)
    #expect(held.message == "Service S-1 (Mail) depends on P-1 (Acme) under contract C-1.")
    let file = try SupplierSamples.file(on: "2026-04-01", endsOn: "2026-03-31")
    let judgement = try Rule.contractsInForce.only(file, try context(on: "2026-04-01"))
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(judgement.part == "S-1")
    #expect(
      judgement.message
        == """
        Service S-1 (Mail) depends on P-1 (Acme); contract C-1 ended 2026-03-31 and is still used \
        1 day later, as of 2026-04-01.
        """
    )
  }

  @Test func `a supplier without any contract is found`() throws {
    let file = RelationshipFile(party: RuleSamples.party())
    let judgement = try Rule.contractsInForce.only(file, try context(on: "2026-03-31"))
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == """
        Service S-1 (Mail) depends on P-1 (Acme), with which there is no contract as of 2026-03-31.
        """
    )
  }

  @Test func `a contract that begins later is not in force`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31", startsOn: "2026-04-01")
    let judgement = try Rule.contractsInForce.only(file, try context(on: "2026-03-31"))
    #expect(
      judgement.message
        == "Service S-1 (Mail) depends on P-1 (Acme); contract C-1 is not in force as of 2026-03-31."
    )
  }

  @Test func `a contract without a start cannot be judged`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31", startsOn: nil)
    let judgement = try Rule.contractsInForce.only(file, try context(on: "2026-03-31"))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Service S-1 (Mail) depends on P-1 (Acme); whether contract C-1 is in force is not known.
        """
    )
  }

  @Test func `only the agreement that is named for the need counts`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31")
    let named = try Rule.contractsInForce.only(
      file,
      try context(on: "2026-03-31", ["agreement": "9"])
    )
    #expect(named.result == .fail)
    let right = try context(on: "2026-03-31", ["agreement": "1"])
    #expect(try Rule.contractsInForce.only(file, right).result == .pass)
  }

  @Test func `each agreement that is named must be in force`() throws {
    var file = try SupplierSamples.file(on: "2026-03-31")
    file.agreements.append(
      try RuleSamples.agreement(
        .contract,
        "C-2",
        id: 2,
        startsOn: "2024-01-01",
        endsOn: "2026-03-01",
        on: "2026-03-31"
      )
    )
    let both = try context(on: "2026-03-31", ["agreement": "1"])
      .adding(
        try Dependency.sample("D-2", id: 2, ["service": "3", "party": "7", "agreement": "2"])
      )
    let judgement = try Rule.contractsInForce.only(file, both)
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == """
        Service S-1 (Mail) depends on P-1 (Acme); contract C-2 ended 2026-03-01 and is still used \
        30 days later, as of 2026-03-31.
        """
    )
    let any = try Rule.contractsInForce.only(file, try context(on: "2026-03-31"))
    #expect(any.result == .pass)
  }

  @Test func `a service that is no longer offered needs nothing`() throws {
    let file = RelationshipFile(party: RuleSamples.party())
    #expect(
      Rule.contractsInForce.judge(file, try context(on: "2026-12-31")).map(\.result) == [.fail]
    )
    #expect(Rule.contractsInForce.judge(file, try context(on: "2027-01-01")).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = RelationshipFile(party: RuleSamples.party())
    let context = try context(on: "2026-03-31")
    try Rule.contractsInForce.expectWaivable(file, context, "party", "P-1")
  }
}

extension RuleContext {
  /// The same with a record of the service graph.
  func adding(_ record: some StoredRecord) -> RuleContext {
    var context = self
    context.graph.records.add(record)
    return context
  }
}
