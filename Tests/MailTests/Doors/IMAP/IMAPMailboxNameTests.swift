import TestSupport
import Testing

@testable import Mail

@Suite struct IMAPMailboxNameTests {
  @Test(arguments: [
    ("INBOX", "INBOX"), ("Post & Mail", "Post &- Mail"), ("Entwürfe", "Entw&APw-rfe"),
    // The example of RFC 3501, section 5.1.3.
    ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"), ("😀", "&2D3eAA-"),
    ("a\"b\\c", "a\"b\\c"), ("ü&ü", "&APw-&-&APw-"),
  ])
  func `a name is written in modified UTF-7 and read again`(name: String, written: String) throws {
    #expect(try IMAPMailboxName.encode(name) == written)
    #expect(IMAPMailboxName.decode(written) == name)
  }

  @Test(arguments: ["&", "&U", "&!-", "&A-", "&2D0-", "ü", "a\u{1}"])
  func `what is no written form is not read`(written: String) {
    #expect(IMAPMailboxName.decode(written) == nil)
  }

  @Test(arguments: ["", "a\r\nb", "a\u{0}", "\u{7F}"])
  func `a name with control characters is refused`(name: String) {
    #expect(fault { _ = try IMAPMailboxName.encode(name) }?.code == "imap.mailbox")
  }

  @Test func `the refusal has its words`() {
    #expect(
      fault { _ = try IMAPMailboxName.encode("a\r\nb") }
        == FaultWords(
          false,
          "imap.mailbox",
          "“a??b” is no name of a mailbox.",
          "Give a name without control characters."
        )
    )
  }

  @Test func `quotes and backslashes are escaped in a command`() throws {
    #expect(try IMAPMailboxName.argument("a\"b\\c ü") == "\"a\\\"b\\\\c &APw-\"")
  }

  @Test(arguments: 0..<100)
  func `any name comes back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let letters = Array("ab&-,/+ üñ台😀\u{301}")
    let count = Int.random(in: 1...30, using: &random)
    let name = String((0..<count).map { _ in letters.randomElement(using: &random)! })
    #expect(IMAPMailboxName.decode(try IMAPMailboxName.encode(name)) == name)
  }
}
