import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP12Tests {
  private func file(
    on day: String,
    tier: String? = "strategic",
    endsOn: String? = nil,
    plan facts: [String: String]? = nil
  ) throws -> RelationshipFile {
    var file = try SupplierSamples.file(on: day, tier: tier, endsOn: endsOn)
    if let facts {
      let all = ["kind": "exit", "party": "7"].merging(facts) { $1 }
      file.records.add(try ExitPlan.sample("X-1", all))
    }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.exitPlans.only(file, try RuleSamples.context(on: day))
  }

  private func assess(_ file: inout RelationshipFile, _ facts: [String: String]) throws {
    let all = ["party": "7", "assessedOn": "2025-01-01"].merging(facts) { $1 }
    file.records.add(try TierAssessment.sample("TA-1", all))
  }

  @Test func `a strategic supplier needs an approved plan`() throws {
    let none = try judge(try file(on: "2026-03-31"), on: "2026-03-31")
    #expect(none.result == .fail)
    #expect(none.grade == .minor)
    #expect(
      none.message
        == "Supplier P-1 (Acme): an approved exit plan is needed; there is none as of 2026-03-31."
    )
    let later = try file(on: "2026-03-31", plan: ["approvedOn": "2026-04-01"])
    #expect(
      try judge(later, on: "2026-03-31").message
        == "Supplier P-1 (Acme): an approved exit plan is needed; none is approved as of 2026-03-31."
    )
  }

  @Test func `a plan is reviewed within twelve months`() throws {
    let plan = ["approvedOn": "2025-01-01", "reviewedOn": "2025-03-31", "testedOn": "2025-03-31"]
    let due = try judge(try file(on: "2026-03-31", plan: plan), on: "2026-03-31")
    #expect(due.result == .dueSoon)
    let late = try judge(try file(on: "2026-04-01", plan: plan), on: "2026-04-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Exit plan X-1 for P-1 (Acme): last reviewed 2025-03-31, due 2026-03-31, 1 day overdue as of \
        2026-04-01.
        """
    )
    #expect(try judge(try file(on: "2025-06-01", plan: plan), on: "2025-06-01").result == .pass)
  }

  @Test func `a plan is tested within 24 months, or 12 for a critical function`() throws {
    let plan = ["approvedOn": "2024-03-31", "reviewedOn": "2026-01-01"]
    let due = try judge(try file(on: "2026-03-31", plan: plan), on: "2026-03-31")
    #expect(due.result == .dueSoon)
    var late = try file(on: "2026-04-01", plan: plan)
    #expect(
      try judge(late, on: "2026-04-01").message
        == """
        Exit plan X-1 for P-1 (Acme): approved 2024-03-31, never tested, due 2026-03-31, 1 day \
        overdue as of 2026-04-01.
        """
    )
    try assess(&late, ["impact": "5", "risk": "5", "isCritical": "yes"])
    let critical = try judge(late, on: "2026-04-01")
    #expect(critical.due?.description == "2025-03-31")
    #expect(critical.grade == .major)
  }

  @Test func `a supplier that is easily replaced needs none, a bottleneck does`() throws {
    var file = try file(on: "2026-03-31", tier: "commodity")
    let judgement = try judge(file, on: "2026-03-31")
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "Supplier P-1 (Acme) is easily replaced.")
    try assess(&file, ["impact": "2", "risk": "4"])
    #expect(try judge(file, on: "2026-03-31").result == .fail)
  }

  @Test func `without a tier it is not known whether a plan is needed`() throws {
    let judgement = try judge(try file(on: "2026-03-31", tier: nil), on: "2026-03-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Supplier P-1 (Acme): no tier is known, so whether an exit plan is needed is not."
    )
  }

  @Test func `a contract to be left has a transfer plan six months before its end`() throws {
    func judgement(on day: String) throws -> Judgement? {
      var file = try file(on: day, tier: "commodity", endsOn: "2026-12-31")
      let facts = ["kind": "exit", "agreement": "1", "decidedOn": "2026-01-15"]
      file.agreements[0].records.add(try Decision.sample("DE-1", facts))
      return Rule.exitPlans.judge(file, try RuleSamples.context(on: day)).last
    }
    #expect(try judgement(on: "2026-06-30")?.result == .dueSoon)
    let late = try judgement(on: "2026-07-01")
    #expect(late?.grade == .major)
    #expect(
      late?.message
        == """
        Transfer plan for contract C-1 with Acme: none is approved, the contract ends 2026-12-31, \
        due 2026-06-30, 1 day overdue as of 2026-07-01.
        """
    )
    #expect(try judgement(on: "2026-01-14")?.subject.kind == .party)
  }

  @Test func `an approved transfer plan is enough`() throws {
    var file = try file(on: "2026-07-01", tier: "commodity", endsOn: "2026-12-31")
    let facts = ["kind": "exit", "agreement": "1", "decidedOn": "2026-01-15"]
    file.agreements[0].records.add(try Decision.sample("DE-1", facts))
    file.records.add(
      try ExitPlan.sample("X-2", ["kind": "transfer", "party": "7", "approvedOn": "2026-07-01"])
    )
    let judgement = Rule.exitPlans.judge(file, try RuleSamples.context(on: "2026-07-01")).last
    #expect(judgement?.result == .pass)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.exitPlans.expectWaivable(try file(on: "2026-03-31"), context, "party", "P-1")
  }
}
