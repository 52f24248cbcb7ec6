import Mail
import Model
import Storage
import Testing

@testable import Intake

/// Answers to reminders by mail: recorded from those asked, proposed from everybody else.
@Suite struct ReminderAnsweringTests {
  private let desk: ReminderDesk
  private let key = "contractReview/agreement/C-1//2026-11-01/-30d"

  init() throws {
    desk = try ReminderDesk()
    try desk.deliver()
    try desk.send()
    try desk.go(to: "2026-10-05T09:00:00Z")
  }

  private func take(
    _ text: String,
    token: String = "1.1",
    from: String = "Ada@example.org",
    isConfirmed: Bool = true,
    _ messageClass: MessageClass = .human
  ) throws -> ReminderAnswering.Outcome {
    let answer = ReminderAnswering.Answer(
      token: token,
      text: text,
      from: from,
      isConfirmed: isConfirmed,
      messageClass: messageClass,
      receivedAt: desk.now,
      messageID: MessageID("a@example.org"),
      raw: Array("Subject: Re\n\n\(text)".utf8)
    )
    let day = try desk.store.zone().day(at: desk.now)
    return try desk.store.decide(on: day, desk.request()) { reader in
      try ReminderAnswering(desk.identity).take(answer, reader)
    }
  }

  // MARK: Recorded

  @Test func `done records the review that was held, the answer as evidence, and confirms`() throws
  {
    let day = try desk.day("2026-10-03")
    #expect(try take("Done 2026-10-03.\n\nAda") == .recorded(key: key, .done(day)))
    #expect(try desk.states()["-30d"] == "decided")
    let review = try #require(try desk.read { try $0.records(Review.self) }.first)
    #expect(review.kind == .contract)
    #expect(review.heldOn == day)
    #expect(review.chair == "Ada Berg")
    let raw = Array("Subject: Re\n\nDone 2026-10-03.\n\nAda".utf8)
    let digest = OriginalDigest.of(raw).hexadecimal
    #expect(try desk.read { try $0.original(digest) } == raw)
    #expect(try desk.send().sent == ["mail-2"])
    let confirmation = try desk.message(1)
    #expect(confirmation.field("Auto-Submitted") == "auto-replied")
    #expect(desk.server.mails[1].envelope.sender.isEmpty)
    #expect(confirmation.plainText?.contains("Recorded as done on 2026-10-03.") == true)
    #expect(confirmation.inReplyTo.map(\.value) == ["a@example.org"])
  }

  @Test func `a decision is recorded for the agreement`() throws {
    #expect(
      try take("decide end", token: "1.2")
        == .recorded(
          key: key.replacing("C-1", with: "C-2"),
          .decide(.end)
        )
    )
    let decision = try #require(try desk.read { try $0.records(Decision.self) }.first)
    #expect(decision.kind == .end)
    #expect(decision.decidedBy == "Ada Berg")
    #expect(try desk.states("C-2")["-30d"] == "decided")
  }

  @Test func `to put off and to hand over are recorded`() throws {
    #expect(try take("snooze 2 weeks") == .recorded(key: key, .snooze(try desk.day("2026-10-19"))))
    #expect(try desk.states()["-30d"] == "snoozed")
    #expect(try take("not me: bob@example.org") == .recorded(key: key, .handOver("bob")))
    #expect(try desk.states()["-30d"] == "handedOver")
    try desk.deliver()
    #expect(try desk.mails().last?.recipients == "bob@example.org")
  }

  @Test func `the lead of the person asked may answer too`() throws {
    #expect(
      try take("done", from: "lin@example.org")
        == .recorded(key: key, .done(try desk.day("2026-10-05")))
    )
  }

  // MARK: Proposed and ignored

  @Test func `what somebody else says is proposed, and nothing is recorded`() throws {
    let done = ReminderChange.done(try desk.day("2026-10-05"))
    #expect(
      try take("done", from: "bob@example.org")
        == .proposed(
          key: key,
          done,
          reason: "bob@example.org is not the person asked, nor who stands in or above."
        )
    )
    #expect(
      try take("done", isConfirmed: false)
        == .proposed(
          key: key,
          done,
          reason: "It is not confirmed that Ada@example.org wrote it."
        )
    )
    #expect(try desk.states()["-30d"] == "sent")
    #expect(try desk.mails().count == 1)
  }

  @Test func `what cannot be understood is proposed`() throws {
    for text in ["We will see to it.", "done 2026-12-24", "not me: somebody@example.com"] {
      #expect(
        try take(text)
          == .proposed(
            key: key,
            nil,
            reason: "It says nothing that can be recorded by itself."
          )
      )
    }
  }

  @Test func `an answer to a mail of several reminders at once is proposed`() throws {
    #expect(
      try take("done", token: "1")
        == .proposed(key: nil, nil, reason: "It answers a mail of 2 reminders at once.")
    )
    #expect(
      try take("done", token: "1.3")
        == .proposed(key: nil, nil, reason: "It answers a mail of 2 reminders at once.")
    )
  }

  @Test func `what was answered already is proposed with the reason`() throws {
    _ = try take("done")
    guard case .proposed(_, _, let reason) = try take("snooze 2 weeks") else {
      Issue.record("It was not proposed.")
      return
    }
    #expect(reason == "A reminder that is decided cannot become snoozed; it stays as it is.")
  }

  @Test func `an absence note never answers anything`() throws {
    #expect(
      try take("done", .absence) == .ignored(reason: "A machine wrote it: absence.")
    )
    #expect(
      try take("done", token: "77.1") == .ignored(reason: "It answers none of our reminders.")
    )
    #expect(try desk.states()["-30d"] == "sent")
  }
}
