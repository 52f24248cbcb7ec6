import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP01Tests {
  private let day = "2026-03-31"

  private func file(_ facts: [String: String]?) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party())
    if let facts {
      let all = facts.merging(["party": "7"]) { $1 }
      file.records.add(try SupplyLink.sample("SL-1", all))
    }
    return file
  }

  @Test func `a supplier of which nobody said what it provides is found`() throws {
    let judgement = try Rule.supplies.only(try file(nil), try RuleSamples.context(on: day))
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "Supplier P-1 (Acme): it is not stated which service, component or process it provides."
    )
  }

  @Test(arguments: [["service": "3"], ["component": "4"], ["process": "Backup"]])
  func `a link to a service, a component or a process is enough`(_ facts: [String: String]) throws {
    let judgement = try Rule.supplies.only(try file(facts), try RuleSamples.context(on: day))
    #expect(judgement.result == .pass)
    #expect(judgement.evidence == [Judgement.Evidence("supply", "SL-1")])
  }

  @Test func `a link that names nothing cannot be judged`() throws {
    let judgement = try Rule.supplies.only(try file([:]), try RuleSamples.context(on: day))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Supplier P-1 (Acme): supply SL-1 names no service, component or process."
    )
  }

  @Test func `a dependency on a party that is no supplier is found`() throws {
    var file = RelationshipFile(party: RuleSamples.party("authority"))
    file.records.add(try Dependency.sample("D-1", ["service": "3", "party": "7"]))
    let judgement = try Rule.supplies.only(file, try RuleSamples.context(on: day))
    #expect(judgement.result == .fail)
    #expect(
      judgement.message
        == "Dependency D-1 needs P-1 (Acme), which is no supplier in the register as of 2026-03-31."
    )
  }

  @Test(arguments: ["customer", "internalSupplier"])
  func `a party that delivers nothing from outside is not judged`(_ role: String) throws {
    let file = RelationshipFile(party: RuleSamples.party(role))
    #expect(Rule.supplies.judge(file, try RuleSamples.context(on: day)).isEmpty)
  }

  @Test func `the role counts through its last day`() throws {
    var file = RelationshipFile(party: RuleSamples.party())
    file.party.roles[0].validThrough = try RuleSamples.day(day)
    #expect(Rule.supplies.judge(file, try RuleSamples.context(on: day)).count == 1)
    #expect(Rule.supplies.judge(file, try RuleSamples.context(on: "2026-04-01")).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: day)
    try Rule.supplies.expectWaivable(try file(nil), context, "party", "P-1")
  }
}
