import Mail
import Testing

@Suite struct BounceTests {
  private func bounce(_ text: String) -> Bounce { Bounce(sampleMail(text)) }

  private func line(_ bounce: Bounce) -> [String] {
    bounce.recipients.map {
      let status = $0.status?.description ?? "-"
      let reply = $0.replyCode?.description ?? "-"
      return "\($0.address ?? "-") \(status) \(reply) \($0.reason) dead \($0.isAddressDead)"
    }
  }

  @Test func `the fields of a delivery report say most, the quoted answer more than the status`() {
    let bounce = bounce(
      """
      From: MAILER-DAEMON@example.net
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b

      Not delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.net

      Final-Recipient: rfc822; Ann@Example.com
      Action: failed
      Status: 5.0.0
      Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>:
       Recipient address rejected: User unknown

      Final-Recipient: rfc822; ben@example.com
      Action: delayed
      Status: 4.4.1
      Diagnostic-Code: X-Postfix; connect to example.com: Connection timed out
      --b
      Content-Type: message/rfc822

      Message-ID: <own@example.org>
      To: ann@example.com

      Hello
      --b--
      """
    )
    #expect(
      line(bounce) == [
        "ann@example.com 5.1.1 550 userUnknown dead true",
        "ben@example.com 4.4.1 - expired dead false",
      ]
    )
    #expect(bounce.returned?.messageID == MessageID("own@example.org"))
    #expect(bounce.recipients.map(\.action) == [.failed, .delayed])
    #expect(
      bounce.recipients.first?.diagnosis
        == "smtp; 550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown"
    )
  }

  @Test func `a report without a blank line between recipients is divided`() {
    let bounce = bounce(
      """
      Content-Type: message/delivery-status

      Final-Recipient: rfc822; a@example.com
      Action: failed
      Status: 5.2.2
      Final-Recipient: rfc822; b@example.com
      Action: failed
      Status: 5.1.1
      """
    )
    #expect(
      line(bounce) == [
        "a@example.com 5.2.2 - mailboxFull dead false",
        "b@example.com 5.1.1 - userUnknown dead true",
      ]
    )
  }

  @Test(arguments: [
    (
      "<ann@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 no mailbox here",
      "ann@example.com - 550 userUnknown dead true"
    ),
    (
      "  ann@example.com\n    SMTP error from remote mail server after RCPT TO:<ann@example.com>:\n"
        + "    host mx.example.com [192.0.2.1]: 550 5.7.1 Relaying denied",
      "ann@example.com 5.7.1 550 relaying dead false"
    ),
    (
      "  ann@example.com\n    SMTP error from remote mail server after end of data:\n"
        + "    host mx.example.com [192.0.2.1]: 550 User unknown",
      "ann@example.com - 550 notProven dead false"
    ),
    (
      "<ann@example.com>: host x said: 552 Mailbox full",
      "ann@example.com - 552 mailboxFull dead false"
    ),
    ("Unknown user: ann@example.com", "ann@example.com - - userUnknown dead true"),
    ("ann@example.com\nUnrouteable address", "ann@example.com - - hostUnknown dead true"),
    (
      "ann@example.com\nMessage will be retried for 2 more days. Connection refused.",
      "ann@example.com - - expired dead false"
    ),
    (
      "<ann@example.com>: 450 4.1.1 User unknown",
      "ann@example.com 4.1.1 450 userUnknown dead false"
    ),
    ("Nothing that could be read.", "- - - unknown dead false"),
    ("", "- - - unknown dead false"),
  ])
  func `words are read as programs write them`(words: String, wanted: String) {
    let text = "From: MAILER-DAEMON@example.net\nSubject: x\n\nSorry.\n\n\(words)\n"
    #expect(line(bounce(text)) == [wanted])
  }

  @Test func `several recipients in words have their own lines`() {
    let bounce = bounce(
      """
      From: MAILER-DAEMON@example.net

      A message that you sent could not be delivered.

        ann@example.com
          550 5.1.1 <ann@example.com> User unknown
        ben@example.com
          552 5.2.2 <ben@example.com> Mailbox full

      --- Below this line is a copy of the message.

      Return-Path: <office@example.org>
      Message-ID: <own@example.org>
      To: ann@example.com, ben@example.com
      """
    )
    #expect(
      line(bounce) == [
        "ann@example.com 5.1.1 550 userUnknown dead true",
        "ben@example.com 5.2.2 552 mailboxFull dead false",
      ]
    )
    #expect(bounce.returned?.messageID == MessageID("own@example.org"))
    #expect(bounce.returned?.recipients == ["ann@example.com", "ben@example.com"])
  }

  @Test func `a notification in JSON is read`() {
    let bounce = bounce(
      """
      From: notify@example.net

      {"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"a@example.com",
      "status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}}
      """
    )
    #expect(line(bounce) == ["a@example.com 5.1.1 550 userUnknown dead true"])
  }

  @Test func `an address from a field or the returned message stands in where the words name none`()
  {
    let field = "From: x@example.net\nX-Failed-Recipients: ann@example.com\n\nNot delivered."
    #expect(bounce(field).recipients.first?.address == "ann@example.com")
    let returned = "From: x@example.net\n\nNot delivered.\n\nReceived: by x\nTo: ben@example.com\n"
    #expect(bounce(returned).recipients.first?.address == "ben@example.com")
  }
}
