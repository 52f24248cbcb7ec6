import Model
import Testing

@testable import Rules

@Suite struct INT04Tests {
  private let rule = Rule.internalMisses

  private func file(
    _ kind: AgreementKind = .ola,
    on day: String,
    _ facts: [String: String] = ["value": "99.5"]
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(kind, on: day, role: "internalSupplier") { agreement in
      agreement.records.add(try ServiceLevelSamples.target(["validFrom": "2025-01-01"]))
      agreement.records.add(try ServiceLevelSamples.measurement("2025-01", facts))
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `the review is due twenty business days after the value was`() throws {
    #expect(try judge(file(on: "2025-03-14"), on: "2025-03-14").result == .dueSoon)
    let late = try judge(file(on: "2025-03-15"), on: "2025-03-15")
    #expect(
      late.message
        == "Miss of target T-1 (Availability) of OLA A-1 with Acme in 2025-01 (99.5 against at least 99.9 %): no cause and no improvement or reason for none, due 2025-03-14, 1 day overdue as of 2025-03-15."
    )
  }

  @Test func `a reviewed miss passes, one without value is not shown`() throws {
    let reviewed = ["value": "99.5", "cause": "Power", "noActionBecause": "Once only"]
    #expect(try judge(file(on: "2025-03-15", reviewed), on: "2025-03-15").result == .pass)
    #expect(try judge(file(on: "2025-03-15", [:]), on: "2025-03-15").result == .insufficientData)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2025-03-15")
    try rule.expectWaivers("agreement", "A-1", file(on: "2025-03-15"), context)
  }
}
