import Mail
import Testing

@Suite struct TransferDecoderTests {
  private static func decode(_ encoding: String, _ body: String) -> (String, [String]) {
    let head = "Content-Type: a/b\nContent-Transfer-Encoding: \(encoding)\n\n"
    let decoded = Message(head + body).root.decoded()
    return (String(decoding: decoded.bytes, as: UTF8.self), decoded.defects.names)
  }

  @Test(arguments: [
    ("", "", []), ("YQ==", "a", []), ("YWI=", "ab", []), ("YWJj", "abc", []),
    ("YWJj\r\nZGVm\r\n", "abcdef", []), ("Y W\tJ\nj", "abc", []), ("YQ", "a", []),
    ("YWI", "ab", []), ("Y", "", ["malformed-encoding"]), ("YWJjZ", "abc", ["malformed-encoding"]),
    ("YQ==YWJj", "aabc", ["base64-restarted"]), ("YQ=\n=\nYQ==", "aa", ["base64-restarted"]),
    ("YW*Jj", "abc", ["malformed-encoding"]), ("====", "", []),
    ("YWJjYWJjYWJjYWJjYWI=", "abcabcabcabcab", []),
  ])
  func `Base64 is decoded`(body: String, text: String, defects: [String]) {
    #expect(Self.decode("base64", body) == (text, defects))
  }

  @Test(arguments: [
    ("", "", []), ("a=3Db", "a=b", []), ("a=3db=C3=BC", "a=bü", []), ("so=\nft", "soft", []),
    ("so= \t\r\nft", "soft", []), ("a  \r\nb\t", "a\r\nb", []), ("end=", "end", []),
    ("a=2", "a=2", ["malformed-encoding"]), ("a=ZZ", "a=ZZ", ["malformed-encoding"]),
    ("==41", "=A", ["malformed-encoding"]), ("a=20\nb", "a \nb", []),
  ])
  func `quoted-printable is decoded`(body: String, text: String, defects: [String]) {
    #expect(Self.decode("quoted-printable", body) == (text, defects))
  }

  @Test(arguments: [
    ("begin 644 cat.txt\n#0V%T\n`\nend\n", "Cat", []), ("x\nbegin 644 a b\n#0V%T\nend", "Cat", []),
    ("#0V%T\n`\n", "Cat", ["malformed-encoding"]), ("#0V%T\n`\nend\n", "Cat", []),
    ("no code", "", ["malformed-encoding"]), ("begin 644 a\n!00\nend\n", "A", []),
  ])
  func `uuencode is decoded`(body: String, text: String, defects: [String]) {
    #expect(Self.decode("x-uuencode", body) == (text, defects))
  }

  @Test func `an encoding that is not known leaves the bytes as they are`() {
    #expect(Self.decode("rot13", "abc") == ("abc", ["unknown-encoding"]))
    #expect(Self.decode("binary", "a\r\nb") == ("a\r\nb", []))
  }

  @Test func `files within plain text are found`() {
    let text = "before\nbegin 644 a.txt\n#0V%T\n`\nend\nbegin again\nbegin 755 b\nnot coded\nend\n"
    let part = Message("Subject: x\n\n" + text).root
    let files = part.embeddedFiles()
    #expect(files.map(\.name) == ["a.txt"])
    #expect(files.first?.content.bytes == Array("Cat".utf8))
    #expect(files.first.map { part.decoded().bytes[$0.range].count } == 28)
    #expect(part.embeddedFiles(limit: 0) == [])
  }
}
