import Mail
import TestSupport
import Testing

@Suite struct WriterPropertyTests {
  private static let pieces = [
    "a", "Contract ", "  ", "ü", "日本", "😎", "e\u{301}", ".", ",", "\"", "\\", "(", ")", "<", ">",
    "@", ":", ";", "=?", "?=", "=", "_", "--", "=_mixed_0_", "From ", "'", "%", "*", "[x]",
    String(repeating: "long", count: 300), String(repeating: "many words ", count: 20),
  ]

  private static func text(_ random: inout SplitMix64, _ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// A text without blanks at its ends, as the reader gives it.
  private static func header(_ random: inout SplitMix64) -> String {
    var text = text(&random, 5)[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func body(_ random: inout SplitMix64) -> String {
    let ends = ["\n", " \n", "\n\n", "\t", "\n.", "\nFrom ", "\n--"]
    let lines = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      text(&random, 3) + (ends.randomElement(using: &random) ?? "")
    }
    let body = lines.joined()
    return body.hasSuffix("\n") ? body : body + "\n"
  }

  private static func address(_ random: inout SplitMix64) -> MailAddress {
    let locals = ["a", "a.b", "a b", ".a", "a\"b", "a\\b", "ü", "a@b", "a..b", "(x)", "<", ","]
    let domains = ["example.org", "bücher.example", "[192.0.2.1]", "x"]
    return MailAddress(
      displayName: header(&random),
      localPart: locals.randomElement(using: &random) ?? "a",
      domain: domains.randomElement(using: &random) ?? "x"
    )
  }

  private static func addresses(_ random: inout SplitMix64) -> [MailAddress] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in address(&random) }
  }

  private static func attachment(_ random: inout SplitMix64) -> OutgoingAttachment {
    OutgoingAttachment(
      fileName: header(&random),
      mediaType: MediaType("application", "x-y"),
      bytes: (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    )
  }

  private static func draft(_ random: inout SplitMix64) throws -> MessageDraft {
    var draft = MessageDraft(
      from: address(&random),
      date: MessageDate(
        seconds: Int64.random(in: 0..<4_000_000_000, using: &random),
        offsetMinutes: Bool.random(using: &random)
          ? Int.random(in: -720...840, using: &random) : nil
      ),
      messageID: try #require(MessageID("\(random.next())@example.org")),
      text: body(&random)
    )
    draft.to = addresses(&random)
    draft.cc = addresses(&random)
    draft.replyTo = addresses(&random)
    draft.subject = header(&random)
    draft.references = try (0..<Int.random(in: 0...20, using: &random)).map { _ in
      try #require(MessageID("\(random.next()).\(random.next())@example.net"))
    }
    draft.fields = [.init("X-Note", header(&random))]
    draft.html = Bool.random(using: &random) ? body(&random) : nil
    draft.attachments = (0..<Int.random(in: 0...3, using: &random)).map { _ in attachment(&random) }
    return draft
  }

  @Test(arguments: 0..<300)
  func `what is written reads back the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let draft = try Self.draft(&random)
    let message = MessageReader().read(try MessageWriter.write(draft))
    #expect(message.allDefects == [])
    #expect(message.addresses.from.addresses == draft.from)
    #expect(message.addresses.to.addresses == draft.to)
    #expect(message.addresses.cc.addresses == draft.cc)
    #expect(message.addresses.replyTo.addresses == draft.replyTo)
    #expect(message.subject == draft.subject)
    #expect(message.date == draft.date)
    #expect(message.messageID == draft.messageID)
    #expect(message.references == draft.references)
    #expect(message.headers["x-note"]?.text == draft.fields[0].text)
    let texts = [draft.text] + (draft.html.map { [$0] } ?? [])
    #expect(message.textParts.map { $0.text()?.text } == texts)
    let files = message.attachments
    #expect(files.map { $0.fileName ?? "" } == draft.attachments.map(\.fileName))
    #expect(files.map { $0.decoded().bytes } == draft.attachments.map(\.bytes))
  }

  @Test(arguments: 0..<100)
  func `lines end with CR LF and are never longer than 998`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = try MessageWriter.write(try Self.draft(&random))
    var length = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        #expect(index > 0 && bytes[index - 1] == 0x0D)
        #expect(length <= 999)
        length = 0
      } else {
        if byte == 0x0D { #expect(index + 1 < bytes.count && bytes[index + 1] == 0x0A) }
        length += 1
      }
    }
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
  }
}
