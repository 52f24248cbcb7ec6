import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM04Tests {
  private let rule = Rule.agreementSignatures

  private func file(
    _ signatures: [(String, String?)],
    signedOn: String? = nil,
    members: Bool = true
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(on: "2025-01-10") { agreement in
      agreement.terms.signedOn = try signedOn.map { try RuleSamples.day($0) }
      if members {
        agreement.members = [
          AgreementFile.Member(role: "buyer", party: 7, reference: "P-1"),
          AgreementFile.Member(role: "supplier", party: 1, reference: "P-0", isOwn: true),
          AgreementFile.Member(role: "signatory", party: 1, reference: "P-0", isOwn: true),
        ]
      }
      for (party, day) in signatures {
        var facts = ["agreement": "1", "party": party]
        facts["signedOn"] = day
        agreement.records.add(try Signature.sample("SG-\(party)", facts))
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String = "2025-01-10") throws -> Judgement {
    try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `each party that has not signed is named once`() throws {
    let none = try judge(file([]))
    #expect(none.result == .fail)
    #expect(none.grade == .minor)
    #expect(none.message == "SLA A-1 with Acme: not signed by P-1 and P-0 as of 2025-01-10.")
  }

  @Test func `a signature counts from its day on`() throws {
    let file = try file([("7", "2025-01-02"), ("1", "2025-01-10")])
    #expect(try judge(file).result == .pass)
    #expect(
      try judge(file, on: "2025-01-09").message
        == "SLA A-1 with Acme: not signed by P-0 as of 2025-01-09."
    )
  }

  @Test func `the day of the last signature suffices`() throws {
    #expect(try judge(file([], signedOn: "2025-01-10")).result == .pass)
    #expect(try judge(file([], signedOn: "2025-01-11")).result == .fail)
  }

  @Test func `without days or parties it cannot be judged`() throws {
    let undated = try judge(file([("7", "2025-01-02"), ("1", nil)]))
    #expect(undated.result == .insufficientData)
    #expect(undated.message == "SLA A-1 with Acme: it is not known when P-0 signed.")
    let nobody = try judge(file([], members: false))
    #expect(nobody.result == .insufficientData)
    #expect(nobody.message == "SLA A-1 with Acme: it is not known who takes part in it.")
  }

  @Test func `only the 2005 edition has a clause, so that it is an observation in others`() throws {
    let file = try file([])
    let now = rule.run(file, try RuleSamples.context(on: "2025-01-10")).findings.first
    #expect(now?.judgement.grade == .observation)
    #expect(now?.clause == nil)
    let then = rule.run(file, try RuleSamples.context(on: "2025-01-10", edition: .of2005))
    #expect(then.findings.first?.judgement.grade == .minor)
  }

  @Test func `a waiver holds through its last day`() throws {
    try rule.expectWaivers("agreement", "A-1", file([]), RuleSamples.context(on: "2025-01-10"))
  }
}
