import Testing

@testable import Mail

@Suite struct SMTPDialogueTests {
  /// Lines of the program with `>` in front, of the server with `<`.
  private static func dialogue(_ lines: String...) -> SMTPDialogue {
    var dialogue = SMTPDialogue()
    for line in lines {
      let bytes = Array("\(line.dropFirst())\r\n".utf8)
      if line.hasPrefix(">") { dialogue.sent(bytes) } else { dialogue.received(bytes) }
    }
    return dialogue
  }

  @Test func `replies belong to the commands before them`() {
    let dialogue = Self.dialogue(
      "<220 hi",
      ">EHLO x",
      "<250-x",
      "<250 SIZE",
      ">MAIL FROM:<a@x>",
      "<250 ok",
      ">RCPT TO:<b@x>",
      "<550-5.1.1 no",
      "<550 5.1.1 such user",
      ">RCPT TO:<c@x>",
      "<250 ok",
      ">DATA",
      "<354 go",
      "<451 4.3.0 full",
      ">QUIT",
      "<221 bye"
    )
    #expect(
      dialogue.recipients == [
        SendReply(code: 550, text: "5.1.1 no 5.1.1 such user"), SendReply(code: 250, text: "ok"),
      ]
    )
    #expect(dialogue.final == SendReply(code: 451, text: "4.3.0 full"))
    #expect(dialogue.senderRefusal == nil)
    #expect(dialogue.hasText)
    #expect(!dialogue.hasLogin)
  }

  @Test func `refusals of sender and data are kept, and nothing of a login`() {
    let dialogue = Self.dialogue(
      ">AUTH PLAIN c2VjcmV0",
      "<235 ok",
      ">MAIL FROM:<a@x>",
      "<552 too large",
      ">DATA",
      "<554"
    )
    #expect(dialogue.hasLogin)
    #expect(dialogue.senderRefusal == SendReply(code: 552, text: "too large"))
    #expect(dialogue.dataRefusal == SendReply(code: 554, text: ""))
    #expect(!String(reflecting: dialogue).contains("c2VjcmV0"))
  }

  @Test func `what is no reply is passed over`() {
    let dialogue = Self.dialogue(">RCPT TO:<a@x>", "<hello", "<25", "<250 ok")
    #expect(dialogue.recipients == [SendReply(code: 250, text: "ok")])
  }
}
