import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP04Tests {
  private let keys2018 = ["scope", "requirements", "targets", "authorities"]

  private func file(
    _ states: [String: String],
    checkedOn: String? = "2026-01-10",
    versionFrom: String? = nil
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: "2026-03-31") { contract in
      contract.contentItems = try states.sorted { $0.key < $1.key }.map { key, state in
        AgreementFile.ContentItem(
          key: key,
          state: state,
          checkedOn: try checkedOn.map { try RuleSamples.day($0) }
        )
      }
      contract.versions = [
        AgreementFile.Version(number: 1, effectiveFrom: try RuleSamples.day("2024-01-01"))
      ]
      if let versionFrom {
        contract.versions.append(
          AgreementFile.Version(number: 2, effectiveFrom: try RuleSamples.day(versionFrom))
        )
      }
    }
  }

  private var complete: [String: String] {
    Dictionary(uniqueKeysWithValues: keys2018.map { ($0, "present") })
  }

  private func judge(
    _ file: RelationshipFile,
    _ edition: Edition = .of2018
  ) throws -> Judgement {
    try Rule.contractContent.only(file, try RuleSamples.context(on: "2026-03-31", edition: edition))
  }

  @Test func `a complete contract passes, wherever the items are written`() throws {
    var states = complete
    states["targets"] = "reference"
    states["authorities"] = "notApplicable"
    #expect(try judge(try file(states)).result == .pass)
  }

  @Test func `a missing item is minor, a missing scope or target is major`() throws {
    var states = complete
    states["authorities"] = "missing"
    let minor = try judge(try file(states))
    #expect(minor.grade == .minor)
    #expect(minor.message == "Contract C-1 lacks authorities as of 2026-03-31.")
    states["scope"] = "missing"
    states["requirements"] = nil
    let major = try judge(try file(states))
    #expect(major.grade == .major)
    #expect(
      major.message
        == "Contract C-1 lacks scope, authorities as of 2026-03-31. Not looked at: requirements."
    )
  }

  @Test func `a list that nobody filled in is no pass`() throws {
    let judgement = try judge(try file([:]))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Contract C-1: whether it states what it must is not known. Not looked at: scope, \
        requirements, targets, authorities.
        """
    )
  }

  @Test func `the items are those of the edition`() throws {
    let of2011 = try judge(try file(complete), .of2011)
    #expect(
      of2011.message.hasSuffix(
        """
        Not looked at: dependencies, interfaces, integration, workload, exceptions, reporting, \
        charging, ending.
        """
      )
    )
    let of2005 = try judge(try file(complete), .of2005)
    #expect(
      of2005.message.hasSuffix("Not looked at: interfaces, reporting, ending, subcontracting.")
    )
  }

  @Test func `where DORA applies its items are needed too, more for critical functions`() throws {
    var file = try file(complete)
    let facts = ["party": "7", "impact": "3", "risk": "3", "assessedOn": "2026-01-01"]
    let dora = facts.merging(["underDora": "yes"]) { $1 }
    file.records.add(try TierAssessment.sample("T-1", dora))
    #expect(
      try judge(file).message.hasSuffix(
        """
        Not looked at: ending, subcontracting, locations, dataProtection, dataReturn, \
        incidentHelp, authoritiesCoop, training.
        """
      )
    )
    file.records[TierAssessment.self][0].isCritical = true
    #expect(
      try judge(file).message.hasSuffix(
        """
        Not looked at: reporting, ending, subcontracting, locations, dataProtection, dataReturn, \
        incidentHelp, authoritiesCoop, training, continuity, auditRights, tlpt.
        """
      )
    )
  }

  @Test func `a list checked on the day of the latest version holds, one checked before fails`()
    throws
  {
    #expect(try judge(try file(complete, versionFrom: "2026-01-10")).result == .pass)
    let old = try judge(try file(complete, versionFrom: "2026-01-11"))
    #expect(old.result == .fail)
    #expect(old.grade == .minor)
    #expect(
      old.message
        == """
        Contract C-1: its content was last checked on 2026-01-10, 1 day before version 2 took \
        effect on 2026-01-11.
        """
    )
    #expect(try judge(try file(complete, versionFrom: "2026-04-01")).result == .pass)
  }

  @Test func `without the day of the check a later version cannot be judged`() throws {
    let judgement = try judge(try file(complete, checkedOn: nil, versionFrom: "2026-01-10"))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Contract C-1: whether its content was checked since version 2 is not known."
    )
  }

  @Test func `a contract that is over is not judged`() throws {
    let file = try SupplierSamples.file(on: "2026-03-31", endsOn: "2026-03-30")
    #expect(try judge(file).result == .notApplicable)
  }

  @Test func `a waiver holds through its last day`() throws {
    var states = complete
    states["authorities"] = "missing"
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.contractContent.expectWaivable(try file(states), context)
  }
}
