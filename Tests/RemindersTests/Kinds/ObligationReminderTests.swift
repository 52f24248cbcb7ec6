import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct ObligationReminderTests {
  /// A contract with a monthly report from January 2026 on, due ten business days after the month.
  private func file(
    on text: String,
    debtor: String = "supplier",
    _ change: (inout RecordShelf) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    let day = try ReminderSamples.day(text)
    var file = ReminderSamples.file()
    var contract = try ReminderSamples.agreement(on: day)
    contract.records.add(
      try Obligation.sample(
        "O-1",
        [
          "agreement": "1", "debtor": debtor, "kind": "serviceReport", "title": "Report",
          "startsOn": "2026-02-01", "recurrence": "FREQ=MONTHLY", "coverage": "previousMonth",
        ]
      )
    )
    try change(&contract.records)
    file.agreements = [contract]
    return file
  }

  private func things(_ file: RelationshipFile, on text: String) throws -> [DueThing] {
    try ReminderSamples.context(on: text).due(.obligation, file).things
  }

  private func proof(_ isAccepted: String?, in shelf: inout RecordShelf) throws {
    shelf.add(
      try Proof.sample(
        "PR-1",
        [
          "kind": "serviceReport", "title": "January", "obligation": "1", "dueOn": "2026-02-13",
          "receivedOn": "2026-02-10",
        ]
      )
    )
    guard let isAccepted else { return }
    shelf.add(
      try ProofDecision.sample(
        "PD-1",
        ["proof": "1", "isAccepted": isAccepted, "decidedOn": "2026-02-11", "decidedBy": "Ada"]
      )
    )
  }

  @Test func `each instance that is owed and near is announced on its own`() throws {
    let things = try things(file(on: "2026-02-10"), on: "2026-02-10")
    #expect(
      things.prefix(3).map(\.key.due.description) == ["2026-02-13", "2026-03-13", "2026-04-16"]
    )
    let context = try ReminderSamples.context(on: "2026-02-13")
    #expect(
      ReminderPlanner(context).preview(try #require(things.first)).map(\.message) == [
        """
        Obligation O-1 (Report) of Contract C-1 with Acme: not received. Get the proof from the \
        supplier. Due 2026-02-13, today. Otherwise the obligation is not fulfilled.
        """
      ]
    )
  }

  @Test func `what was accepted is not announced, what was received is to be judged`() throws {
    let accepted = try file(on: "2026-02-12") { try proof("yes", in: &$0) }
    #expect(try things(accepted, on: "2026-02-12").first?.key.due.description == "2026-03-13")
    let received = try things(file(on: "2026-02-12") { try proof(nil, in: &$0) }, on: "2026-02-12")
    #expect(received.first?.request == "Judge the proof that was received")
    #expect(received.first?.standing == "received and not judged yet")
    let rejected = try things(file(on: "2026-02-12") { try proof("no", in: &$0) }, on: "2026-02-12")
    #expect(rejected.first?.standing == "rejected, a better one was asked for by 2026-02-18")
  }

  @Test func `what we owe is ours to fulfil`() throws {
    let thing = try #require(
      try things(file(on: "2026-02-10", debtor: "us"), on: "2026-02-10").first
    )
    #expect(thing.decision == "fulfil it")
    #expect(thing.otherwise == "we break the agreement")
  }

  @Test func `overdue instances stay`() throws {
    let things = try things(file(on: "2026-11-22"), on: "2026-11-22")
    #expect(things.first?.key.due.description == "2026-02-13")
    #expect(things.contains { $0.key.due.description == "2026-11-13" })
  }

  @Test func `a recurrence that cannot be read is named`() throws {
    let broken = try file(on: "2026-02-10") { shelf in
      shelf = RecordShelf()
      shelf.add(
        try Obligation.sample(
          "O-2",
          [
            "agreement": "1", "debtor": "us", "kind": "other", "title": "Audit",
            "startsOn": "2026-02-01", "recurrence": "FREQ=NEVER",
          ]
        )
      )
    }
    let list = try ReminderSamples.context(on: "2026-02-10").due(.obligation, broken)
    #expect(list.things.isEmpty)
    #expect(
      list.unknown.map(\.reason) == [
        """
        Obligation O-2 (Audit) of Contract C-1 with Acme: its due days are not known, because its \
        recurrence cannot be read.
        """
      ]
    )
  }
}
