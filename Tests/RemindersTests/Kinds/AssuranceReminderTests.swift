import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct AssuranceReminderTests {
  private func add(
    _ kind: String,
    _ first: String,
    _ last: String,
    id: Int64 = 1,
    to shelf: inout RecordShelf
  ) throws {
    let isReport = kind == "soc2" || kind == "bridgeLetter"
    let facts = [
      "kind": kind, "title": "Proof", "party": "7", "receivedOn": "2026-01-10",
      (isReport ? "periodStart" : "validFrom"): first,
      (isReport ? "periodEnd" : "validThrough"): last,
    ]
    shelf.add(try Proof.sample("PR-\(id)", id: id, facts))
    let decided = [
      "proof": "\(id)", "isAccepted": "yes", "decidedOn": "2026-01-15", "decidedBy": "Ada",
    ]
    shelf.add(try ProofDecision.sample("PD-\(id)", id: id, decided))
  }

  private func report(
    _ change: (inout RecordShelf) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = ReminderSamples.file()
    try add("soc2", "2025-01-01", "2025-12-31", to: &file.records)
    try change(&file.records)
    return file
  }

  private func thing(_ file: RelationshipFile, on day: String) throws -> DueThing {
    try #require(
      try ReminderSamples.context(on: day, through: "2028-03-01").due(.assurance, file).things.first
    )
  }

  @Test func `a report holds a year, then the next one is awaited, then there is none`() throws {
    let file = try report()
    #expect(try thing(file, on: "2026-11-22").key.due.description == "2026-12-31")
    #expect(try thing(file, on: "2026-11-22").standing == "it holds")
    #expect(
      try thing(file, on: "2027-01-15").standing
        == "it has ended, the next one is expected by 2027-03-31"
    )
    #expect(try thing(file, on: "2027-04-01").standing == "it has not held since 2027-04-01")
    #expect(
      try ReminderSamples.context(on: "2027-01-15").preview(.assurance, file).map(\.message) == [
        """
        Report SOC 2 of P-1 (Acme): it has ended, the next one is expected by 2027-03-31. Ask the \
        supplier for the next one, look at it, and record your decision. It holds through \
        2026-12-31, 15 days ago. Otherwise nothing proves any more what it proved.
        """
      ]
    )
  }

  @Test func `a gap of fifty-nine days needs a bridge letter`() throws {
    let gap = try report { try add("soc2", "2026-03-01", "2027-02-28", id: 2, to: &$0) }
    #expect(
      try thing(gap, on: "2027-04-01").standing
        == "nothing covers 2026-01-01 to 2026-02-28, a bridge letter is needed"
    )
    let bridged = try report {
      try add("soc2", "2026-03-01", "2027-02-28", id: 2, to: &$0)
      try add("bridgeLetter", "2026-01-01", "2026-02-28", id: 3, to: &$0)
    }
    #expect(try thing(bridged, on: "2027-04-01").standing == "it holds")
  }

  @Test func `a certificate is chased sixty days before its end`() throws {
    var file = ReminderSamples.file()
    try add("iso27001", "2024-06-15", "2027-06-14", to: &file.records)
    let context = try ReminderSamples.context(on: "2026-11-22", through: "2027-06-30")
    let reminders = context.preview(.assurance, file)
    #expect(
      reminders.map(\.line) == [
        "-60d 2027-04-15", "-30d 2027-05-14", "-14d 2027-05-31", "-7d 2027-06-07",
        "-1d 2027-06-11", "0d 2027-06-14", "+1d 2027-06-15", "+7d 2027-06-21", "+14d 2027-06-28",
      ]
    )
    let due = try ReminderSamples.day("2027-06-14")
    #expect(context.asOf.days(to: due) == 204)
    #expect(reminders.first?.key.thing.part == "iso27001")
  }

  @Test func `another lead time gives another first step`() throws {
    var file = ReminderSamples.file()
    try add("insurance", "2026-01-01", "2026-12-31", to: &file.records)
    let context = try ReminderSamples.context(on: "2026-06-01", through: "2026-12-01") {
      $0.policy.obligations.certificateChase = Period(known: 45, .day)
    }
    #expect(
      context.preview(.assurance, file).map(\.line) == ["-45d 2026-11-16", "-30d 2026-12-01"]
    )
  }

  @Test func `what was not accepted is not announced`() throws {
    var file = try report()
    file.records[ProofDecision.self] = []
    #expect(try ReminderSamples.context(on: "2026-11-22").due(.assurance, file).things.isEmpty)
  }
}
