import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM09Tests {
  private let rule = Rule.serviceLevelMisses

  /// An SLA with a monthly target since 2025-01-01 and a value for January.
  private func file(
    on day: String,
    _ facts: [String: String]? = ["value": "99.5"],
    target: [String: String] = [:],
    action: Bool = false
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(on: day) { agreement in
      let target = ["validFrom": "2025-01-01"].merging(target) { $1 }
      agreement.records.add(try ServiceLevelSamples.target(target))
      if let facts {
        agreement.records.add(try ServiceLevelSamples.measurement("2025-01", facts))
      }
      if action {
        agreement.records.add(
          try Action.sample(
            "AC-1",
            ["kind": "improvement", "title": "Second line", "measurement": "1"]
          )
        )
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `the review is due twenty business days after the value was`() throws {
    // The value was due on Friday 14 February 2025; 20 business days later is Friday 14 March.
    let due = try judge(file(on: "2025-03-14"), on: "2025-03-14")
    #expect(due.result == .dueSoon)
    let late = try judge(file(on: "2025-03-15"), on: "2025-03-15")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "M-2025-01")
    #expect(late.evidence == [Judgement.Evidence("measurement", "M-2025-01")])
    #expect(
      late.message
        == "Miss of target T-1 (Availability) of SLA A-1 with Acme in 2025-01 (99.5 against at least 99.9 %): no cause and no improvement or reason for none, due 2025-03-14, 1 day overdue as of 2025-03-15."
    )
  }

  @Test func `cause and decision are both needed`() throws {
    let day = "2025-03-15"
    let caused = try judge(file(on: day, ["value": "99.5", "cause": "Power"]), on: day)
    #expect(caused.message.contains(": no improvement or reason for none, due 2025-03-14,"))
    let reason = ["value": "99.5", "noActionBecause": "Once only"]
    #expect(try judge(file(on: day, reason), on: day).message.contains(": no cause, due "))
    let complete = ["value": "99.5", "cause": "Power", "improvement": "9"]
    #expect(try judge(file(on: day, complete), on: day).result == .pass)
    let acted = try file(on: day, ["value": "99.5", "cause": "Power"], action: true)
    #expect(try judge(acted, on: day).result == .pass)
  }

  @Test func `values are compared exactly`() throws {
    let day = "2025-03-15"
    // 2397.5 of 2400 hours are 99.8958 %, which is shown as 99.90 % when rounded.
    let missed = ["numerator": "4795", "denominator": "4800"]
    #expect(
      try judge(file(on: day, missed), on: day).message.contains("(99.895833… against at least")
    )
    let met = try judge(file(on: day, ["value": "99.90"]), on: day)
    #expect(met.result == .pass)
    #expect(
      met.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no miss among 1 value of the last 2 periods."
    )
  }

  @Test func `a value in dispute is no miss until it is decided`() throws {
    let day = "2025-03-15"
    let open = ["value": "99.5", "otherValue": "99.95"]
    #expect(try judge(file(on: day, open), on: day).result == .insufficientData)
    let decided = open.merging(["state": "measured"]) { $1 }
    #expect(try judge(file(on: day, decided), on: day).result == .fail)
    let excluded = ["value": "99.5", "state": "excluded", "reason": "Flood"]
    #expect(try judge(file(on: day, excluded), on: day).result == .pass)
  }

  @Test func `a miss in a part of a period counts, one that is older than the periods does not`()
    throws
  {
    let part = ["value": "99.5", "periodStart": "2025-01-15"]
    let recent = try judge(file(on: "2025-03-15", part), on: "2025-03-15")
    #expect(recent.result == .fail)
    #expect(recent.message.contains(" in 2025-01-15 to 2025-01-31 (99.5 against "))
    #expect(try judge(file(on: "2026-01-31"), on: "2026-01-31").part == "M-2025-01")
    #expect(try judge(file(on: "2026-02-01"), on: "2026-02-01").part == "T-1")
    let over = ["validThrough": "2025-01-31"]
    let ended = try judge(file(on: "2026-03-01", target: over), on: "2026-03-01")
    #expect(ended.result == .insufficientData)
  }

  @Test func `without value, bounds, first day, target or calendar it cannot be judged`() throws {
    let day = "2025-03-15"
    let empty = try judge(file(on: day, nil), on: day)
    #expect(empty.result == .insufficientData)
    #expect(
      empty.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no value that counts in the last 2 periods, so no miss can be known."
    )
    let band = try judge(file(on: day, target: ["comparison": "between", "upper": "99"]), on: day)
    #expect(
      band.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: its bounds are no band, so no miss can be known."
    )
    #expect(
      try judge(ServiceLevelSamples.file(on: day), on: day).message
        == "SLA A-1 with Acme: no target of late is recorded, so no miss can be known."
    )
    var timeless = try file(on: day)
    timeless.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: day) { $0.organization.calendar = nil }
    let judgement = try rule.only(timeless, context)
    #expect(judgement.result == .insufficientData)
    #expect(judgement.message.hasSuffix(", and no calendar says by when they are due."))
  }

  @Test func `a waiver holds through its last day`() throws {
    let day = "2025-03-15"
    try rule.expectWaivers("agreement", "A-1", file(on: day), RuleSamples.context(on: day))
  }
}
