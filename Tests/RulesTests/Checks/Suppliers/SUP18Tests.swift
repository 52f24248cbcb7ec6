import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP18Tests {
  private func file(
    _ data: String? = "personal",
    agreedOn: String? = "2025-01-01",
    _ change: (inout RecordShelf) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party())
    if let data {
      var facts = ["party": "7", "dataClass": data]
      facts["agreedOn"] = agreedOn
      file.records.add(try SecurityTerms.sample("ST-1", facts))
    }
    try change(&file.records)
    return file
  }

  /// Adds a proof that was accepted.
  private func add(
    _ kind: String,
    _ first: String,
    _ last: String,
    id: Int64 = 1,
    acceptedOn: String = "2026-01-15",
    to shelf: inout RecordShelf
  ) throws {
    let isCertificate = kind == "iso27001"
    let facts = [
      "kind": kind, "title": "Proof", "party": "7", "receivedOn": "2026-01-10",
      (isCertificate ? "validFrom" : "periodStart"): first,
      (isCertificate ? "validThrough" : "periodEnd"): last,
    ]
    shelf.add(try Proof.sample("PR-\(id)", id: id, facts))
    let decided = [
      "proof": "\(id)", "isAccepted": "yes", "decidedOn": acceptedOn, "decidedBy": "Ada",
    ]
    shelf.add(try ProofDecision.sample("PD-\(id)", id: id, decided))
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.supplierSecurity.only(file, try RuleSamples.context(on: day))
  }

  @Test func `without agreed terms it fails, majorly for personal data`() throws {
    let personal = try judge(try file(agreedOn: nil), on: "2026-03-31")
    #expect(personal.result == .fail)
    #expect(personal.grade == .major)
    #expect(
      personal.message
        == """
        Supplier P-1 (Acme) handles personal data; no security terms are agreed as of 2026-03-31.
        """
    )
    #expect(try judge(try file("internal", agreedOn: nil), on: "2026-03-31").grade == .minor)
    #expect(try judge(try file(agreedOn: "2026-04-01"), on: "2026-03-31").grade == .major)
  }

  @Test func `without any accepted proof it fails`() throws {
    #expect(
      try judge(try file(), on: "2026-03-31").message
        == """
        Supplier P-1 (Acme) handles personal data; no certificate or report was accepted as of \
        2026-03-31.
        """
    )
  }

  @Test func `a certificate holds through its last day and is chased sixty days before`() throws {
    let file = try file { try add("iso27001", "2024-06-15", "2027-06-14", to: &$0) }
    let valid = try judge(file, on: "2027-04-14")
    #expect(valid.result == .pass)
    #expect(
      valid.message
        == "Supplier P-1 (Acme) handles personal data; its assurance holds through 2027-06-14."
    )
    #expect(try judge(file, on: "2027-04-15").result == .dueSoon)
    #expect(
      try judge(file, on: "2027-06-14").message
        == """
        Supplier P-1 (Acme) handles personal data; its assurance ends 2027-06-14, the next one is \
        to be asked for.
        """
    )
    let over = try judge(file, on: "2027-06-16")
    #expect(over.grade == .major)
    #expect(
      over.message
        == """
        Supplier P-1 (Acme) handles personal data; it has had no valid assurance since 2027-06-15, \
        1 day as of 2027-06-16.
        """
    )
    #expect(try judge(file, on: "2026-01-14").result == .fail)
  }

  @Test func `a report counts for twelve months and while the next one is issued`() throws {
    let file = try file { try add("soc2", "2025-01-01", "2025-12-31", to: &$0) }
    #expect(try judge(file, on: "2026-11-22").result == .pass)
    let grace = try judge(file, on: "2027-01-15")
    #expect(grace.result == .dueSoon)
    #expect(grace.message.contains("its assurance ended 2026-12-31"))
    #expect(try judge(file, on: "2027-03-31").result == .dueSoon)
    #expect(try judge(file, on: "2027-04-01").result == .fail)
  }

  @Test func `days between two reports need a letter`() throws {
    var file = try file { shelf in
      try add("soc2", "2025-01-01", "2025-12-31", to: &shelf)
      try add("soc2", "2026-03-01", "2027-02-28", id: 2, acceptedOn: "2027-03-15", to: &shelf)
    }
    let gap = try judge(file, on: "2027-04-01")
    #expect(gap.result == .fail)
    #expect(gap.message.hasSuffix(" Nothing covers 2026-01-01 to 2026-02-28."))
    try add("bridgeLetter", "2026-01-01", "2026-02-28", id: 3, to: &file.records)
    #expect(try judge(file, on: "2027-04-01").result == .pass)
  }

  @Test func `a supplier that handles no data of ours needs nothing`() throws {
    let judgement = try judge(try file("none"), on: "2026-03-31")
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "Supplier P-1 (Acme) handles no data of ours.")
  }

  @Test func `a component says that it handles data`() throws {
    let context = try RuleSamples.context(on: "2026-03-31").adding(
      try Component.sample(
        "CO-1",
        ["name": "Database", "service": "3", "operatedBy": "7", "dataClass": "critical"]
      )
    )
    let judgement = try Rule.supplierSecurity.only(try file(nil), context)
    #expect(judgement.grade == .major)
    #expect(judgement.message.hasPrefix("Supplier P-1 (Acme) handles critical data; no security"))
  }

  @Test func `without any word about data it cannot be judged`() throws {
    let judgement = try judge(try file(nil), on: "2026-03-31")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Supplier P-1 (Acme): nothing says whether it handles data of ours."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-31")
    try Rule.supplierSecurity.expectWaivable(try file(), context, "party", "P-1")
  }
}
