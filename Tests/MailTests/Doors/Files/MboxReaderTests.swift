import Importing
import Mail
import TestSupport
import Testing

@Suite struct MboxReaderTests {
  private static func messages(
    _ text: String,
    variant: MboxVariant = .mboxrd,
    maximumSize: Int = 1_000_000,
    piece: Int = 1_000_000
  ) throws -> [MboxMessage] {
    let reader = MboxReader(
      ChoppedSource(text, piece: piece),
      named: "box",
      variant: variant,
      maximumSize: maximumSize
    )
    var messages: [MboxMessage] = []
    while let message = try reader.next() { messages.append(message) }
    return messages
  }

  private static func contents(
    _ text: String,
    variant: MboxVariant = .mboxrd,
    piece: Int = 1_000_000
  ) throws -> [String] {
    try messages(text, variant: variant, piece: piece).map {
      String(decoding: $0.content ?? [], as: UTF8.self)
    }
  }

  private static let from = "From a@example.org Thu Nov 26 07:00:00 2026\n"

  @Test(arguments: [1, 2, 3, 7, 64, 1_000_000])
  func `mails are parted at lines From after an empty line, however the file comes`(
    piece: Int
  ) throws {
    let text =
      Self.from + "Subject: 1\n\nbody\n\n" + Self.from + "Subject: 2\n\nFrom here\n\n\n"
      + Self.from + "Subject: 3\n\nend"
    let messages = try Self.messages(text, piece: piece)
    #expect(
      messages.map { String(decoding: $0.content ?? [], as: UTF8.self) } == [
        "Subject: 1\n\nbody\n", "Subject: 2\n\nFrom here\n\n", "Subject: 3\n\nend",
      ]
    )
    #expect(messages.map(\.offset) == [0, 62, 130])
    #expect(messages.map(\.length).reduce(0, +) == text.utf8.count)
    #expect(messages[0].envelope == Array(Self.from.dropLast().utf8))
  }

  @Test func `lines may end in CRLF`() throws {
    let text =
      "From a Thu Nov 26 07:00:00 2026\r\nA: 1\r\n\r\nx\r\n\r\n"
      + "From a Thu Nov 26 07:00:00 2026\r\nA: 2\r\n\r\ny\r\n\r\n"
    #expect(try Self.contents(text) == ["A: 1\r\n\r\nx\r\n", "A: 2\r\n\r\ny\r\n"])
  }

  @Test(arguments: [
    "From a@b Thu Nov 26 07:00:00 2026", "From - Thu Nov  6 07:00:00 1996",
    "From \"a b\"@c Thu Nov 26 07:00 MET 2026", "From a Thu Nov 26 07:00:00 2026 +0100",
  ])
  func `a time in any of its forms parts mails`(line: String) throws {
    #expect(try Self.contents("\(Self.from)A: 1\n\nx\n\n\(line)\n\nno header\n").count == 2)
  }

  @Test func `without a time a field has to follow`() throws {
    #expect(
      try Self.contents("\(Self.from)A: 1\n\nx\n\nFrom \nB: 2\n\ny\n")
        == ["A: 1\n\nx\n", "B: 2\n\ny\n"]
    )
    #expect(try Self.contents("\(Self.from)A: 1\n\nx\n\nFrom now on\nwe pay\n").count == 1)
  }

  @Test func `without an empty line before it both are needed`() throws {
    #expect(
      try Self.contents("\(Self.from)A: 1\n\nx\n\(Self.from)B: 2\n\ny\n")
        == ["A: 1\n\nx\n", "B: 2\n\ny\n"]
    )
    #expect(try Self.contents("\(Self.from)A: 1\n\nx\n\(Self.from)text\n").count == 1)
    #expect(try Self.contents("\(Self.from)A: 1\n\nx\nFrom me\nB: 2\n").count == 1)
  }

  @Test func `mails without body and empty mails are mails`() throws {
    #expect(
      try Self.contents("\(Self.from)A: 1\n\n\(Self.from)B: 2\n\n\n\(Self.from)")
        == ["A: 1\n", "B: 2\n\n", ""]
    )
  }

  @Test func `an empty file has no mails, and empty lines before the first are passed over`() throws
  {
    #expect(try Self.contents("").isEmpty)
    #expect(try Self.contents("\n\r\n").isEmpty)
    #expect(try Self.contents("\n\(Self.from)A: 1\n") == ["A: 1\n"])
  }

  @Test func `a file that begins otherwise is no mbox`() {
    #expect(
      problem { _ = try Self.contents("\nSubject: x\n\nFrom a\n") } == [
        "mbox.start", "At byte 1 no mail begins: there is no line “From ”.",
        "Check that this is an mbox; a single mail is read without that line.",
      ]
    )
  }

  // MARK: Quotes

  private static let quoted = from + "A: 1\n\n>From a\n>>From b\n> From c\n>From\n>>>From d\n"

  @Test func `in mboxrd one mark is taken off each quoted line`() throws {
    #expect(
      try Self.contents(Self.quoted)
        == ["A: 1\n\nFrom a\n>From b\n> From c\n>From\n>>From d\n"]
    )
  }

  @Test func `in mboxo only a single mark is taken off`() throws {
    #expect(
      try Self.contents(Self.quoted, variant: .mboxo)
        == ["A: 1\n\nFrom a\n>>From b\n> From c\n>From\n>>>From d\n"]
    )
  }

  @Test func `in mboxcl2 nothing is taken off`() throws {
    #expect(
      try Self.contents(Self.quoted, variant: .mboxcl2)
        == ["A: 1\n\n>From a\n>>From b\n> From c\n>From\n>>>From d\n"]
    )
  }

  @Test(arguments: MboxVariant.allCases, [1, 5, 1_000_000])
  func `what was taken off can be put back`(variant: MboxVariant, piece: Int) throws {
    let message = try #require(
      try Self.messages(Self.quoted, variant: variant, piece: piece).first
    )
    #expect(message.quotedContent == Array(Self.quoted.dropFirst(Self.from.count).utf8))
  }

  @Test func `a mark in the header stays`() throws {
    #expect(try Self.contents("\(Self.from)>From x\nA: 1\n\n") == [">From x\nA: 1\n"])
  }

  // MARK: Content-Length

  @Test(arguments: [1, 9, 1_000_000])
  func `a right Content-Length hides lines From in the body`(piece: Int) throws {
    let body = "x\n\n\(Self.from)B: 2\n\n>From y\n"
    let text =
      "\(Self.from)Content-Length: \(body.utf8.count)\n\n\(body)\n\(Self.from)A: 2\n"
      + "CONTENT-LENGTH:  3 \n\nend"
    #expect(
      try Self.contents(text, piece: piece) == [
        "Content-Length: \(body.utf8.count)\n\n\(body)", "A: 2\nCONTENT-LENGTH:  3 \n\nend",
      ]
    )
  }

  @Test func `with a right Content-Length marks are taken off if no line shows that none were set`()
    throws
  {
    let body = "x\n>From y\n"
    let text = "\(Self.from)Content-Length: 10\n\n\(body)\n\(Self.from)A: 2\n\n"
    let messages = try Self.messages(text)
    #expect(messages.count == 2)
    #expect(messages[0].content == Array("Content-Length: 10\n\nx\nFrom y\n".utf8))
    #expect(messages[0].quotedContent == Array("Content-Length: 10\n\n\(body)".utf8))
  }

  @Test(arguments: ["1", "7", "999", "99999999", "x", "-1", "1234567890123"])
  func `a wrong Content-Length is not believed`(length: String) throws {
    let text =
      "\(Self.from)Content-Length: \(length)\n\nbody\n\n\(Self.from)Content-Length: 2\n\nx\n\n"
      + "\(Self.from)A: 3\n\nz\n"
    #expect(
      try Self.contents(text) == [
        "Content-Length: \(length)\n\nbody\n", "Content-Length: 2\n\nx\n", "A: 3\n\nz\n",
      ]
    )
  }

  // MARK: Size

  @Test func `a mail beyond the limit is told by place and length, and the next one is read`()
    throws
  {
    let long = String(repeating: "y", count: 90)
    let text = "\(Self.from)A: 1\n\n\(long)\n\n\(Self.from)A: 2\n\nz\n"
    let messages = try Self.messages(text, maximumSize: 96)
    #expect(messages.map { $0.content?.count } == [nil, 8])
    #expect(messages[0].quotedContent == nil)
    #expect(messages[0].length == Self.from.utf8.count + 98)
    #expect(try Self.messages(text, maximumSize: 97)[0].content?.count == 97)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a line of 5 MB and a file of 20,000 mails are read in pieces`() throws {
    let long = "\(Self.from)A: 1\n\n\(String(repeating: "y", count: 5_000_000))\n\n"
    let messages = try Self.messages(long + Self.from + "A: 2\n", maximumSize: 1000, piece: 65_536)
    #expect(messages.map { $0.content == nil } == [true, false])
    let many = String(repeating: "\(Self.from)A: 1\nContent-Length: 900000\n\n\n", count: 20_000)
    #expect(try Self.messages(many, piece: 65_536).count == 20_000)
  }

  @Test(arguments: 0..<200)
  func `of a damaged file every byte belongs to one mail`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = [
      Self.from, "A: 1\n", "\n", "\r\n", ">From x\n", "From \n", "Content-Length: 12\n", "text",
      "\u{0}", "F", ">", "From a Thu Nov 26 07:00 2026\r\n",
    ]
    let count = Int.random(in: 0...40, using: &random)
    let text = Self.from + (0..<count).map { _ in parts.randomElement(using: &random)! }.joined()
    let messages = try Self.messages(text, piece: Int.random(in: 1...50, using: &random))
    #expect(messages == (try Self.messages(text)))
    var end = 0
    for message in messages {
      let gap = Array(text.utf8)[end..<message.offset]
      #expect(gap.allSatisfy { $0 == 0x0A || $0 == 0x0D })
      end = message.offset + message.length
    }
    #expect(Array(text.utf8)[end...].allSatisfy { $0 == 0x0A || $0 == 0x0D })
  }
}
