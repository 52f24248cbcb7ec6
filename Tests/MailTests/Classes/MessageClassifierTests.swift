import Mail
import Testing

@Suite struct MessageClassifierTests {
  private func classified(_ text: String, key: MailKey? = nil) -> ClassifiedMessage {
    MessageClassifier(own: OwnMail(key: key, addresses: ["Office@example.org"]))
      .classify(sampleMail(text))
  }

  private static let human = """
    From: Ann <ann@supplier.example>
    To: office+x-y@EXAMPLE.org
    Subject: Offer

    Dear Ben, here is our offer. The last mail could not be delivered.
    """

  /// The human mail with another field.
  private func with(_ field: String, subject: String = "Offer", text: String = "") -> String {
    "\(field)\n" + Self.human.replacing("Subject: Offer", with: "Subject: \(subject)") + text
  }

  @Test func `a mail without signs is from a person and may be answered`() {
    let result = classified(Self.human)
    #expect(result.messageClass == .human)
    #expect(
      result.reasons.map(\.description) == ["No sign shows that a program wrote the message."]
    )
    #expect(result.mayBeAnswered)
    #expect(result.bounce == nil)
  }

  @Test(arguments: [
    "Auto-Submitted: no", "Auto-Submitted: No (by hand)", "X-Auto-Response-Suppress: DR, RN",
    "X-Autoreply: no", "Precedence: first-class",
  ])
  func `fields that say nothing change nothing`(field: String) {
    let result = classified(with(field))
    #expect(result.messageClass == .human)
    #expect(result.mayBeAnswered)
  }

  @Test func `a wish for no answers is no proof of a program, but is kept`() {
    let result = classified(with("X-Auto-Response-Suppress: All"))
    #expect(result.messageClass == .human)
    #expect(
      result.refusals.map(\.description) == ["The field “X-Auto-Response-Suppress” says “All”."]
    )
  }

  @Test(arguments: [
    ("Auto-Submitted: auto-replied", "Offer", "\nI am on vacation."),
    ("Auto-Submitted: auto-replied", "Offer", "\nHallo"),
    ("Auto-Submitted: auto-generated", "Abwesenheit", ""),
    ("X-MS-Exchange-Inbox-Rules-Loop: ann@supplier.example", "Automatic reply: Offer", ""),
    ("X-Apple-Action: VACATION", "Re: Offer", ""),
    ("X-Auto-Response-Suppress: All", "Automatic reply: Offer", ""),
    ("Return-Path: <>", "Réponse automatique : Offer", ""),
    ("Precedence: auto_reply", "Re: Offer", ""),
  ])
  func `an absence note is known by its fields or by two weak signs`(
    field: String,
    subject: String,
    text: String
  ) {
    let result = classified(with(field, subject: subject, text: text))
    #expect(result.messageClass == .absence)
    #expect(result.refusals.first == .notHuman(.absence))
  }

  @Test func `a subject line alone is a weak sign`() {
    let result = classified(with("X-Other: 1", subject: "Out of office next week?"))
    #expect(result.messageClass == .human)
    #expect(
      result.refusals.map(\.description)
        == ["The subject line begins with “out of office” as automatic answers do."]
    )
  }

  @Test(arguments: [
    ("Auto-Submitted: auto-replied", "\nWe have received your request, ticket 4711."),
    ("Auto-Submitted: auto-generated", "\nDisk space report"),
    ("X-Autoreply: yes", "\nVielen Dank, Ihre Anfrage wird bearbeitet."),
  ])
  func `an acknowledgement is known by its words or as no answer`(field: String, text: String) {
    let result = classified(with(field, text: text))
    #expect(result.messageClass == .automaticAcknowledgement)
    #expect(
      result.reasons.first?.description
        == "The field “\(field.split(separator: ":")[0])” says “\(field.split(separator: " ")[1])”."
    )
  }

  @Test(arguments: [
    "List-Id: <l.example.org>", "List-Unsubscribe: <mailto:x@example.org>", "Precedence: bulk",
    "Mailing-List: contact x",
  ])
  func `mail of lists is known by its fields`(field: String) {
    #expect(classified(with(field)).messageClass == .list)
  }

  @Test func `an own message that comes back is known by its mark or id`() throws {
    let key = try #require(MailKey(secret: Array(repeating: 3, count: 16)))
    let id = try #require(
      OwnMessageID(subject: "C", serial: "1").written(domain: "e.org", key: key)
    )
    let mark = LoopMark(instance: "office", message: id).written(key: key)
    #expect(classified(with("X-Liaison-Loop: \(mark)"), key: key).messageClass == .ownLoop)
    #expect(classified(with("Message-ID: \(id)"), key: key).messageClass == .ownLoop)
    #expect(classified(with("X-Liaison-Loop: office; x; y"), key: key).messageClass == .human)
    #expect(classified(with("X-Liaison-Loop: \(mark)")).messageClass == .human)
  }

  @Test(arguments: [
    ("message/feedback-report", MessageClass.abuseReport),
    ("message/disposition-notification", .readReceipt),
  ])
  func `reports are known by the type of a part`(type: String, wanted: MessageClass) {
    let result = classified(
      """
      From: postmaster@example.net
      Content-Type: multipart/report; boundary=b

      --b

      Report
      --b
      Content-Type: \(type)

      User-Agent: x
      --b--
      """
    )
    #expect(result.messageClass == wanted)
    #expect(
      result.reasons.map(\.description) == ["A part of the type \(type) is in the message."]
    )
  }

  @Test(arguments: [
    ("failed", "5.1.1", MessageClass.permanentBounce),
    ("failed", "4.4.7", .temporaryBounce),
    ("delayed", "4.4.1", .temporaryBounce),
    ("delivered", "2.0.0", .deliveryReport),
    ("relayed", "2.1.5", .deliveryReport),
  ])
  func `delivery reports are classed by action and status`(
    action: String,
    status: String,
    wanted: MessageClass
  ) {
    let result = classified(
      """
      From: postmaster@example.net
      Content-Type: multipart/report; boundary=b

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; example.net

      Final-Recipient: rfc822; ben@example.com
      Action: \(action)
      Status: \(status)
      --b--
      """
    )
    #expect(result.messageClass == wanted)
    #expect(result.bounce?.recipients.map(\.address) == ["ben@example.com"])
  }

  @Test func `two of three signs of a report in words are enough, one is not`() {
    let words =
      "From: MAILER-DAEMON@example.net\nSubject: hello\n\nYour mail was not delivered to x@y.z."
    #expect(classified(words).messageClass == .permanentBounce)
    #expect(
      classified(words).reasons.map(\.description) == [
        "The sender “MAILER-DAEMON@example.net” is a mail program.",
        "The text says “was not delivered”.",
      ]
    )
    let friendly = "From: postmaster@example.net\nTo: office@example.org\nSubject: hello\n\nLunch?"
    #expect(classified(friendly).messageClass == .human)
    #expect(
      classified(friendly).refusals.map(\.description)
        == ["Nobody reads mail to “postmaster@example.net”."]
    )
  }

  @Test(arguments: ["Fwd: Undelivered Mail Returned to Sender", "AW: Unzustellbar: Offer"])
  func `a report that a person passes on is from a person`(subject: String) {
    #expect(classified(with("X-Other: 1", subject: subject)).messageClass == .human)
  }

  @Test func `an empty sender and words about a delivery make no report without a subject line`() {
    #expect(classified(with("Return-Path: <>")).messageClass == .human)
    let report = with("Return-Path: <>", subject: "Delivery failure")
    #expect(classified(report).messageClass == .permanentBounce)
  }

  @Test func `who is not addressed, unattended, own or nobody gets no answer`() {
    let plain = Self.human
    #expect(
      classified(plain.replacing("office+x-y@EXAMPLE.org", with: "all@example.com"))
        .refusals.map(\.description) == ["None of the own addresses is in “To” or “Cc”."]
    )
    for sender in [
      "no-reply@x.example", "owner-list@x.example", "list-request@x.example", "bounces+1@x.example",
    ] {
      #expect(
        classified(plain.replacing("ann@supplier.example", with: sender)).refusals
          == [.unattendedSender(sender)]
      )
    }
    #expect(
      classified(plain.replacing("ann@supplier.example", with: "OFFICE@example.org"))
        .refusals.map(\.description) == ["“OFFICE@example.org” is one of the own addresses."]
    )
    #expect(
      classified("Return-Path: <>\n" + plain).refusals.map(\.description)
        == ["There is no address to which an answer could go."]
    )
    #expect(
      classified("Auto-Submitted: auto-replied\n" + plain).refusals.first?.description
        == "The message is not from a person but of the class “absence”."
    )
  }
}
