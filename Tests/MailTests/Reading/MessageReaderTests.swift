import Mail
import Testing

@Suite struct MessageReaderTests {
  @Test func `a plain message has its fields and its text`() {
    let message = Message("Subject: Hello\r\nFrom: a@example.org\r\n\r\nOne\r\ntwo\r\n")
    #expect(message.subject == "Hello")
    #expect(message.author?.address == "a@example.org")
    #expect(message.headers.map(\.name) == ["Subject", "From"])
    #expect(message.root.text()?.text == "One\ntwo\n")
    #expect(message.defects == [])
    #expect(Array(message.root.body) == Array("One\r\ntwo\r\n".utf8))
  }

  @Test func `bytes and fields keep their offsets`() {
    let message = Message("\nSubject:  x \n\nbody")
    #expect(message.raw.startIndex == 1)
    #expect(message.headers["SUBJECT"]?.rawValue.startIndex == 9)
    #expect(message.headers["subject"].map { Array($0.rawValue) } == Array("  x ".utf8))
    #expect(message.root.body.startIndex == 15)
  }

  @Test func `all is read of a message with parts in parts and a message in it`() {
    let message = Message(bytes: MailFixtures.all[0])
    #expect(
      message.outline == [
        "multipart/mixed",
        " multipart/alternative",
        "  text/plain 36",
        "  text/html 52",
        " application/pdf Verträge.pdf 25",
        " message/rfc822",
        "  multipart/digest",
        "   message/rfc822",
        "    text/plain 4",
      ]
    )
    #expect(message.subject == "Verträge für 2027")
    #expect(
      message.addresses.to.addresses.map(\.address) == [
        "support@example.net", "b@example.org", "c@example.org",
      ]
    )
    #expect(message.textParts[0].text()?.text == "Grüße und mehr \n> quoted text")
    #expect(message.attachments[1].message?.root.children[0].message?.subject == "deepest")
    #expect(message.attachments[0].decoded().defects == .base64Restarted)
  }

  @Test func `blank lines, a byte order mark and an mbox line may come first`() {
    let message = Message("\u{FEFF}\r\n \r\nFrom a@example.org Thu Nov 26 2026\nSubject: x\n\ny")
    #expect(message.subject == "x")
    #expect(
      message.envelopeLine.map { Array($0) } == Array("From a@example.org Thu Nov 26 2026".utf8)
    )
    #expect(message.defects == [.leadingBlankLines, .envelopeLine])
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\r\r\n"])
  func `lines may end in any way`(end: String) {
    let lines = [
      "Subject: x", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "one", "two",
      "--b--",
    ]
    let message = Message(lines.joined(separator: end))
    #expect(message.subject == "x")
    #expect(message.parts.map { $0.text()?.text } == ["one\ntwo"])
    #expect(message.defects == (end == "\r" ? .loneCarriageReturn : []))
  }

  @Test func `a lone CR ends a field where another one follows, else it is a blank`() {
    let message = Message("Subject: a\rb\rTo: c@example.org\rCc: d\n\nx")
    #expect(message.headers.map(\.name) == ["Subject", "To", "Cc"])
    #expect(message.defects == .loneCarriageReturn)
    #expect(message.addresses.to.addresses.map(\.address) == ["c@example.org"])
  }

  @Test func `a missing final boundary ends the last part at the end`() {
    let message = Message("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo\n")
    #expect(message.parts.map { $0.text()?.text } == ["one", "two\n"])
    #expect(message.defects == .finalBoundaryMissing)
  }

  @Test func `a boundary that starts with another one is told apart`() {
    let message = Message(
      """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: multipart/alternative; boundary=b1

      --b1

      one
      --b1--
      --b \t
      Content-Type: text/plain

      two
      --bx is text
      --b--
      """
    )
    #expect(message.parts.map { $0.text()?.text } == ["one", "two\n--bx is text"])
    #expect(message.defects == [])
  }

  @Test func `a boundary that is not named is taken from the body`() {
    let message = Message("Content-Type: multipart/mixed\n\n--zz\n\none\n--zz--\n")
    #expect(message.parts.map { $0.text()?.text } == ["one"])
    #expect(message.defects == .boundaryGuessed)
  }

  @Test func `a multipart body without any boundary is text`() {
    let message = Message("Content-Type: multipart/mixed; boundary=b\n\nonly text\n-- \nA.\n")
    #expect(message.textParts.map { $0.text()?.text } == ["only text\n-- \nA.\n"])
    #expect(message.defects == .boundaryNotFound)
  }

  @Test func `the first of several types that can be read counts`() {
    let message = Message(
      "Content-Type: ;\nContent-Type: text/html\nContent-Type: text/plain\n\n<p>x</p>"
    )
    #expect(message.root.mediaType.essence == "text/html")
    #expect(message.defects == .repeatedField)
  }

  @Test func `a type that cannot be read is plain text`() {
    let message = Message("Content-Type: \u{1}\n\nx")
    #expect(message.root.mediaType.essence == "text/plain")
    #expect(message.defects == .malformedField)
  }

  @Test func `NUL in fields is left out, and replaced in text`() {
    let message = Message("Subject: a\0b\n\nc\0d")
    #expect(message.subject == "ab")
    #expect(message.root.text()?.text == "c\u{FFFD}d")
    #expect(message.defects == .nul)
  }

  @Test func `a line that is no field is passed over if a usual field follows`() {
    let message = Message("Subject: x\nstray\nmore of it\nTo: a@example.org\n\nbody")
    #expect(message.addresses.to.addresses.map(\.address) == ["a@example.org"])
    #expect(message.root.text()?.text == "body")
    #expect(message.defects == .strayHeaderLine)
  }

  @Test func `a body without a blank line before it is found`() {
    let message = Message("Subject: x\nDear all,\nsee: this\n\nbye")
    #expect(message.headers.count == 1)
    #expect(message.root.text()?.text == "Dear all,\nsee: this\n\nbye")
    #expect(message.defects == .noBlankLine)
  }

  @Test func `text alone is a message without fields`() {
    let message = Message("Dear all,\nbye\n")
    #expect(message.root.text()?.text == "Dear all,\nbye\n")
    #expect(message.defects == .noFields)
    #expect(Message("").defects == .noFields)
    #expect(Message("").parts.count == 1)
  }

  @Test func `an encoded message in a message is decoded`() {
    let message = Message(
      """
      Content-Type: message/rfc822
      Content-Transfer-Encoding: base64

      U3ViamVjdDogaGlkZGVuCgp0ZXh0Cg==
      """
    )
    #expect(message.root.message?.subject == "hidden")
    #expect(message.root.message?.root.text()?.text == "text\n")
  }

  @Test func `a message in a message that is only said to be encoded is taken as it is`() {
    let message = Message(
      "Content-Type: message/global\nContent-Transfer-Encoding: base64\n\nSubject: plain\n\ntext"
    )
    #expect(message.root.message?.subject == "plain")
  }

  @Test func `an encoded multipart body is decoded`() {
    let message = Message(
      """
      Content-Type: multipart/mixed; boundary=b
      Content-Transfer-Encoding: base64

      LS1iCgpvbmUKLS1iLS0K
      """
    )
    #expect(message.parts.map { $0.text()?.text } == ["one"])
  }

  @Test func `parts that HTML text refers to have ids`() {
    let message = Message("Content-Type: image/png\nContent-ID: <a@b>\n\nx")
    #expect(message.root.contentID == MessageID("a@b"))
    #expect(message.attachments.count == 1)
  }
}
