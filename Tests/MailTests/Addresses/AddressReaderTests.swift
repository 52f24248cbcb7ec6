import Mail
import Testing

@Suite struct AddressReaderTests {
  /// Each address as `name|local|domain`, groups as `name: …;`.
  private static func list(_ value: String) -> [String] {
    let show = { (address: MailAddress) in
      "\(address.displayName)|\(address.localPart)|\(address.domain)"
    }
    return Message("To: \(value)\n\n").addresses.to.members.map { member in
      switch member {
      case .address(let address): show(address)
      case .group(let name, let addresses):
        "\(name): \(addresses.map(show).joined(separator: ", "));"
      }
    }
  }

  @Test(arguments: [
    ("a@b.example", ["|a|b.example"]),
    ("Anna Smith <a@b.example>", ["Anna Smith|a|b.example"]),
    ("\"Smith, Anna\" <a@b.example>, c@d.example", ["Smith, Anna|a|b.example", "|c|d.example"]),
    ("\"A \\\"B\\\"\" <a@b.example>", ["A \"B\"|a|b.example"]),
    ("a@b.example (Anna (of us))", ["Anna (of us)|a|b.example"]),
    ("=?utf-8?q?M=C3=BCller?= <a@b.example>", ["Müller|a|b.example"]),
    ("\"=?utf-8?q?M=C3=BCller=2C_A=2E?=\" <a@b.example>", ["Müller, A.|a|b.example"]),
    ("Müller <müller@bücher.example>", ["Müller|müller|bücher.example"]),
    ("\"a b\"@c.example", ["|a b|c.example"]), ("<\"a b\"@c.example>", ["|a b|c.example"]),
    ("a@[192.0.2.1]", ["|a|[192.0.2.1]"]), ("a@[IPv6:2001:db8::1]", ["|a|[IPv6:2001:db8::1]"]),
    ("Anna\n <a@b.example>", ["Anna|a|b.example"]), ("", []), (" , ;", []),
  ])
  func `addresses are read as the standard has them`(value: String, expected: [String]) {
    #expect(Self.list(value) == expected)
  }

  @Test(arguments: [
    ("Team: a@b.example, C <c@d.example>;", ["Team: |a|b.example, C|c|d.example;"]),
    ("undisclosed-recipients:;", ["undisclosed-recipients: ;"]),
    (
      "x@y.example, T: a@b.example; z@y.example",
      ["|x|y.example", "T: |a|b.example;", "|z|y.example"]
    ),
    ("T: a@b.example", ["T: |a|b.example;"]),
  ])
  func `groups are read with their members`(value: String, expected: [String]) {
    #expect(Self.list(value) == expected)
  }

  @Test(arguments: [
    ("a@b.example; c@d.example", ["|a|b.example", "|c|d.example"]),
    ("Anna <a@b.example", ["Anna|a|b.example"]),
    ("Anna <a@b.example, c@d.example", ["Anna|a|b.example", "|c|d.example"]),
    ("\"Anna <a@b.example>", ["\"Anna|a|b.example"]),
    ("Anna (x <a@b.example>", ["Anna (x|a|b.example"]),
    ("J. Smith & Co [x] <a@b.example>", ["J. Smith & Co [x]|a|b.example"]),
    ("a@b.example <a@b.example>", ["a@b.example|a|b.example"]),
    ("=?utf-8?Q?M=C3=BCller,_A?= <a@b.example>", ["Müller, A|a|b.example"]),
    ("<@r.example,@s.example:a@b.example>", ["|a|b.example"]),
    ("\"a@b.example\"", ["|a|b.example"]), ("Anna a@b.example", ["Anna|a|b.example"]),
    ("mailto:a@b.example", ["|a|b.example"]), ("<mailto:a@b.example>", ["|a|b.example"]),
    ("MAILER-DAEMON (Mail System)", ["Mail System|MAILER-DAEMON|"]),
    ("Anna Smith", ["Anna Smith||"]), ("<>", ["||"]), ("Anna <>", ["Anna||"]),
    ("Anna < a@b.example >", ["Anna|a|b.example"]), ("a @ b.example", ["|a|b.example"]),
    ("<a b@c.example>", ["|a b|c.example"]), ("a@b@c.example", ["|a@b|c.example"]),
    ("(only a comment)", ["only a comment||"]),
  ])
  func `what mailers write wrongly is read as it is meant`(value: String, expected: [String]) {
    #expect(Self.list(value) == expected)
  }

  @Test func `fields that stand twice count as one list`() {
    let message = Message("To: a@b.example\nTo: c@d.example\n\n")
    #expect(message.addresses.to.addresses.map(\.address) == ["a@b.example", "c@d.example"])
  }

  @Test func `the author is the first complete address of From, Sender and Reply-To`() {
    let first = Message("From: <>, b@x.example\nSender: s@x.example\n\n")
    #expect(first.author?.address == "b@x.example")
    let second = Message("From: \"X\" <>\nReply-To: r@x.example\n\n")
    #expect(second.author?.address == "r@x.example")
    let third = Message("From: MAILER-DAEMON\n\n")
    #expect(third.author?.address == "MAILER-DAEMON")
    #expect(Message("Subject: x\n\n").author == nil)
  }

  @Test(arguments: ["(", "\"", "\\\"", "<", "a@:", ";", "=?", "\"\\", "((\\"])
  func `a long row of one mark takes no long time`(mark: String) {
    let value = String(repeating: mark, count: 200_000 / mark.utf8.count)
    #expect(Message("To: \(value)\n\n").addresses.to.addresses.count <= 200)
  }
}
