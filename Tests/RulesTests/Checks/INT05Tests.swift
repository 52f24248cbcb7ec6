import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct INT05Tests {
  private let rule = Rule.processEvaluations

  private func file(
    evaluated day: String? = nil,
    result: String? = "Works",
    since: String? = "2024-01-01"
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party("internalSupplier"))
    file.party.roles[0].validFrom = try since.map { try RuleSamples.day($0) }
    for (id, name) in [("1", "Service desk"), ("2", "service  desk")] {
      file.records.add(
        try SupplyLink.sample("SU-\(id)", ["party": "7", "process": name])
      )
    }
    if let day {
      var facts = ["party": "7", "process": "SERVICE DESK", "evaluatedOn": day]
      facts["result"] = result
      file.records.add(try ProcessEvaluation.sample("PE-1", facts))
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    let file = try file(evaluated: "2024-03-31")
    #expect(try judge(file, on: "2025-03-31").result == .dueSoon)
    let late = try judge(file, on: "2025-04-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "Service desk")
    #expect(
      late.message
        == "Evaluation of the process Service desk at P-1 (Acme): last 2024-03-31, due 2025-03-31, 1 day overdue as of 2025-04-01."
    )
  }

  @Test func `one that was never evaluated counts from the first day of the role`() throws {
    let judgement = try judge(file(), on: "2025-01-02")
    #expect(
      judgement.message
        == "Evaluation of the process Service desk at P-1 (Acme): none with a result, due 2025-01-01, 1 day overdue as of 2025-01-02."
    )
    #expect(try judge(file(evaluated: "2024-12-01", result: nil), on: "2025-01-02").result == .fail)
    #expect(try judge(file(evaluated: "2024-12-01"), on: "2025-01-02").result == .pass)
  }

  @Test func `without any day it cannot be judged`() throws {
    let judgement = try judge(file(since: nil), on: "2025-01-02")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Evaluation of the process Service desk at P-1 (Acme): there is none with a result, and nothing says since when the party runs it."
    )
  }

  @Test func `a party that runs no process is not judged`() throws {
    let file = RelationshipFile(party: RuleSamples.party("internalSupplier"))
    #expect(rule.judge(file, try RuleSamples.context(on: "2025-01-02")).isEmpty)
  }

  @Test func `the 2005 edition has no clause, so that it is an observation there`() throws {
    let context = try RuleSamples.context(on: "2025-01-02", edition: .of2005)
    #expect(rule.run(try file(), context).findings.first?.judgement.grade == .observation)
  }

  @Test func `a waiver holds through its last day`() throws {
    try rule.expectWaivers("party", "P-1", file(), RuleSamples.context(on: "2025-01-02"))
  }
}
