import Mail
import TestSupport
import Testing

@Suite struct MessageWriterTests {
  private static func draft(_ text: String = "Hello\n") throws -> MessageDraft {
    MessageDraft(
      from: MailAddress(displayName: "Anna Müller", localPart: "anna", domain: "example.org"),
      date: MessageDate(seconds: 1_795_678_205, offsetMinutes: 60),
      messageID: try #require(MessageID("one@example.org")),
      text: text
    )
  }

  private static func written(_ draft: MessageDraft) throws -> String {
    String(decoding: try MessageWriter.write(draft), as: UTF8.self)
  }

  @Test func `a short message is written plainly`() throws {
    var draft = try Self.draft()
    draft.to = [MailAddress(localPart: "a b", domain: "example.net")]
    draft.subject = "Prüfung"
    #expect(
      try Self.written(draft) == """
        Date: Thu, 26 Nov 2026 08:30:05 +0100\r
        From: =?UTF-8?Q?Anna_M=C3=BCller?= <anna@example.org>\r
        To: "a b"@example.net\r
        Subject: =?UTF-8?Q?Pr=C3=BCfung?=\r
        Message-ID: <one@example.org>\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=us-ascii\r
        Content-Transfer-Encoding: 7bit\r
        \r
        Hello\r

        """
    )
  }

  @Test func `a message with everything is written as the snapshot shows`() throws {
    var draft = try Self.draft(
      "Grüße aus Zürich, und ein langer Satz, der nicht in eine Zeile passt.\n"
    )
    draft.to = [
      MailAddress(displayName: "Smith, Bob (UK)", localPart: "bob", domain: "example.net"),
      MailAddress(displayName: "Carol", localPart: "carol", domain: "example.net"),
    ]
    draft.subject = String(repeating: "Vertragsverlängerung ", count: 6) + "2027"
    draft.references = [try #require(MessageID("zero@example.net"))]
    draft.inReplyTo = draft.references
    draft.fields = [.init("Auto-Submitted", "auto-replied")]
    draft.html = "<p>Grüße <img src=\"cid:logo@example.org\"></p>"
    draft.attachments = [
      OutgoingAttachment(
        fileName: "logo.png",
        mediaType: MediaType("image", "png"),
        bytes: [1, 2, 3],
        contentID: MessageID("logo@example.org")
      ),
      OutgoingAttachment(
        fileName: "Verträge, zweite Fassung mit einem sehr langen Namen (geprüft).csv",
        mediaType: MediaType("text", "csv"),
        bytes: Array(String(repeating: "a;b\n", count: 30).utf8)
      ),
      OutgoingAttachment(
        fileName: "",
        mediaType: MediaType("message", "rfc822"),
        bytes: Array("Subject: inner =_mixed_0_\n\ntext\n".utf8)
      ),
    ]
    expectSnapshot(try Self.written(draft).replacing("\r\n", with: "\n"), named: "full.eml")
  }

  private static func fault(_ change: (inout MessageDraft) -> Void) throws -> MessageFault? {
    var draft = try draft()
    change(&draft)
    do throws(MessageFault) {
      _ = try MessageWriter.write(draft)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["a\r\nBcc: x", "a\nb", "a\0b", "a\u{7F}"])
  func `an address with line ends or controls is refused`(text: String) throws {
    let bad = [
      MailAddress(displayName: text, localPart: "a", domain: "example.org"),
      MailAddress(localPart: text, domain: "example.org"),
      MailAddress(localPart: "a", domain: text),
    ]
    for address in bad {
      let fault = try Self.fault { $0.cc = [address] }
      #expect(fault == .controlInAddress(field: "Cc", address: address.address))
    }
  }

  @Test func `what cannot be written is refused by name`() throws {
    #expect(try Self.fault { $0.from = [] } == .noAuthor)
    #expect(try Self.fault { $0.from += $0.from } == .noSender)
    let empty = MailAddress(localPart: "", domain: "example.org")
    #expect(
      try Self.fault { $0.replyTo = [empty] }
        == .incompleteAddress(field: "Reply-To", address: "@example.org")
    )
    for domain in ["a b", "a>b", "a,b", "[a]b]"] {
      let address = MailAddress(localPart: "x", domain: domain)
      #expect(
        try Self.fault { $0.to = [address] }
          == .unusableDomain(field: "To", address: "x@\(domain)")
      )
    }
    #expect(try Self.fault { $0.fields = [.init("a b", "x")] } == .unusableFieldName("a b"))
    #expect(try Self.fault { $0.fields = [.init("", "x")] } == .unusableFieldName(""))
    #expect(try Self.fault { $0.fields = [.init("BCC", "x")] } == .reservedField("BCC"))
    let attachment = OutgoingAttachment(fileName: "", mediaType: .init("a b", "c"), bytes: [])
    #expect(try Self.fault { $0.attachments = [attachment] } == .unusableMediaType("a b/c"))
  }

  @Test(arguments: [
    (
      MessageFault.noAuthor,
      "message.author: The message has no author. Give the address that the message comes from."
    ),
    (
      .noSender,
      "message.sender: The message has several authors but no sender. Give the one address that sends the message."
    ),
    (
      .incompleteAddress(field: "To", address: "a@"),
      "address.incomplete: The address “a@” in To has no local part or no domain. Write the address as name@example.org."
    ),
    (
      .controlInAddress(field: "To", address: "a\r\nb@c"),
      "address.control: The address “a??b@c” in To has a line end or another control character. Write the address and its name on one line."
    ),
    (
      .unusableDomain(field: "Cc", address: "a@b c"),
      "address.domain: The address “a@b c” in Cc has a domain that cannot be written. Write a domain of letters, digits, hyphens and dots."
    ),
    (
      .unusableFieldName("a b"),
      "field.name: “a b” is no name of a header field. Use letters, digits and hyphens, at most 70."
    ),
    (
      .reservedField("To"),
      "field.reserved: The field To is written from other values. Set the value of the message instead."
    ),
    (
      .unusableMediaType("x"),
      "attachment.type: “x” is no media type. Write type and subtype, such as application/pdf."
    ),
  ])
  func `a fault says what is wrong and what to do`(fault: MessageFault, text: String) {
    #expect("\(fault.code): \(fault.message) \(fault.remedy)" == text)
  }

  @Test func `a message that must not be encoded but has no fit lines goes as a file`() throws {
    var draft = try Self.draft()
    draft.attachments = [
      OutgoingAttachment(
        fileName: "m.eml",
        mediaType: MediaType("message", "rfc822"),
        bytes: Array("Subject: \(String(repeating: "x", count: 1_000))\n\n".utf8)
      )
    ]
    let part = MessageReader().read(try MessageWriter.write(draft)).attachments[0]
    #expect(part.mediaType.essence == "application/octet-stream")
    #expect(part.decoded().bytes == draft.attachments[0].bytes)
  }
}
