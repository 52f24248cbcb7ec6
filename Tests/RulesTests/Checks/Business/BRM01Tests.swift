import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM01Tests {
  /// A customer since 2025-01-15 with a contact and a user group, its list confirmed on the day.
  private func file(on day: String, confirmedOn: String? = nil) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day, slaFrom: "2025-01-15")
    file.party.contacts = [PartyFacts.Contact(name: "Bea", email: "bea@acme.example")]
    file.records.add(try UserGroup.sample("U-1", ["party": "7", "name": "Sales"]))
    if let confirmedOn {
      file.records.add(
        try StakeholderConfirmation.sample("K-1", ["party": "7", "confirmedOn": confirmedOn])
      )
    }
    return file
  }

  private func judge(
    _ file: RelationshipFile,
    on day: String,
    edition: Edition = .of2018
  ) throws -> Judgement {
    try CustomerSamples.judge(.customers, file, on: day, edition: edition)
  }

  @Test func `a customer whom we know well passes`() throws {
    let judgement = try judge(
      try file(on: "2026-02-01", confirmedOn: "2025-11-01"),
      on: "2026-02-01"
    )
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-11-01")
    #expect(judgement.evidence == [Judgement.Evidence("stakeholderConfirmation", "K-1")])
  }

  @Test func `a list that is due on the day is not late, the day after it is`() throws {
    let due = try judge(try file(on: "2026-01-15"), on: "2026-01-15")
    #expect(due.result == .dueSoon)
    let late = try judge(try file(on: "2026-01-16"), on: "2026-01-16")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Stakeholder list of customer P-1 (Acme): never confirmed, due 2026-01-15, 1 day overdue as of 2026-01-16."
    )
  }

  @Test func `a customer without contact and user group is found`() throws {
    var file = try file(on: "2026-02-01", confirmedOn: "2025-11-01")
    file.party.contacts = [PartyFacts.Contact(name: "Bea")]
    file.records[UserGroup.self] = []
    let judgement = try judge(file, on: "2026-02-01")
    #expect(judgement.result == .fail)
    #expect(judgement.due == nil)
    #expect(
      judgement.message
        == "Customer P-1 (Acme): no contact with an address, no user group as of 2026-02-01."
    )
  }

  @Test func `what is missing and a late list are one finding`() throws {
    var file = try file(on: "2026-11-03", confirmedOn: "2025-11-01")
    file.party.contacts = []
    let judgement = try judge(file, on: "2026-11-03")
    #expect(judgement.due?.description == "2026-11-01")
    #expect(
      judgement.message
        == "Customer P-1 (Acme): no contact with an address as of 2026-11-03. Stakeholder list of customer P-1 (Acme): last confirmed 2025-11-01, due 2026-11-01, 2 days overdue as of 2026-11-03."
    )
  }

  @Test func `the edition of 2005 does not ask for users`() throws {
    var file = try file(on: "2026-02-01", confirmedOn: "2025-11-01")
    file.records[UserGroup.self] = []
    #expect(try judge(file, on: "2026-02-01", edition: .of2005).result == .pass)
    #expect(try judge(file, on: "2026-02-01", edition: .of2011).result == .fail)
  }

  @Test func `a customer since nobody knows when cannot be judged`() throws {
    var file = try file(on: "2026-02-01")
    file.agreements = []
    let judgement = try judge(file, on: "2026-02-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Customer P-1 (Acme): nothing says when the stakeholder list was confirmed or is due."
    )
  }

  @Test func `a supplier is not judged`() throws {
    let file = RelationshipFile(party: RuleSamples.party())
    #expect(Rule.customers.judge(file, try RuleSamples.context(on: "2026-02-01")).isEmpty)
  }

  @Test func `no customer at all is major, one is enough`() throws {
    let none = Rule.customers.run(nil, try RuleSamples.context(on: "2026-02-01"))
    let finding = try #require(none.findings.first)
    #expect(finding.judgement.grade == .major)
    #expect(finding.key == "BRM-01/organization/-/-")
    #expect(finding.judgement.message == "No party is recorded as a customer as of 2026-02-01.")
    let context = try RuleSamples.context(on: "2026-02-01") {
      $0.organization.partyCounts = ["customer": 1]
    }
    var check = Check([.customers], context, keepsAll: true)
    let one = check.finish()
    #expect(one.summary == [.pass: 1])
    #expect(one.kept.first?.judgement.message == "Customers are recorded as of 2026-02-01.")
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .customers, until: "2026-02-28") { context in
      context.organization.partyCounts = ["customer": 1]
    } file: { day in
      try file(on: day)
    }
  }
}
