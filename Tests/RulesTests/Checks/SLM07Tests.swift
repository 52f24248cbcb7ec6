import Model
import Testing

@testable import Rules

@Suite struct SLM07Tests {
  private let rule = Rule.serviceLevelMeasurements

  /// An SLA since 2024-01-01 with a monthly target since 2025-01-01, measured in the months.
  private func file(
    on day: String,
    _ months: [String] = [],
    target: [String: String] = ["validFrom": "2025-01-01"]
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(on: day) { agreement in
      agreement.records.add(try ServiceLevelSamples.target(target))
      for (index, month) in months.enumerated() {
        agreement.records.add(
          try ServiceLevelSamples.measurement(month, id: Int64(index + 1))
        )
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `a value is due ten business days after its period`() throws {
    // 10 business days after Friday 28 February 2025 is Friday 14 March.
    let months = ["2025-01"]
    let due = try judge(file(on: "2025-03-14", months), on: "2025-03-14")
    #expect(due.result == .dueSoon)
    #expect(
      due.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no value for 2025-02 yet, due 2025-03-14."
    )
    let late = try judge(file(on: "2025-03-15", months), on: "2025-03-15")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "T-1")
    #expect(
      late.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no value for 2025-02, due 2025-03-14, 1 day overdue as of 2025-03-15."
    )
  }

  @Test func `all values there is a pass, with the next due day`() throws {
    let judgement = try judge(file(on: "2025-03-15", ["2025-01", "2025-02"]), on: "2025-03-15")
    #expect(judgement.result == .pass)
    // 10 business days after Monday 31 March 2025 is Monday 14 April.
    #expect(judgement.due?.description == "2025-04-14")
    #expect(
      judgement.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: a value for each of the last periods, the latest 2025-02."
    )
  }

  @Test func `no value ever is major at once`() throws {
    let judgement = try judge(file(on: "2025-02-20"), on: "2025-02-20")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
  }

  @Test func `three periods in a row are major, two with a value between are not`() throws {
    let three = try judge(file(on: "2025-05-20", ["2025-01"]), on: "2025-05-20")
    #expect(three.grade == .major)
    #expect(three.message.contains(": no value for 2025-02, 2025-03 and 2025-04, due 2025-03-14,"))
    let two = try judge(file(on: "2025-05-20", ["2025-01", "2025-03"]), on: "2025-05-20")
    #expect(two.grade == .minor)
  }

  @Test func `a period without data needs its reason`() throws {
    var file = try file(on: "2025-02-20", ["2025-01"])
    file.agreements[0].records[Measurement.self][0].value = nil
    file.agreements[0].records[Measurement.self][0].state = .noData
    #expect(try judge(file, on: "2025-02-20").result == .fail)
    file.agreements[0].records[Measurement.self][0].reason = "Probe was down."
    #expect(try judge(file, on: "2025-02-20").result == .pass)
  }

  @Test func `only the last twelve finished periods count`() throws {
    let months = (2...12).map { $0 < 10 ? "2025-0\($0)" : "2025-\($0)" } + ["2026-01"]
    #expect(try judge(file(on: "2026-02-10", months), on: "2026-02-10").result == .pass)
    #expect(try judge(file(on: "2026-01-31", months), on: "2026-01-31").result == .fail)
  }

  @Test func `a target that ended is judged while its periods are looked at`() throws {
    let target = ["validFrom": "2025-01-01", "validThrough": "2025-01-31"]
    let recent = try judge(file(on: "2026-01-31", target: target), on: "2026-01-31")
    #expect(recent.result == .fail)
    let old = try judge(file(on: "2026-02-01", target: target), on: "2026-02-01")
    #expect(old.message.contains("no target of late is recorded"))
  }

  @Test func `a target that began within a month is first due for the next`() throws {
    let target = ["validFrom": "2025-01-15"]
    let judgement = try judge(file(on: "2025-02-20", target: target), on: "2025-02-20")
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no period has ended yet."
    )
  }

  @Test func `without target, first day or calendar it cannot be judged`() throws {
    let none = try judge(ServiceLevelSamples.file(on: "2025-03-15"), on: "2025-03-15")
    #expect(none.result == .insufficientData)
    #expect(
      none.message
        == "SLA A-1 with Acme: no target of late is recorded, so nothing shows how it performs."
    )
    var bare = try file(on: "2025-03-15", target: [:])
    bare.agreements[0].terms.startsOn = nil
    #expect(
      try judge(bare, on: "2025-03-15").message
        == "Target T-1 (Availability) of SLA A-1 with Acme: it has no first day, so no period is known."
    )
    var timeless = try file(on: "2025-03-15")
    timeless.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2025-03-15") { $0.organization.calendar = nil }
    let judgement = try rule.only(timeless, context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Target T-1 (Availability) of SLA A-1 with Acme: no calendar says by when the value for 2025-01 is due."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2025-02-20")
    try rule.expectWaivers("agreement", "A-1", file(on: "2025-02-20"), context)
  }
}
