import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM05Tests {
  private let rule = Rule.serviceLevelChanges

  private func file(
    on day: String = "2025-03-11",
    from: String? = "2025-03-01",
    change: [String: String]? = nil,
    decision: String? = nil
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(on: day) { agreement in
      let first = try RuleSamples.day("2024-01-01")
      agreement.versions = [AgreementFile.Version(number: 1, effectiveFrom: first)]
      if decision == nil {
        let day = try from.map { try RuleSamples.day($0) }
        agreement.versions.append(AgreementFile.Version(number: 2, effectiveFrom: day))
      }
      if let change {
        agreement.records.add(
          try ChangeRequest.sample(
            "CH-1",
            ["title": "More", "agreement": "1"].merging(change) { $1 }
          )
        )
      }
      if let decision {
        agreement.records.add(
          try Decision.sample(
            "D-1",
            id: 5,
            ["kind": "changeAgreement", "agreement": "1", "decidedOn": decision]
          )
        )
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String = "2025-03-11") throws -> Judgement {
    try rule.only(file, context(on: day))
  }

  private func context(on day: String) throws -> RuleContext {
    let since = try RuleSamples.day("2025-03-01")
    return try RuleSamples.context(on: day) { $0.policySince = since }
  }

  @Test func `versions from before the first policy are not judged`() throws {
    let earlier = try judge(file(from: "2025-02-28"))
    #expect(earlier.result == .pass)
    #expect(earlier.message == "SLA A-1 with Acme: no version and no decision to be judged.")
  }

  @Test func `without a first day of the policy a lapse is not shown`() throws {
    let context = try RuleSamples.context(on: "2025-03-11")
    let judgement = try rule.only(file(), context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Version 2 of SLA A-1 with Acme took effect 2025-03-01 without approved change (10 days ago as of 2025-03-11). It is not known since when a policy asks for one."
    )
  }

  @Test func `a version in effect without an approved change is major`() throws {
    let judgement = try judge(file())
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(judgement.part == "version 2")
    #expect(
      judgement.message
        == "Version 2 of SLA A-1 with Acme took effect 2025-03-01 without approved change (10 days ago as of 2025-03-11)."
    )
    let unapproved = try judge(file(change: ["version": "2"]))
    #expect(unapproved.message.hasSuffix("; change CH-1 is not approved."))
  }

  @Test func `approved on the day it takes effect is in time, the day after is late`() throws {
    let inTime = try judge(file(change: ["version": "2", "approvedOn": "2025-03-01"]))
    #expect(inTime.result == .pass)
    let late = try judge(
      file(change: ["effectiveFrom": "2025-03-01", "approvedOn": "2025-03-02"])
    )
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Version 2 of SLA A-1 with Acme took effect 2025-03-01; its change was approved on 2025-03-02, 1 day later."
    )
  }

  @Test func `a change of another version does not count`() throws {
    let judgement = try judge(file(change: ["version": "3", "approvedOn": "2025-02-01"]))
    #expect(judgement.result == .fail)
  }

  @Test func `a version counts from the day it takes effect`() throws {
    #expect(try judge(file(), on: "2025-02-28").result == .pass)
    #expect(try judge(file(), on: "2025-03-01").result == .fail)
  }

  @Test func `a version without a day, and no version at all, cannot be judged`() throws {
    let undated = try judge(file(from: nil))
    #expect(undated.result == .insufficientData)
    #expect(
      undated.message
        == "Version 2 of SLA A-1 with Acme: it is not known from when it takes effect."
    )
    let bare = try judge(ServiceLevelSamples.file(on: "2025-03-11"))
    #expect(bare.message == "SLA A-1 with Acme: no version of it is recorded.")
    #expect(bare.result == .insufficientData)
  }

  @Test func `a decision leads to a change within twenty business days`() throws {
    // 20 business days after Monday 3 March 2025 is Monday 31 March.
    let due = try judge(file(decision: "2025-03-03"), on: "2025-03-31")
    #expect(due.result == .dueSoon)
    let late = try judge(file(decision: "2025-03-03"), on: "2025-04-01")
    #expect(late.result == .fail)
    #expect(
      late.message
        == "Decision D-1 of 2025-03-03 to change SLA A-1 with Acme: no change raised, due 2025-03-31, 1 day overdue as of 2025-04-01."
    )
    let raised = try judge(
      file(change: ["decision": "5"], decision: "2025-03-03"),
      on: "2025-04-01"
    )
    #expect(raised.result == .pass)
  }

  @Test func `without a calendar the day for a change is not known`() throws {
    var file = try file(decision: "2025-03-03")
    file.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2025-04-01") { $0.organization.calendar = nil }
    let judgement = try rule.only(file, context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Decision D-1 of 2025-03-03 to change SLA A-1 with Acme: no calendar says by when the change is to be raised."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try rule.expectWaivers("agreement", "A-1", file(), context(on: "2025-03-11"))
  }
}
