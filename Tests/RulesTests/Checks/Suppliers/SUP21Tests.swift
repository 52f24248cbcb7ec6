import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP21Tests {
  /// Bands on a monthly target of at least 99.9 %, with the value of 2026-04.
  private func file(
    value: String = "99.5",
    rule: [String: String] = [:],
    claim: [String: String]? = nil
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: "2026-05-30") { contract in
      contract.records.add(
        try ServiceLevelTarget.sample(
          "T-1",
          [
            "agreement": "1", "title": "Availability", "metric": "availability",
            "comparison": "atLeast", "value": "99.9", "window": "month", "validFrom": "2026-04-01",
          ]
        )
      )
      contract.records.add(
        try Measurement.sample(
          "M-1",
          ["target": "1", "periodStart": "2026-04-01", "periodEnd": "2026-04-30", "value": value]
        )
      )
      let facts = [
        "agreement": "1", "target": "1", "shape": "bands", "charge": "12345.70 EUR",
        "bands": "99.90:0 99.50:5 99.00:10 0:25", "capPercent": "12", "claimDays": "30",
      ]
      contract.records.add(try CreditRule.sample("CR-1", facts.merging(rule) { $1 }))
      if let claim {
        let facts = ["creditRule": "1", "periodStart": "2026-04-01"].merging(claim) { $1 }
        contract.records.add(try CreditClaim.sample("CC-1", facts))
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.serviceCredits.only(file, try RuleSamples.context(on: day))
  }

  @Test func `a credit can be claimed through the thirtieth day, then it has lapsed`() throws {
    let open = try judge(try file(), on: "2026-05-30")
    #expect(open.result == .dueSoon)
    #expect(open.grade == .observation)
    #expect(open.part == "CR-1 M-1")
    #expect(
      open.message
        == """
        Credit 617.29 EUR of CR-1 on C-1 for 2026-04: claim by 2026-05-30, not claimed, 0 days left \
        as of 2026-05-30.
        """
    )
    let lapsed = try judge(try file(), on: "2026-05-31")
    #expect(lapsed.result == .fail)
    #expect(lapsed.grade == .minor)
    #expect(
      lapsed.message
        == """
        Credit 617.29 EUR of CR-1 on C-1 for 2026-04: claim by 2026-05-30, not claimed, lapsed 1 \
        day ago, as of 2026-05-31.
        """
    )
  }

  @Test func `a credit is capped`() throws {
    let judgement = try judge(try file(value: "98.8"), on: "2026-05-30")
    #expect(judgement.message.hasPrefix("Credit 1481.48 EUR of CR-1"))
  }

  @Test func `without days in the contract those of the policy hold`() throws {
    var file = try file()
    file.agreements[0].records[CreditRule.self][0].claimDays = nil
    #expect(try judge(file, on: "2026-05-30").due?.description == "2026-05-30")
  }

  @Test func `what was claimed in time, settled or waived is done`() throws {
    let claimed = try judge(try file(claim: ["claimedOn": "2026-05-30"]), on: "2026-06-30")
    #expect(claimed.result == .pass)
    #expect(claimed.message.hasSuffix(": claim by 2026-05-30, claimed in time."))
    let settled = try judge(try file(claim: ["settledOn": "2026-06-30"]), on: "2026-06-30")
    #expect(settled.message.hasSuffix(": settled on 2026-06-30."))
    let waived = try judge(try file(claim: ["waivedBy": "Ada"]), on: "2026-06-30")
    #expect(waived.message.hasSuffix(": waived by Ada."))
  }

  @Test func `a claim after the last day is late`() throws {
    let late = try judge(try file(claim: ["claimedOn": "2026-06-01"]), on: "2026-06-30")
    #expect(late.result == .fail)
    #expect(late.message.hasSuffix(": claim by 2026-05-30, claimed 2 days late, as of 2026-06-30."))
  }

  @Test func `a target that was met gives no credit`() throws {
    let context = try RuleSamples.context(on: "2026-05-30")
    #expect(Rule.serviceCredits.judge(try file(value: "99.9"), context).isEmpty)
  }

  @Test func `a credit whose amount is not known is due too`() throws {
    var file = try file()
    file.agreements[0].records[CreditRule.self][0].charge = nil
    let judgement = try judge(file, on: "2026-05-31")
    #expect(judgement.result == .fail)
    #expect(judgement.message.hasPrefix("Credit of an amount not known of CR-1 on C-1 for 2026-04"))
  }

  @Test func `a target whose first day is not known cannot be judged`() throws {
    var file = try file()
    file.agreements[0].records[ServiceLevelTarget.self][0].validFrom = nil
    file.agreements[0].terms.startsOn = nil
    let judgement = try judge(file, on: "2026-05-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Credits of CR-1 on C-1: the bounds or the first day of target T-1 are not known."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-05-31")
    try Rule.serviceCredits.expectWaivable(try file(), context)
  }
}
