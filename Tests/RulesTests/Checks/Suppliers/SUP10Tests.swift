import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP10Tests {
  private let day = "2026-03-31"

  private func context(
    on day: String? = nil,
    since: String? = "2025-01-01",
    _ change: (inout RuleContext) -> Void = { _ in }
  ) throws -> RuleContext {
    let since = try since.map { try RuleSamples.day($0) }
    return try RuleSamples.context(on: day ?? self.day) { context in
      context.policySince = since
      change(&context)
    }
  }

  /// A contract whose version 2 takes effect on the day, with the changes.
  private func file(
    versionFrom from: String? = "2026-03-01",
    _ changes: [[String: String]] = []
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      contract.versions = [
        AgreementFile.Version(number: 1, effectiveFrom: try RuleSamples.day("2024-01-01")),
        AgreementFile.Version(number: 2, effectiveFrom: try from.map { try RuleSamples.day($0) }),
      ]
      for (index, facts) in changes.enumerated() {
        contract.records.add(
          try ChangeRequest.sample(
            "CH-\(index + 1)",
            id: Int64(index + 1),
            facts.merging(["title": "More seats", "agreement": "1"]) { $1 }
          )
        )
      }
    }
  }

  private func decided(_ change: [String: String]? = nil) throws -> RelationshipFile {
    var file = try SupplierSamples.file(on: day)
    file.agreements[0].records.add(
      try Decision.sample(
        "DE-1",
        id: 4,
        ["kind": "changeAgreement", "agreement": "1", "decidedOn": "2026-03-02"]
      )
    )
    if let change {
      let facts = change.merging(["title": "More seats"]) { $1 }
      file.agreements[0].records.add(try ChangeRequest.sample("CH-1", facts))
    }
    return file
  }

  private func judge(_ changes: [[String: String]]) throws -> Judgement {
    try Rule.contractChanges.only(try file(changes), try context())
  }

  @Test func `a version without any change is major`() throws {
    let judgement = try judge([])
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(judgement.part == "version 2")
    #expect(
      judgement.message == "Version 2 of C-1 took effect 2026-03-01 without approved change."
    )
  }

  @Test func `a change approved on the day is in time, the day after it is not`() throws {
    let good = try judge([
      ["version": "2", "impactAssessedOn": "2026-03-01", "approvedOn": "2026-03-01"]
    ])
    #expect(good.result == .pass)
    #expect(good.message == "Version 2 of C-1 follows change CH-1, assessed and approved.")
    #expect(good.evidence == [Judgement.Evidence("change", "CH-1")])
    let late = try judge([
      ["version": "2", "impactAssessedOn": "2026-03-01", "approvedOn": "2026-03-02"]
    ])
    #expect(late.grade == .major)
    #expect(
      late.message
        == """
        Version 2 of C-1 took effect 2026-03-01 without approved change; change CH-1 was approved \
        2026-03-02, 1 day later.
        """
    )
  }

  @Test func `a change without a version is found by its day`() throws {
    let facts = ["impactAssessedOn": "2026-02-01", "approvedOn": "2026-02-01"]
    let same = facts.merging(["effectiveFrom": "2026-03-01"]) { $1 }
    #expect(try judge([same]).result == .pass)
    let other = facts.merging(["effectiveFrom": "2026-03-02"]) { $1 }
    #expect(try judge([other]).result == .fail)
  }

  @Test func `an approval without assessment, or before it, is minor`() throws {
    let never = try judge([["version": "2", "approvedOn": "2026-02-01"]])
    #expect(never.grade == .minor)
    #expect(
      never.message
        == """
        Version 2 of C-1: change CH-1 was approved 2026-02-01 without assessment of its impact.
        """
    )
    let late = try judge([
      ["version": "2", "approvedOn": "2026-02-01", "impactAssessedOn": "2026-02-03"]
    ])
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Version 2 of C-1: change CH-1 was approved 2026-02-01 without assessment of its impact, \
        which was assessed 2026-02-03, 2 days later.
        """
    )
  }

  @Test func `versions before the first policy and after the day are not judged`() throws {
    let rule = Rule.contractChanges
    let before = try rule.only(try file(versionFrom: "2024-12-31"), try context())
    #expect(before.result == .notApplicable)
    #expect(before.message == "Contract C-1 has no change to judge as of 2026-03-31.")
    #expect(try rule.only(try file(versionFrom: "2025-01-01"), try context()).result == .fail)
    let later = try rule.only(try file(versionFrom: "2026-04-01"), try context())
    #expect(later.result == .notApplicable)
  }

  @Test func `without a policy or the day of a version it cannot be judged`() throws {
    let rule = Rule.contractChanges
    let noPolicy = try rule.only(try file(), try context(since: nil))
    #expect(noPolicy.result == .insufficientData)
    #expect(
      noPolicy.message
        == """
        Version 2 of C-1 took effect 2026-03-01 without approved change. Whether it had to be is \
        not known, because no policy is in force.
        """
    )
    let noDay = try rule.only(try file(versionFrom: nil), try context())
    #expect(noDay.result == .insufficientData)
    #expect(noDay.message == "Version 2 of C-1: from when it took effect is not known.")
  }

  @Test func `a decision is due after twenty business days, the day after it is overdue`() throws {
    let rule = Rule.contractChanges
    let due = try rule.only(try decided(), try context(on: "2026-03-30"))
    #expect(due.result == .dueSoon)
    let late = try rule.only(try decided(), try context())
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "DE-1")
    #expect(
      late.message
        == """
        Change of C-1 by decision DE-1: decided 2026-03-02, no change raised, due 2026-03-30, 1 \
        day overdue as of 2026-03-31.
        """
    )
  }

  @Test func `a decision that led to a change passes`() throws {
    let judgement = try Rule.contractChanges.only(try decided(["decision": "4"]), try context())
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Change of C-1 by decision DE-1: CH-1 was raised.")
    let other = try Rule.contractChanges.only(try decided(["decision": "5"]), try context())
    #expect(other.result == .fail)
  }

  @Test func `without a calendar a decision cannot be judged`() throws {
    var file = try decided()
    file.agreements[0].calendar = nil
    let context = try context { $0.organization.calendar = nil }
    let judgement = try Rule.contractChanges.only(file, context)
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Change of C-1 by decision DE-1: decided 2026-03-02, no change raised; when it is due is \
        not known, because no calendar counts the business days.
        """
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try Rule.contractChanges.expectWaivable(try file(), try context())
  }
}
