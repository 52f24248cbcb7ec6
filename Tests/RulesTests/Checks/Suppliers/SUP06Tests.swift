import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP06Tests {
  private func file(_ interfaces: [(process: String, agreedOn: String)]) throws -> RelationshipFile
  {
    var file = RelationshipFile(party: RuleSamples.party())
    for (index, interface) in interfaces.enumerated() {
      file.records.add(
        try ProcessInterface.sample(
          "I-\(index + 1)",
          id: Int64(index + 1),
          ["party": "7", "process": interface.process, "agreedOn": interface.agreedOn]
        )
      )
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.interfaces.only(file, try RuleSamples.context(on: day))
  }

  @Test func `a supplier without any interface is found`() throws {
    let judgement = try judge(try file([]), on: "2026-03-31")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(judgement.message == "Interfaces with P-1 (Acme) are not defined as of 2026-03-31.")
  }

  @Test func `the twenty-fourth month is due, the day after is overdue`() throws {
    let file = try file([("Incidents", "2024-03-31")])
    #expect(try judge(file, on: "2026-02-28").result == .pass)
    #expect(try judge(file, on: "2026-03-31").result == .dueSoon)
    let late = try judge(file, on: "2026-04-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Interfaces with P-1 (Acme): Incidents last confirmed 2024-03-31, due 2026-03-31, 1 day \
        overdue as of 2026-04-01.
        """
    )
  }

  @Test func `the process confirmed longest ago counts, each by its latest entry`() throws {
    let all = try file([
      ("Incidents", "2020-01-01"), ("Billing", "2025-01-01"), ("Incidents", "2026-01-01"),
    ])
    let judgement = try judge(all, on: "2026-03-31")
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2027-01-01")
    #expect(judgement.evidence == [Judgement.Evidence("interface", "I-2")])
  }

  @Test func `an interface that is agreed later does not count yet`() throws {
    #expect(try judge(try file([("Incidents", "2026-04-01")]), on: "2026-03-31").result == .fail)
  }

  @Test func `a customer is not judged`() throws {
    let file = RelationshipFile(party: RuleSamples.party("customer"))
    #expect(Rule.interfaces.judge(file, try RuleSamples.context(on: "2026-03-31")).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.interfaces.expectWaivable(try file([]), context, "party", "P-1")
  }
}
