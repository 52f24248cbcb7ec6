import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP07Tests {
  private let day = "2026-03-31"

  /// A contract with what it says of sub-contracting, and the chain behind it.
  private func file(
    _ state: String? = "present",
    _ links: [[String: String]] = []
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      contract.contentItems =
        state.map {
          [AgreementFile.ContentItem(key: "subcontracting", state: $0)]
        } ?? []
      for (index, facts) in links.enumerated() {
        contract.records.add(
          try SupplyChainLink.sample(
            "SC-\(index + 1)",
            id: Int64(index + 1),
            facts.merging(["agreement": "1"]) { $1 }
          )
        )
      }
    }
  }

  private func chain(confirmedOn lead: String?, _ sub: String?) -> [[String: String]] {
    var first = ["rank": "1", "supplier": "7"]
    first["confirmedOn"] = lead
    var second = ["rank": "2", "supplier": "8", "recipient": "7"]
    second["confirmedOn"] = sub
    return [first, second]
  }

  private func judge(_ file: RelationshipFile, on day: String? = nil) throws -> Judgement {
    let context = try RuleSamples.context(on: day ?? self.day, edition: .of2011)
    return try Rule.supplyChains.only(file, context)
  }

  @Test func `a contract that deals with sub-contracting needs a chain`() throws {
    let judgement = try judge(try file())
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == """
        Sub-suppliers behind C-1 with Acme are unknown: the contract deals with sub-contracting and \
        nobody is listed as of 2026-03-31.
        """
    )
  }

  @Test(arguments: [nil, "missing"])
  func `a contract that says nothing cannot be judged`(_ state: String?) throws {
    let judgement = try judge(try file(state))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Sub-suppliers behind C-1 with Acme: nobody is listed, and whether the contract allows any \
        is not known.
        """
    )
  }

  @Test func `where sub-contracting does not apply nothing is needed`() throws {
    let judgement = try judge(try file("notApplicable"))
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "Sub-contracting does not concern contract C-1.")
  }

  @Test func `the twelfth month is due, the day after is overdue`() throws {
    let file = try file("present", chain(confirmedOn: "2026-01-01", "2025-03-30"))
    #expect(try judge(file, on: "2026-03-30").result == .dueSoon)
    let late = try judge(file)
    #expect(late.result == .fail)
    #expect(
      late.message
        == """
        Sub-suppliers behind C-1 with Acme: last confirmed 2025-03-30, due 2026-03-30, 1 day \
        overdue as of 2026-03-31.
        """
    )
    #expect(late.evidence.map(\.reference) == ["SC-1", "SC-2"])
  }

  @Test func `a chain that was never confirmed cannot be judged`() throws {
    let judgement = try judge(try file("present", chain(confirmedOn: "2026-01-01", nil)))
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Sub-suppliers behind C-1 with Acme: when they were confirmed is not known."
    )
  }

  @Test func `a chain that contradicts itself is found`() throws {
    var links = chain(confirmedOn: day, day)
    links[1]["recipient"] = "9"
    let judgement = try judge(try file("present", links))
    #expect(judgement.result == .fail)
    #expect(
      judgement.message
        == """
        Sub-suppliers behind C-1 with Acme: the chain contradicts itself. SC-2's supplier has \
        rank 2, but somebody else has not rank 1.
        """
    )
  }

  @Test func `a place of the chain counts through its last day`() throws {
    var links = chain(confirmedOn: day, day)
    links[0]["validThrough"] = day
    links[1]["validThrough"] = day
    #expect(try judge(try file("present", links)).result == .pass)
    links[0]["validThrough"] = "2026-03-30"
    links[1]["validThrough"] = "2026-03-30"
    #expect(try judge(try file("present", links)).result == .fail)
  }

  @Test func `in 2018 it is an observation unless DORA applies`() throws {
    let context = try RuleSamples.context(on: day)
    var file = try file()
    #expect(Rule.supplyChains.run(file, context).findings.first?.judgement.grade == .observation)
    file.records.add(
      try TierAssessment.sample(
        "T-1",
        ["party": "7", "impact": "3", "risk": "3", "underDora": "yes", "assessedOn": "2026-01-01"]
      )
    )
    #expect(Rule.supplyChains.run(file, context).findings.first?.judgement.grade == .minor)
  }

  @Test func `a waiver holds through its last day`() throws {
    try Rule.supplyChains.expectWaivable(try file(), try RuleSamples.context(on: day))
  }
}
