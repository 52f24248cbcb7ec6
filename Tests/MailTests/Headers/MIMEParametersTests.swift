import Mail
import Testing

@Suite struct MIMEParametersTests {
  private static func type(_ value: String) -> MediaType {
    Message("Content-Type: \(value)\n\nx").root.mediaType
  }

  private static func parameters(_ value: String) -> [String] {
    type("a/b; \(value)").parameters.all.map { "\($0.name)=\($0.value)" }
  }

  @Test(arguments: [
    ("text/html", "text/html"), ("TEXT/Html (comment) ; charset=x", "text/html"),
    (" text / plain", "text/plain"), ("text", "text/plain"), ("text/", "text/plain"),
    ("/html", "text/plain"), ("application/x.y+z", "application/x.y+z"), ("", "text/plain"),
  ])
  func `a media type is read in lower case`(value: String, essence: String) {
    #expect(Self.type(value).essence == essence)
  }

  @Test(arguments: [
    ("charset=utf-8", ["charset=utf-8"]),
    ("Charset = \"utf-8\" ; x=y", ["charset=utf-8", "x=y"]),
    ("charset=us-ascii (plain)", ["charset=us-ascii"]),
    ("name=\"a \\\"b\\\" \\\\ c\"", ["name=a \"b\" \\ c"]),
    ("name=\"C:\\dir\\file.txt\"", ["name=C:\\dir\\file.txt"]),
    ("name=two words.pdf; x=1", ["name=two words.pdf", "x=1"]),
    ("name=report (1).pdf", ["name=report (1).pdf"]),
    ("charset=utf-8 name=x.pdf", ["charset=utf-8", "name=x.pdf"]),
    ("name=\"unclosed", ["name=unclosed"]),
    ("name=\"folded\n name\"", ["name=folded name"]),
    (";; ; x=1;", ["x=1"]), ("x=", ["x="]), ("x", []), ("=y; x=1", ["x=1"]),
    ("x=1; x=2", ["x=1"]),
  ])
  func `parameters are read with their leniencies`(value: String, expected: [String]) {
    #expect(Self.parameters(value) == expected)
  }

  @Test(arguments: [
    ("name*=UTF-8''%E2%82%AC%20rates", ["name=€ rates"]),
    ("name*=iso-8859-1'de'Pr%FCfung", ["name=Prüfung"]),
    ("name*0=\"long \"; name*1=name", ["name=long name"]),
    ("name*1=b; name*0=a; name*2*=%63", ["name=abc"]),
    ("name*0*=UTF-8''%C3; name*1*=%BC", ["name=ü"]),
    ("name=plain; name*=UTF-8''encoded", ["name=encoded"]),
    ("name*=UTF-8''%ZZ%4", ["name=%ZZ%4"]), ("name*=no-charset", ["name=no-charset"]),
    ("name=\"=?utf-8?Q?Vertr=C3=A4ge?=\"", ["name=Verträge"]),
  ])
  func `continued and encoded values are joined and decoded`(value: String, expected: [String]) {
    #expect(Self.parameters(value) == expected)
  }

  @Test func `bytes outside ASCII are UTF-8, or the charset of the text before`() {
    #expect(Self.parameters("name=\"ü.txt\"") == ["name=ü.txt"])
    let text =
      "Content-Type: multipart/mixed; boundary=b; charset=iso-8859-7\n\n--b\n"
      + "Content-Type: a/b; name=\"\u{E1}\"\n\nx"
    #expect(Message(bytes: text.latin1).parts[0].fileName == "α")
  }

  @Test func `a file has the name of its disposition, else of its type`() {
    let both = Message(
      "Content-Type: a/b; name=type\nContent-Disposition: ATTACHMENT; filename=own\n\n"
    )
    #expect(both.root.fileName == "own")
    #expect(both.root.disposition?.kind == "attachment")
    #expect(both.root.disposition?.isInline == false)
    #expect(Message("Content-Type: a/b; name=type\n\n").root.fileName == "type")
    #expect(Message("Content-Disposition: inline; filename=\"\"\n\n").root.fileName == nil)
  }

  @Test(arguments: [
    ("7bit", TransferEncoding.sevenBit), ("8-BIT", .eightBit), ("binary", .binary),
    ("Base64 (x)", .base64), ("quoted-printable;", .quotedPrintable), ("X-UUENCODE", .uuencode),
    ("rot13", .other("rot13")), ("", .sevenBit),
  ])
  func `the encoding is read by its usual names`(value: String, encoding: TransferEncoding) {
    let part = Message("Content-Transfer-Encoding: \(value)\n\nx").root
    #expect(part.transferEncoding == encoding)
    #expect(part.defects.contains(.unknownEncoding) == (encoding == .other("rot13")))
  }
}
