import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct INT01Tests {
  private let rule = Rule.internalAgreements
  private let day = "2025-06-30"

  private func context(_ facts: [String: String] = [:], on day: String? = nil) throws -> RuleContext
  {
    try RuleSamples.context(on: day ?? self.day) { context in
      context.graph = ServiceLevelSamples.graph()
      let base = ["service": "3", "party": "7"]
      guard let need = try? Dependency.sample("D-1", base.merging(facts) { $1 }) else { return }
      context.graph.records.add(need)
    }
  }

  private func file(
    _ items: [String: String]? = nil,
    on day: String? = nil,
    role: String = "internalSupplier"
  ) throws -> RelationshipFile {
    guard let items else { return RelationshipFile(party: RuleSamples.party(role)) }
    return try ServiceLevelSamples.file(
      .ola,
      on: day ?? self.day,
      role: role,
      endsOn: "2025-06-30"
    ) { agreement in
      agreement.contentItems = items.sorted { $0.key < $1.key }.map {
        AgreementFile.ContentItem(key: $0.key, state: $0.value)
      }
    }
  }

  private let complete = [
    "scope": "present", "requirements": "reference", "targets": "present", "interfaces": "present",
  ]

  @Test func `a need without agreement is minor, and major if the service stops without it`() throws
  {
    let judgement = try rule.only(file(), context())
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(judgement.part == "S-1")
    #expect(
      judgement.message
        == "Service S-1 (Mail) relies on P-1 (Acme) without agreement as of 2025-06-30."
    )
    #expect(try rule.only(file(), context(["isCritical": "yes"])).grade == .major)
  }

  @Test func `an agreement holds through its last day`() throws {
    #expect(try rule.only(file(complete), context()).result == .pass)
    let late = try rule.only(
      file(complete, on: "2025-07-01"),
      context(on: "2025-07-01")
    )
    #expect(late.result == .fail)
    #expect(
      late.message
        == "Service S-1 (Mail) relies on P-1 (Acme); agreement A-1 ended 2025-06-30, 1 day ago as of 2025-07-01."
    )
  }

  @Test func `what the agreement lacks is named`() throws {
    var items = complete
    items["targets"] = "missing"
    items["interfaces"] = nil
    let judgement = try rule.only(file(items), context())
    #expect(judgement.result == .fail)
    #expect(
      judgement.message
        == "Service S-1 (Mail) relies on P-1 (Acme); agreement A-1 lacks targets as of 2025-06-30; not known: interfaces."
    )
    var measured = try file(items)
    measured.agreements[0].records.add(try ServiceLevelSamples.target())
    #expect(try rule.only(measured, context()).result == .insufficientData)
    measured.records.add(
      try ProcessInterface.sample(
        "I-1",
        ["party": "7", "process": "Incident", "agreedOn": "2025-01-01"]
      )
    )
    #expect(try rule.only(measured, context()).result == .pass)
  }

  @Test func `what nobody checked is not known`() throws {
    let judgement = try rule.only(file([:]), context())
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Service S-1 (Mail) relies on P-1 (Acme); whether agreement A-1 states activities, other commitments, targets and interfaces is not known."
    )
    var open = try file(complete)
    open.agreements[0].standing.status = .unknown
    #expect(
      try rule.only(open, context()).message
        == "Service S-1 (Mail) relies on P-1 (Acme); whether agreement A-1 is in force is not known."
    )
  }

  @Test func `customers count as well, external suppliers and parties without need do not`() throws
  {
    #expect(try rule.only(file(role: "customer"), context()).result == .fail)
    #expect(rule.judge(try file(role: "supplier"), try context()).isEmpty)
    #expect(rule.judge(try file(), try RuleSamples.context(on: day)).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try rule.expectWaivers("party", "P-1", file(), context())
  }
}
