import Importing
import Testing

@Suite struct CSVWriterTests {
  private static func text(
    _ rows: [[CSVWriter.Field]],
    _ change: (inout CSVWriter) -> Void = { _ in }
  ) -> String {
    var writer = CSVWriter()
    change(&writer)
    var bytes: [UInt8] = []
    for row in rows { writer.append(row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `only fields that need quotes get them`() {
    let row: [CSVWriter.Field] = [
      .text("a"), .text("b,c"), .text("d\"e"), .text("f\ng"), .text("h\r"), .text(" i"), .text(""),
    ]
    #expect(Self.text([row]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\r\",\" i\",\r\n")
  }

  @Test func `a row that would look blank or like a comment is quoted`() {
    #expect(Self.text([[.text("")], [.text(""), .text("")]]) == "\"\"\r\n\"\",\r\n")
    #expect(Self.text([[.text("#a"), .text("#b")]]) == "\"#a\",#b\r\n")
  }

  @Test func `delimiter, quote, escape and line end are free`() {
    let text = Self.text([[.text("a;b'c\\"), .text("d")]]) {
      $0.delimiter = UInt8(ascii: ";")
      $0.quote = UInt8(ascii: "'")
      $0.escape = UInt8(ascii: "\\")
      $0.lineEnd = [0x0A]
    }
    #expect(text == "'a;b\\'c\\\\';d\n")
    #expect(Self.text([[.text("a"), .number("1")]]) { $0.quotesAll = true } == "\"a\",\"1\"\r\n")
  }

  @Test func `texts that look like formulas are guarded, numbers never`() {
    let row: [CSVWriter.Field] = [
      .text("=1"), .text("+a"), .text("-a"), .text("@a"), .text("\ta"), .text("\ra"), .text("'=1"),
      .text("a=1"), .text("'a"), .number("-12.50"),
    ]
    let guarded = "'=1,'+a,'-a,'@a,'\ta,\"'\ra\",''=1,a=1,'a,-12.50\r\n"
    #expect(Self.text([row]) { $0.formulaGuard = true } == guarded)
    #expect(
      Self.text([row]) == "=1,+a,-a,@a,\"\ta\",\"\ra\",'=1,a=1,'a,-12.50\r\n"
    )
  }
}
