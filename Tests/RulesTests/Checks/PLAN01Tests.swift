import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct PLAN01Tests {
  private let rule = Rule.plannedIntervals
  private let day = "2025-06-30"

  private func plan(
    _ kind: String,
    _ facts: [String: String] = [:]
  ) throws -> Plan {
    let base = [
      "kind": kind, "agreement": "1", "interval": "12m", "approvedBy": "Ada",
      "approvedOn": "2025-01-01",
    ]
    return try .sample("PL-\(kind)", base.merging(facts) { $1 })
  }

  private func contract(
    tier: String? = nil,
    on day: String? = nil,
    _ plans: [Plan] = []
  ) throws -> RelationshipFile {
    let day = day ?? self.day
    var file = try ServiceLevelSamples.file(.contract, on: day, role: "supplier")
    file.party.tier = tier
    file.agreements[0].records[Plan.self] = plans
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String? = nil) throws -> [Judgement] {
    rule.judge(file, try RuleSamples.context(on: day ?? self.day))
  }

  @Test func `a contract needs plans for its review and for monitoring`() throws {
    let judgements = try judge(contract())
    #expect(judgements.map(\.part) == ["contractReview", "monitoring"])
    #expect(judgements.map(\.result) == [.fail, .fail])
    #expect(judgements.map(\.grade) == [.minor, .minor])
    #expect(
      judgements.map(\.message) == [
        "No approved interval for contract reviews of Contract A-1 with Acme as of 2025-06-30; the default of 12 months is used.",
        "No approved interval for monitoring of performance of Contract A-1 with Acme as of 2025-06-30.",
      ]
    )
  }

  @Test func `a customer needs plans for service reviews, satisfaction and its SLA`() throws {
    let judgements = try judge(ServiceLevelSamples.file(on: day))
    #expect(
      judgements.map(\.part) == ["serviceReview", "satisfaction", "slaReview", "monitoring"]
    )
    #expect(
      judgements.first?.message
        == "No approved interval for service reviews of P-1 (Acme) as of 2025-06-30; the default of 12 months is used."
    )
  }

  @Test func `a commodity supplier is measured by exception`() throws {
    #expect(try judge(contract(tier: "commodity")).map(\.part) == ["contractReview"])
  }

  @Test func `the interval entered with the agreement is no plan`() throws {
    var file = try contract()
    file.agreements[0].reviewInterval = try period("6m")
    #expect(
      try judge(file).first?.message
        == "No approved interval for contract reviews of Contract A-1 with Acme as of 2025-06-30; the interval entered with it of 6 months is used."
    )
  }

  @Test func `a plan holds from its approval through its last day`() throws {
    let plans = [
      try plan("contractReview", ["validThrough": "2025-06-30"]), try plan("monitoring"),
    ]
    let held = try judge(contract(plans))
    #expect(held.map(\.result) == [.pass, .pass])
    #expect(
      held.first?.message
        == "Interval for contract reviews of Contract A-1 with Acme: 12 months, approved by Ada on 2025-01-01."
    )
    let late = try judge(contract(on: "2025-07-01", plans), on: "2025-07-01")
    #expect(late.map(\.result) == [.fail, .pass])
    #expect(
      late.first?.message
        == "No approved interval for contract reviews of Contract A-1 with Acme as of 2025-07-01; the default of 12 months is used; plan PL-contractReview ended 2025-06-30."
    )
    #expect(
      try judge(contract(on: "2024-12-31", plans), on: "2024-12-31").map(\.result) == [
        .fail, .fail,
      ]
    )
  }

  @Test func `in 2005 more than twelve months is minor and no plan an observation`() throws {
    let context = try RuleSamples.context(on: day, edition: .of2005)
    let long = try contract([plan("contractReview", ["interval": "13m"])])
    let judgements = rule.judge(long, context)
    #expect(judgements.map(\.grade) == [.minor, .observation])
    #expect(
      judgements.first?.message
        == "Interval for contract reviews of Contract A-1 with Acme: 13 months, longer than the 12 months of the 2005 edition, as of 2025-06-30."
    )
    let year = try contract([plan("contractReview", ["interval": "1y"])])
    #expect(rule.judge(year, context).first?.result == .pass)
    #expect(try judge(long).first?.result == .pass)
  }

  @Test func `agreements that are not in force need no plan`() throws {
    var file = try contract()
    file.agreements[0].standing.status = .ended
    #expect(try judge(file).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try rule.expectWaivers("agreement", "A-1", contract(), RuleSamples.context(on: day))
  }
}
