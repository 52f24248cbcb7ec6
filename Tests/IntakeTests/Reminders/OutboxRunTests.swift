import Importing
import Mail
import Model
import Storage
import Testing

@testable import Intake

/// Mails go out once, are tried again, and are given up; no kill loses one.
@Suite struct OutboxRunTests {
  private static let later = SendOutcome.temporary(SendReply(code: 451, text: "Try later."))
  private static let never = SendOutcome.permanent(SendReply(code: 550, text: "No such user."))

  @Test func `a mail that is taken is sent, and its reminders with it`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    let report = try desk.send()
    #expect(report.sent == ["mail-1"])
    #expect(desk.server.mails.map(\.envelope.recipients) == [["ada@example.org"]])
    #expect(desk.server.mails.map(\.envelope.sender) == ["contracts@example.org"])
    #expect(try desk.mails().map(\.state) == [.sent])
    #expect(try desk.mails().map(\.reply) == ["Taken."])
    #expect(try desk.states()["-30d"] == "sent")
    #expect(try desk.send().sent == [])
    #expect(desk.server.mails.count == 1)
  }

  @Test func `a mail that is not taken now is tried after five minutes, then ten`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    desk.server.outcome = Self.later
    #expect(try desk.send().waiting == [.init(mail: "mail-1", reply: "Try later.")])
    #expect(try desk.mails()[0].nextAt == Instant("2026-10-02T08:05:00Z"))
    try desk.go(to: "2026-10-02T08:04:59Z")
    #expect(try desk.send().waiting == [])
    try desk.go(to: "2026-10-02T08:05:00Z")
    #expect(try desk.send().waiting.count == 1)
    #expect(try desk.mails()[0].nextAt == Instant("2026-10-02T08:15:00Z"))
    #expect(try desk.states()["-30d"] == "queued")
    #expect(OutboxRun.pause(after: 3) == 1_200)
    #expect(OutboxRun.pause(after: 40) == 14_400)
  }

  @Test func `asked for by name it is tried at once`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    desk.server.outcome = Self.later
    try desk.send()
    desk.server.outcome = .accepted(SendReply(code: 250, text: ""))
    #expect(try desk.send(only: "mail-1").sent == ["mail-1"])
    #expect(try desk.mails()[0].reply == "No answer.")
  }

  @Test func `after three days it is given up, and the reminder goes higher`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    desk.server.outcome = Self.later
    try desk.send()
    try desk.go(to: "2026-10-05T07:59:59Z")
    #expect(try desk.send().waiting.count == 1)
    try desk.go(to: "2026-10-05T13:00:00Z")
    #expect(try desk.send().givenUp == [.init(mail: "mail-1", reply: "Try later.")])
    #expect(try desk.states()["-30d"] == "notDelivered")
    desk.server.outcome = .accepted(SendReply(code: 250, text: "Taken."))
    try desk.deliver()
    #expect(try desk.mails().dropFirst().map(\.recipients).sorted().contains("lin@example.org"))
  }

  @Test func `a mail that is refused for good is given up at once`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    desk.server.outcome = Self.never
    #expect(try desk.send().givenUp == [.init(mail: "mail-1", reply: "No such user.")])
    #expect(try desk.mails().map(\.state) == [.givenUp])
    #expect(try desk.states()["-30d"] == "notDelivered")
  }

  @Test func `a fault of the server ends the run, and what is left waits`() throws {
    let desk = try ReminderDesk()
    try desk.deliver(isDigest: false)
    desk.server.outcome = Self.later
    desk.server.fault = MailFault(
      isPassing: true,
      problem: Problem("smtp.away", message: "Away.", remedy: "Wait.")
    )
    let report = try desk.send()
    #expect(report.fault?.problem.code == "smtp.away")
    #expect(desk.server.mails.count == 1)
    #expect(try desk.mails().map(\.state) == [.queued, .queued])
  }

  @Test func `one that a killed run was sending is sent again after a quarter of an hour`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    try kill(desk, while: "mail-1")
    try desk.go(to: "2026-10-02T08:14:59Z")
    #expect(try desk.send().sent == [])
    try desk.go(to: "2026-10-02T08:15:00Z")
    let report = try desk.send()
    #expect(report.sent == ["mail-1"])
    #expect(report.repeated == ["mail-1"])
    #expect(try desk.states()["-30d"] == "sent")
    #expect(try desk.deliver() == ReminderDelivery.Result())
  }

  /// What the store looks like when a run is killed while it sends.
  private func kill(_ desk: ReminderDesk, while reference: String) throws {
    try desk.store.decide(on: try desk.day("2026-10-02"), desk.request()) { _ in
      var record = NewRecord(OutboxMail.type, reference: reference, effectiveOn: nil)
      record.set("state", .text(OutboxMail.State.sending.rawValue))
      record.set("at", .instant(desk.now))
      return DecidedChange((), records: [record])
    }
  }

  @Test func `a cancelled mail is not sent`() throws {
    let desk = try ReminderDesk()
    try desk.deliver()
    try desk.store.decide(on: try desk.day("2026-10-02"), desk.request()) { _ in
      var record = NewRecord(OutboxMail.type, reference: "mail-1", effectiveOn: nil)
      record.set("state", .text(OutboxMail.State.cancelled.rawValue))
      return DecidedChange((), records: [record])
    }
    #expect(try desk.send().sent == [])
    #expect(desk.server.mails.isEmpty)
  }

  @Test func `a decision without anything to write leaves no entry in the journal`() throws {
    let desk = try ReminderDesk()
    let before = try desk.store.journalEntries(limit: 1).map(\.id)
    try desk.store.decide(on: try desk.day("2026-10-02"), desk.request()) { _ in
      DecidedChange((), records: [])
    }
    #expect(try desk.store.journalEntries(limit: 1).map(\.id) == before)
  }
}
