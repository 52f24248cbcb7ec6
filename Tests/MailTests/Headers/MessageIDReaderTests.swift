import Mail
import Testing

@Suite struct MessageIDReaderTests {
  @Test(arguments: [
    ("<a@b>", ["a@b"]), (" <a@b>\n <c@d> ", ["a@b", "c@d"]), ("<a@b><c@d>", ["a@b", "c@d"]),
    ("Anna's mail of <date> <a@b>", ["date", "a@b"]), ("<a@\n b>", ["a@b"]), ("a@b", ["a@b"]),
    ("a@b, c@d; e", ["a@b", "c@d"]), ("only", ["only"]), ("<<a@b>>", ["a@b"]), ("<>", []),
    ("", []), ("no ids here", []), ("<a@ b c", []),
  ])
  func `ids are found among anything`(value: String, ids: [String]) {
    #expect(Message("References: \(value)\n\n").references.map(\.value) == ids)
  }

  @Test func `the message has one id, its answers have several`() {
    let message = Message("Message-ID: <a@b> <x@y>\nIn-Reply-To: <c@d> <e@f>\n\n")
    #expect(message.messageID?.value == "a@b")
    #expect(message.inReplyTo.map(\.value) == ["c@d", "e@f"])
    #expect(Message("Message-ID: <>\n\n").messageID == nil)
    #expect(Message("Subject: x\n\n").messageID == nil)
  }
}
