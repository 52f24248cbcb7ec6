import Model
import Testing

@testable import Rules

@Suite struct INT03Tests {
  private let rule = Rule.internalMeasurements

  private func file(
    _ kind: AgreementKind = .ola,
    on day: String,
    _ months: [String] = []
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(kind, on: day, role: "internalSupplier") { agreement in
      agreement.records.add(try ServiceLevelSamples.target(["validFrom": "2025-01-01"]))
      for month in months { agreement.records.add(try ServiceLevelSamples.measurement(month)) }
    }
  }

  @Test func `a value is due ten business days after its period`() throws {
    let due = try rule.only(
      file(on: "2025-03-14", ["2025-01"]),
      RuleSamples.context(on: "2025-03-14")
    )
    #expect(due.result == .dueSoon)
    let late = try rule.only(
      file(on: "2025-03-15", ["2025-01"]),
      RuleSamples.context(on: "2025-03-15")
    )
    #expect(late.result == .fail)
    #expect(
      late.message
        == "Target T-1 (Availability) of OLA A-1 with Acme: no value for 2025-02, due 2025-03-14, 1 day overdue as of 2025-03-15."
    )
  }

  @Test func `an SLA is not judged here, an OLA without target not shown`() throws {
    let context = try RuleSamples.context(on: "2025-03-15")
    #expect(rule.judge(try file(.sla, on: "2025-03-15"), context).isEmpty)
    let bare = try ServiceLevelSamples.file(.ola, on: "2025-03-15", role: "internalSupplier")
    #expect(try rule.only(bare, context).result == .insufficientData)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2025-03-15")
    try rule.expectWaivers("agreement", "A-1", file(on: "2025-03-15"), context)
  }
}
