import Mail
import Model
import Storage
import Testing

@testable import Intake

/// Mails that come in: kept first, then understood, each once.
@Suite struct MailIntakeTests {
  private let desk: ReminderDesk

  init() throws {
    desk = try ReminderDesk()
    try desk.go(to: "2026-10-05T09:00:00Z")
  }

  private func intake(server: String? = "mx.example.org") -> MailIntake {
    let desk = desk
    return MailIntake(
      desk.store,
      MailSettings(identity: desk.identity, authenticationServer: server),
      now: { desk.now },
      request: { desk.request() }
    )
  }

  private func mail(
    _ text: String,
    from: String = "ada@example.org",
    to: String = "contracts@example.org",
    fields: [String] = [],
    isConfirmed: Bool = true
  ) -> IncomingMail {
    let domain = from.split(separator: "@").last ?? ""
    var lines =
      isConfirmed ? ["Authentication-Results: mx.example.org; dkim=pass header.d=\(domain)"] : []
    lines += ["From: \(from)", "To: \(to)", "Subject: Re: Contracts"] + fields
    return IncomingMail(
      Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + text).utf8),
      door: "test",
      receivedAt: desk.now
    )
  }

  @discardableResult
  private func take(_ mails: IncomingMail...) throws -> [MailMessage] {
    let kept = try intake().keep(mails)
    try intake().understand(kept.filter(\.isNew).map(\.reference))
    return try messages()
  }

  private func messages() throws -> [MailMessage] {
    try desk.read { try $0.records(MailMessage.self) }.sorted { $0.id < $1.id }
  }

  // MARK: Each once

  @Test func `a mail is kept once, however often it comes`() throws {
    let mail = mail("Hello.", fields: ["Message-ID: <1@example.org>"])
    try take(mail, mail)
    try take(mail)
    let traced = IncomingMail(
      Array("Delivered-To: x@example.org\r\n".utf8) + mail.bytes,
      door: "test"
    )
    let all = try take(traced)
    #expect(all.map(\.state) == [.waiting, .duplicate])
    #expect(all[1].duplicateOf == all[0].id)
    #expect(try desk.read { try $0.original(all[0].sha256) } == mail.bytes)
  }

  @Test func `mails with one id and different texts are both kept`() throws {
    let all = try take(
      mail("One.", fields: ["Message-ID: <1@example.org>"]),
      mail("Two.", fields: ["Message-ID: <1@example.org>"])
    )
    #expect(all.map(\.state) == [.waiting, .waiting])
  }

  @Test func `a mail that ended the program twice is set aside and holds no other back`() throws {
    // Kept, and then the program was ended.
    let kept = try intake().keep([mail("Hello.")])
    #expect(kept == [KeptMail(reference: "message-1", isNew: true)])
    let entry = try #require(try messages().first)
    #expect(entry.state == .arrived)
    #expect(entry.attempts == 0)
    // Begun alone, and ended, twice.
    try desk.store.decide(on: desk.day("2026-10-05"), desk.request()) { _ in
      var record = MailEntry(entry)
      record.count(attempts: 2)
      return DecidedChange((), records: [record.record])
    }
    try take(mail("Another."))
    let all = try messages()
    #expect(all.map(\.state) == [.quarantined, .waiting])
    #expect(all[0].note == "Reading it ended the program 2 times.")
  }

  @Test func `a mail that an ended run kept is read by the next one`() throws {
    _ = try intake().keep([mail("Hello.")])
    try intake().understand()
    #expect(try messages().map(\.state) == [.waiting])
    #expect(try messages().map(\.attempts) == [1])
  }

  // MARK: When it came

  @Test func `a file says by its topmost server when it came, unless that lies ahead`() throws {
    func received(_ date: String) -> IncomingMail {
      let text =
        "Received: from a by b; \(date)\r\nFrom: ada@example.org\r\nSubject: \(date)\r\n\r\nHello."
      return IncomingMail(Array(text.utf8), door: "a.eml")
    }
    let all = try take(
      received("Fri, 2 Oct 2026 10:00:00 +0200"),
      received("Fri, 2 Oct 2036 10:00:00 +0200"),
      received("nonsense")
    )
    #expect(
      all.map(\.receivedAt.description) == [
        "2026-10-02T08:00:00Z", "2026-10-05T09:00:00Z", "2026-10-05T09:00:00Z",
      ]
    )
  }

  // MARK: Answers to reminders

  private func sentReminder() throws -> Message {
    try desk.go(to: "2026-10-02T08:00:00Z")
    try desk.deliver(isDigest: false)
    try desk.send()
    try desk.go(to: "2026-10-05T09:00:00Z")
    return try desk.message(0)
  }

  private let key = "contractReview/agreement/C-1//2026-11-01/-30d"

  @Test func `an answer to the address of a reminder is recorded and confirmed`() throws {
    let reminder = try sentReminder()
    let address = try #require(reminder.addresses.replyTo.addresses.first).address
    let all = try take(mail("done 2026-10-03", to: address))
    #expect(all.map(\.state) == [.settled])
    #expect(all[0].about == key)
    #expect(all[0].result == "Recorded as done on 2026-10-03.")
    #expect(try desk.states()["-30d"] == "decided")
    #expect(try desk.read { try $0.records(Review.self) }.count == 1)
    #expect(try desk.mails().count == 3)
  }

  @Test func `an answer by its message id alone is recorded too`() throws {
    let id = try #require(try sentReminder().messageID)
    try take(mail("snooze 2 weeks", fields: ["In-Reply-To: \(id)"]))
    #expect(try desk.states()["-30d"] == "snoozed")
  }

  @Test func `an answer of an unconfirmed sender waits with what it says`() throws {
    let reminder = try sentReminder()
    let address = try #require(reminder.addresses.replyTo.addresses.first).address
    let all = try take(mail("done", to: address, isConfirmed: false))
    #expect(all.map(\.state) == [.waiting])
    #expect(all[0].proposal == .answer)
    #expect(all[0].about == key)
    #expect(all[0].note == "It is not confirmed that ada@example.org wrote it.")
    #expect(try desk.states()["-30d"] == "sent")
  }

  @Test func `an absence note never answers a reminder`() throws {
    let reminder = try sentReminder()
    let address = try #require(reminder.addresses.replyTo.addresses.first).address
    let all = try take(
      mail("done", to: address, fields: ["Auto-Submitted: auto-replied (vacation)"])
    )
    #expect(all.map(\.state) == [.settled])
    #expect(all[0].result == nil)
    #expect(try desk.states()["-30d"] == "sent")
  }

  @Test func `a forged address of a reminder answers nothing`() throws {
    _ = try sentReminder()
    let all = try take(mail("done", to: "contracts+gexdc-aaaaaaaaaaaaaaaa@example.org"))
    #expect(all.map(\.about) == [nil])
    #expect(try desk.states()["-30d"] == "sent")
  }

  @Test func `a bounce makes the reminder not delivered`() throws {
    let id = try #require(try sentReminder().messageID)
    let report = """
      From: MAILER-DAEMON@example.org
      To: contracts@example.org
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      I could not deliver it.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.org

      Final-Recipient: rfc822; ada@example.org
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 no such user
      --b
      Content-Type: text/rfc822-headers

      Message-ID: \(id)
      To: ada@example.org
      --b--
      """
    let bytes = Array(report.replacing("\n", with: "\r\n").utf8)
    let all = try take(IncomingMail(bytes, door: "test", receivedAt: desk.now))
    #expect(all.map(\.messageClass) == [.permanentBounce])
    #expect(all.map(\.state) == [.settled])
    #expect(all[0].result == "mail-1 came back.")
    #expect(try desk.mails()[0].state == .bounced)
    #expect(try desk.states()["-30d"] == "notDelivered")
  }

  // MARK: Own mail that comes back

  @Test func `an own mail that comes back is known and answered by nothing`() throws {
    _ = try sentReminder()
    let own = try #require(desk.server.mails.first)
    let all = try take(IncomingMail(own.content, door: "test", receivedAt: desk.now))
    #expect(all.map(\.messageClass) == [.ownLoop])
    #expect(all.map(\.state) == [.settled])
  }

  // MARK: Receipts

  private func receipts() throws -> [OutboxMail] {
    try desk.mails().filter { $0.subject.contains("We have your message") }
  }

  private func takeWithReceipts(_ mail: IncomingMail) throws {
    let desk = desk
    var settings = MailSettings(identity: desk.identity, authenticationServer: nil)
    settings.sendsReceipts = true
    let intake = MailIntake(
      desk.store,
      settings,
      now: { desk.now },
      request: { desk.request() }
    )
    try intake.understand(try intake.keep([mail]).map(\.reference))
  }

  @Test func `a person who writes gets a receipt at once, and the complaint has it`() throws {
    try takeWithReceipts(mail("We complain.", from: "k@acme.example"))
    let receipt = try #require(try receipts().first)
    #expect(receipt.subject == "[#message-1] We have your message: Re: Contracts")
    #expect(receipt.sender == nil)
    let now = desk.now
    let identity = desk.identity
    let sentence = try desk.store.decide(on: desk.day("2026-10-05"), desk.request()) { reader in
      try MailTriage("message-1", by: "Ada", at: now).acceptComplaint(.init(), identity, reader)
    }
    #expect(sentence == "message-1 is complaint-1.")
    #expect(try receipts().count == 1)
    let steps = try desk.read { try $0.records(ComplaintStep.self) }
    #expect(steps.first { $0.kind == .receipt }?.messageId == receipt.messageId)
  }

  @Test func `an answer to a receipt belongs to the mail, and then to its complaint`() throws {
    try takeWithReceipts(mail("We complain.", from: "k@acme.example"))
    let id = try #require(try receipts().first).messageId
    let second = mail("More.", from: "k@acme.example", fields: ["In-Reply-To: <\(id)>"])
    try takeWithReceipts(second)
    #expect(try messages()[1].about == "message-1")
    #expect(try receipts().count == 1)
    let now = desk.now
    _ = try desk.store.decide(on: desk.day("2026-10-05"), desk.request()) { reader in
      try MailTriage("message-1", by: "Ada", at: now).acceptComplaint(.init(), nil, reader)
    }
    let third = mail("Even more.", from: "k@acme.example", fields: ["In-Reply-To: <\(id)>"])
    try takeWithReceipts(third)
    #expect(try messages()[2].complaint != nil)
    #expect(try messages()[2].proposal == .reply)
  }

  @Test func `two programs that answer one another as people would fall silent`() throws {
    // The other side answers each receipt by a mail that shows no sign of a program.
    for turn in 1...60 {
      let text = "Ticket \(turn) was opened for your request."
      try takeWithReceipts(
        mail(text, from: "tickets@partner.example", fields: ["Message-ID: <\(turn)@p>"])
      )
      try desk.go(to: desk.now.adding(seconds: 5).description)
    }
    #expect(try receipts().count == 30)
    let last = try #require(try messages().last)
    #expect(
      last.steps?.contains(
        "receipt: None is sent. tickets@partner.example got 30 automatic mails in 10 minutes."
      ) == true
    )
  }

  @Test func `two stores that answer one another fall silent at once`() throws {
    try takeWithReceipts(mail("Hello.", from: "office@partner.example"))
    let receipt = try #require(try receipts().first)
    // The receipt reaches the partner's store, which has another secret and sends receipts too.
    let bytes = try #require(try desk.read { try $0.original(receipt.sha256) })
    let other = try ReminderDesk()
    try other.go(to: "2026-10-05T09:00:00Z")
    var settings = MailSettings(
      identity: try MailIdentity(
        address: "k@acme.example",
        name: "Other",
        secret: Array(repeating: 8, count: 16)
      ),
      authenticationServer: nil
    )
    settings.sendsReceipts = true
    let intake = MailIntake(
      other.store,
      settings,
      now: { other.now },
      request: { other.request() }
    )
    try intake.understand(try intake.keep([IncomingMail(bytes, door: "test")]).map(\.reference))
    let mail = try #require(try other.read { try $0.records(MailMessage.self) }.first)
    #expect(mail.messageClass == .automaticAcknowledgement)
    #expect(mail.state == .settled)
    #expect(try other.mails().isEmpty)
  }
}
