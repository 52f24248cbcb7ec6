import Mail
import Testing

@Suite struct BodyTextTests {
  private static func text(_ type: String?, _ body: [UInt8]) -> DecodedText? {
    let head = type.map { "Content-Type: \($0)\n\n" } ?? "Subject: x\n\n"
    return Message(bytes: Array(head.utf8) + body).root.text()
  }

  @Test(
    arguments: [
      ("text/plain; charset=utf-8", [0xC3, 0xBC], "ü", "utf-8", "declared", []),
      ("text/plain; charset=iso-8859-1", [0xFC, 0x80], "ü€", "windows-1252", "declared", []),
      ("text/plain; charset=koi8-r", [0xF4], "Т", "koi8-r", "declared", []),
      ("text/plain", [0x61], "a", "utf-8", "utf-8", []),
      ("text/plain", [0xC3, 0xBC], "ü", "utf-8", "utf-8", []),
      ("text/plain", [0xFC], "ü", "windows-1252", "windows-1252", ["charset-guessed"]),
      ("text/plain; charset=x", [0xC3, 0xBC], "ü", "utf-8", "utf-8", ["charset-guessed"]),
      ("text/plain; charset=us-ascii", [0xC3, 0xBC], "ü", "utf-8", "utf-8", ["charset-guessed"]),
      (
        "text/plain; charset=utf-8", [0xFC], "ü", "windows-1252", "windows-1252",
        ["charset-guessed"]
      ),
      (
        "text/plain; charset=utf-8", [0xC3, 0xBC, 0xFC, 0xC3, 0x9F], "ü\u{FFFD}ß", "utf-8",
        "declared", ["characters-replaced"]
      ),
      (
        "text/plain; charset=shift_jis", [0x83, 0x67, 0xFF], "ト\u{FFFD}", "cp932", "declared",
        ["characters-replaced"]
      ),
      (
        "text/plain; charset=koi8-r", [0xEF, 0xBB, 0xBF, 0x61], "a", "utf-8", "byte-order-mark", []
      ),
      ("text/plain", [0xFF, 0xFE, 0x61, 0], "a", "utf-16le", "byte-order-mark", []),
      (
        "text/plain; charset=utf-16", [0xFE, 0xFF, 0, 0x61], "a", "utf-16be", "byte-order-mark", []
      ),
      ("text/plain; charset=utf-16be", [0, 0x61, 0, 13, 0, 10], "a\n", "utf-16be", "declared", []),
    ] as [(String, [UInt8], String, String, String, [String])]
  )
  func `the charset is found in the stated order`(
    type: String,
    body: [UInt8],
    text: String,
    charset: String,
    source: String,
    defects: [String]
  ) {
    let decoded = Self.text(type, body)
    #expect(decoded?.text == text)
    #expect(decoded?.charset == charset)
    #expect(decoded?.charsetSource.rawValue == source)
    #expect(decoded?.defects.names == defects)
  }

  @Test(arguments: [
    "<meta charset=iso-8859-7>", "<META CHARSET = 'ISO-8859-7'>",
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-7\">",
    "<meta name=x><meta charset=\"iso-8859-7\"/>",
  ])
  func `HTML text may name its charset itself`(element: String) {
    let decoded = Self.text("text/html", Array(element.utf8) + [0xE1])
    #expect(decoded?.text == element + "α")
    #expect(decoded?.charsetSource == .meta)
  }

  @Test func `a charset in the field has precedence over the one in the text`() {
    let body = Array("<meta charset=iso-8859-7>".utf8) + [0xE1]
    #expect(Self.text("text/html; charset=iso-8859-1", body)?.text.last == "á")
    #expect(Self.text("text/plain", body)?.text.last == "á")
  }

  @Test(arguments: ["a\r\nb", "a\nb", "a\rb", "a\r\r\nb"])
  func `lines of text end with a line feed`(text: String) {
    #expect(Self.text(nil, Array(text.utf8))?.text == "a\nb")
  }

  @Test func `messages and multipart bodies have no text`() {
    #expect(Message("Content-Type: message/rfc822\n\nSubject: x\n\ny").root.text() == nil)
    #expect(Message("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx").root.text() == nil)
  }
}
