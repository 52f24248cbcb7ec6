import Mail
import Testing

@Suite struct MailEnvelopeTests {
  @Test func `recipients stay in order, each once, and the sender may be none`() throws {
    let envelope = try MailEnvelope(sender: "", recipients: ["b@x", "a@x", "b@x"])
    #expect(envelope.sender == "")
    #expect(envelope.recipients == ["b@x", "a@x"])
  }

  @Test(arguments: [
    "a@x", "jürgen@ü.example", "\"a b\"@x", "o'neil+tag=1@mail.example.org", "a@[192.0.2.1]",
    "\"a,b;c@d\"@x",
  ])
  func `an address is taken`(address: String) throws {
    #expect(try MailEnvelope(sender: address, recipients: [address]).recipients == [address])
  }

  @Test(arguments: [
    "a@x\r\nRCPT TO:<b@y>", "a@x\n", "a\r@x", "a\u{0}@x", "a@x\u{85}", "a@x\u{2028}", "a@x>",
    "<a@x",
    "a b@x", "a@x y", "-f@x", "@x", "a@", "a", "", "a@b@c", "a,b@x", "\"a\r\nb\"@x", "a@x,b@y",
  ])
  func `what could break out of its command is refused`(address: String) {
    #expect(
      problem { _ = try MailEnvelope(sender: "", recipients: ["ok@x", address]) }?.first
        == "address.form"
    )
  }

  @Test func `the refusals have their words`() {
    #expect(
      problem { _ = try MailEnvelope(sender: "a@x\r\nDATA", recipients: ["b@x"]) } == [
        "address.form", "“a@x??DATA” is no address to which mail can be sent.",
        "Give it as name@example.org, with no line break, space or bracket.",
      ]
    )
    #expect(
      problem { _ = try MailEnvelope(sender: "a@x", recipients: []) } == [
        "address.missing", "The mail has no recipient.", "Give at least one address.",
      ]
    )
  }

  @Test func `254 bytes are the most`() throws {
    let address = String(repeating: "a", count: 252) + "@x"
    #expect(try MailEnvelope(sender: "", recipients: [address]).recipients.count == 1)
    #expect(problem { _ = try MailEnvelope(sender: "", recipients: ["a" + address]) } != nil)
  }
}
