import Mail
import Model
import Testing

@testable import Intake

/// Reminders are written into the ledger and the outbox, each step once.
@Suite struct ReminderDeliveryTests {
  @Test func `a step is announced once, and all of a person's in one mail`() throws {
    let desk = try ReminderDesk()
    let first = try desk.deliver()
    #expect(first.mails == 1)
    #expect(first.reminders == 2)
    #expect(first.undeliverable == [])
    #expect(try desk.states()["-30d"] == "queued")
    #expect(try desk.states()["-60d"] == "superseded")
    let mails = try desk.mails()
    #expect(mails.map(\.recipients) == ["ada@example.org"])
    #expect(
      mails[0].keys == [
        "contractReview/agreement/C-1//2026-11-01/-30d",
        "contractReview/agreement/C-2//2026-11-01/-30d",
      ]
    )
    #expect(try desk.deliver() == ReminderDelivery.Result())
    try desk.go(to: "2026-10-03T08:00:00Z")
    #expect(try desk.deliver() == ReminderDelivery.Result())
    #expect(try desk.mails().count == 1)
  }

  @Test func `the next step is announced on its day`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    try desk.send()
    try desk.go(to: "2026-10-18T06:00:00Z")
    #expect(try desk.deliver().reminders == 2)
    #expect(try desk.states()["-14d"] == "queued")
    #expect(try desk.states()["-30d"] == "sent")
  }

  @Test func `each reminder has a mail of its own if that is asked for`() throws {
    let desk = try ReminderDesk()
    #expect(try desk.deliver(isDigest: false).mails == 2)
    #expect(
      try desk.mails().map(\.subject) == [
        "Contract review by 2026-11-01: Cloud", "Contract review by 2026-11-01: Paper",
      ]
    )
  }

  @Test func `of two runs at once the second leaves to the first what that took`() throws {
    let desk = try ReminderDesk()
    let (one, two) = (try desk.plan(), try desk.plan())
    #expect(try desk.carryOut(one).mails == 1)
    let second = try desk.carryOut(two)
    #expect(second.mails == 0)
    #expect(second.taken > 0)
    #expect(try desk.mails().count == 1)
  }

  @Test func `without an address it counts as not delivered, and goes to the lead`() throws {
    let desk = try ReminderDesk(adaHasAddress: false)
    let result = try desk.deliver()
    #expect(result.mails == 0)
    #expect(
      result.undeliverable.first
        == "contractReview/agreement/C-1//2026-11-01/-30d: No electronic mail address is known "
        + "of Ada Berg."
    )
    #expect(try desk.states()["-30d"] == "notDelivered")
    #expect(try desk.deliver().mails == 1)
    #expect(try desk.mails().map(\.recipients) == ["lin@example.org"])
  }

  @Test func `the mail says what, by when, what otherwise, and how to answer`() throws {
    let desk = try ReminderDesk()
    try desk.deliver(isDigest: false)
    try desk.send()
    let message = try desk.message(0)
    let text = try #require(message.plainText)
    #expect(text.hasPrefix("Ada Berg,\n\nContract review by 2026-11-01: Cloud\n"))
    for part in [
      "Due 2026-11-01, in 30 days.", "Otherwise nobody has looked whether the contract still fits",
      "  done\n  snooze 2 weeks\n  not me: name@example.org\n",
      "liaison reminder acknowledge 'contractReview/agreement/C-1//2026-11-01/-30d'",
      "You answer for this.", "-- \nLiaison",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `the mail carries what keeps machines from answering, and knows its answers`() throws {
    let desk = try ReminderDesk()
    try desk.deliver(isDigest: false)
    try desk.send()
    let message = try desk.message(0)
    #expect(message.field("Auto-Submitted") == "auto-generated")
    #expect(message.field("X-Auto-Response-Suppress") == "All")
    let mark = try #require(message.field(LoopMark.fieldName))
    #expect(LoopMark(mark, key: desk.identity.key)?.instance == desk.identity.instance)
    let reply = try #require(message.addresses.replyTo.addresses.first)
    #expect(OwnAddress(reply, key: desk.identity.key)?.subject == "1.1")
    let id = try #require(message.messageID)
    #expect(OwnMessageID(id, key: desk.identity.key)?.subject == "1.1")
  }
}
