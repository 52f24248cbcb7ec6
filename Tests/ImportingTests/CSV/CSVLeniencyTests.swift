import Importing
import Testing

/// Every leniency and option of the reader, both sides.
@Suite struct CSVLeniencyTests {
  @Test func `line ends may be mixed, and within quotes they are kept and counted`() throws {
    let table = try CSVTable("a\r\nb\rc\n\"d\r\n\r\n\re\"\nf\r\r\ng") { $0.skipBlankRows = false }
    #expect(table.rows == [["a"], ["b"], ["c"], ["d\r\n\r\n\re"], ["f"], [""], ["g"]])
    #expect(table.lines == [1, 2, 3, 4, 8, 9, 10])
  }

  @Test func `a quote in a plain field is text and reported with its place`() throws {
    let table = try CSVTable("x\na,5\" pipe,\"ok\"\n")
    #expect(table.rows == [["x"], ["a", "5\" pipe", "ok"]])
    #expect(
      table.problems == [
        Problem(
          "quote.inside",
          .warning,
          file: "test.csv",
          place: Place(line: 2, column: 2, record: 2),
          value: "5\" pipe",
          message: "A quote stands within a field that does not start with one; "
            + "it is kept as text.",
          remedy: "Put the field in quotes and double the quotes in it."
        )
      ]
    )
  }

  @Test func `text after a closing quote is kept and reported once`() throws {
    let table = try CSVTable("1,\"a\nb\" c \"d\",2\n")
    #expect(table.rows == [["1", "a\nb c \"d\"", "2"]])
    #expect(
      table.problems == [
        Problem(
          "quote.trailing",
          .warning,
          file: "test.csv",
          place: Place(line: 2, column: 2, record: 1),
          value: "a\nb c \"d\"",
          message: "Text follows the closing quote of a field; it is kept as part of the field.",
          remedy: "Double the quotes within the field."
        )
      ]
    )
  }

  @Test func `a NUL byte becomes a replacement character and is reported`() throws {
    let table = try CSVTable("a,b\u{0}\u{0}c\n\"\u{0}\",d")
    #expect(table.rows == [["a", "b\u{FFFD}\u{FFFD}c"], ["\u{FFFD}", "d"]])
    #expect(table.findings == ["1:2 byte.nul", "2:1 byte.nul"])
    #expect(
      table.problems.first
        == Problem(
          "byte.nul",
          .warning,
          file: "test.csv",
          place: Place(line: 1, column: 2, record: 1),
          message: "The record holds a NUL byte; U+FFFD stands in its place.",
          remedy: "Check whether the file is UTF-16 or damaged."
        )
    )
  }

  @Test func `bytes that are no UTF-8 are replaced, and each field reported`() throws {
    var dialect = CSVDialect()
    dialect.headerRows = 0
    // A character that is split between two fields is invalid in both.
    let bytes: [UInt8] = [0x61, 0xC3, 0x2C, 0xA9, 0x0A, 0xC3, 0xA9, 0x2C, 0x62, 0x0A]
    let table = try CSVTable(MemorySource(bytes), dialect: dialect)
    #expect(table.rows == [["a\u{FFFD}", "\u{FFFD}"], ["é", "b"]])
    #expect(table.findings == ["1:1 utf8.invalid", "1:2 utf8.invalid"])
    #expect(
      table.problems.last
        == Problem(
          "utf8.invalid",
          .warning,
          file: "test.csv",
          place: Place(line: 1, column: 2, record: 1),
          value: "\u{FFFD}",
          message: "The field holds bytes that are not UTF-8; U+FFFD stands in their place.",
          remedy: "State the file's encoding in the profile, or save it as UTF-8."
        )
    )
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF5],
      [0xE2, 0x82], [0xF0, 0x8F, 0xBF, 0xBF], [0x80], [0xC3, 0x28], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]]
  )
  func `ill-formed sequences are found wherever they stand`(bytes: [UInt8]) throws {
    for padding in 0..<9 {
      var dialect = CSVDialect()
      dialect.headerRows = 0
      let text = [UInt8](repeating: 0x61, count: padding) + bytes + Array("12345678".utf8)
      let table = try CSVTable(MemorySource(text), dialect: dialect)
      #expect(table.rows == [[String(decoding: text, as: UTF8.self)]])
      #expect(table.findings == ["1:1 utf8.invalid"])
    }
  }

  @Test func `all of UTF-8 passes`() throws {
    let text = "\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    let table = try CSVTable("\(text),\(text)")
    #expect(table.rows == [[text, text]])
    #expect(table.problems == [])
  }

  @Test func `blank rows are passed over unless something is quoted, or the dialect says so`()
    throws
  {
    let text = "a,b\n\n \t\n,,\n\"\"\nc,d\n"
    #expect(try CSVTable(text).rows == [["a", "b"], [""], ["c", "d"]])
    #expect(try CSVTable(text).numbers == [1, 2, 3])
    #expect(try CSVTable(text).lines == [1, 5, 6])
    let all = try CSVTable(text) { $0.skipBlankRows = false }
    #expect(all.rows == [["a", "b"], [""], [" \t"], ["", "", ""], [""], ["c", "d"]])
  }

  @Test func `blanks are kept, or trimmed outside quotes only`() throws {
    let text = " a ,\t\" b \" ,\"c\" \n"
    let kept = try CSVTable(text)
    #expect(kept.rows == [[" a ", "\t\" b \" ", "c "]])
    #expect(kept.findings == ["1:2 quote.inside", "1:3 quote.trailing"])
    let trimmed = try CSVTable(text) { $0.trim = true }
    #expect(trimmed.rows == [["a", " b ", "c"]])
    #expect(trimmed.problems == [])
  }

  @Test func `a tab that separates fields is not trimmed`() throws {
    let table = try CSVTable(" a\t\tb \n") {
      $0.trim = true
      $0.delimiter = UInt8(ascii: "\t")
    }
    #expect(table.rows == [["a", "", "b"]])
  }

  @Test func `comment lines are passed over only if the dialect has a prefix`() throws {
    let text = "# \"one\na,#b\n\"# c\",d\n#"
    #expect(try CSVTable("#x\na").rows == [["#x"], ["a"]])
    let table = try CSVTable(text) { $0.commentPrefix = Array("#".utf8) }
    #expect(table.rows == [["a", "#b"], ["# c", "d"]])
    #expect(table.lines == [2, 3])
  }

  @Test func `an escape makes the next byte text, in quotes and outside`() throws {
    let text = "a\\,b,\"c\\\"d\"\"e\",\\\\\nf\\\r\ng,\"\\\n\",h\\"
    let table = try CSVTable(text) { $0.escape = UInt8(ascii: "\\") }
    #expect(table.rows == [["a,b", "c\"d\"e", "\\"], ["f\r\ng", "\n", "h\\"]])
    #expect(table.lines == [1, 2])
    let without = try CSVTable("a\\,b\n")
    #expect(without.rows == [["a\\", "b"]])
  }

  @Test func `without a quote, quotes are text`() throws {
    let table = try CSVTable("\"a,b\"\n5\",c\n") { $0.quote = nil }
    #expect(table.rows == [["\"a", "b\""], ["5\"", "c"]])
    #expect(table.problems == [])
  }

  @Test(arguments: Array(1...127).filter { ![0x0A, 0x0D, 0x22, 0x61].contains($0) } as [UInt8])
  func `any ASCII byte can separate fields`(delimiter: UInt8) throws {
    let mark = String(UnicodeScalar(delimiter))
    let table = try CSVTable("a\(mark)\"a\(mark)\"\(mark)\n") { $0.delimiter = delimiter }
    #expect(table.rows == [["a", "a\(mark)", ""]])
    #expect(table.problems == [])
  }

  @Test(arguments: [(0x0A, 0x22, nil), (0x2C, 0x2C, nil), (0x2C, 0x22, 0x2C), (0xA7, 0x22, nil)])
  func `an unusable dialect is refused`(delimiter: UInt8, quote: UInt8, escape: UInt8?) throws {
    let expected = Problem(
      "dialect.unusable",
      file: "test.csv",
      message: "Delimiter, quote and escape must be different ASCII bytes and no line ends.",
      remedy: "Correct the dialect in the profile."
    )
    #expect(throws: expected) {
      try CSVTable("a") {
        $0.delimiter = delimiter
        $0.quote = quote
        $0.escape = escape
      }
    }
  }

  @Test func `the formula guard comes off only if the dialect says so`() throws {
    let text = "'=1,'+a,'-,'@,'\tx,''=2,'name,=3,'\n"
    let guarded = ["'=1", "'+a", "'-", "'@", "'\tx", "''=2", "'name", "=3", "'"]
    #expect(try CSVTable(text).rows == [guarded])
    let bare = ["=1", "+a", "-", "@", "\tx", "'=2", "'name", "=3", "'"]
    #expect(try CSVTable(text) { $0.formulaGuard = true }.rows == [bare])
  }

  @Test func `footnote rows are no data, and neither are their problems`() throws {
    let text = "1,a\n2,b\nTotal \"2\"\nend\n"
    let table = try CSVTable(text) { $0.footnoteRows = 2 }
    #expect(table.rows == [["1", "a"], ["2", "b"]])
    #expect(table.raw == ["1,a", "2,b"])
    #expect(table.problems == [])
    let cut = try CSVTable("1\n2\"\n\"3\nend\n") { $0.footnoteRows = 1 }
    #expect(cut.rows == [["1"], ["2\""]])
    #expect(cut.findings == ["2:1 quote.inside", "3:1 quote.unclosed"])
    #expect(cut.rejections.map(\.record.raw) == [Array("\"3".utf8)])
    #expect(try CSVTable("1\n") { $0.footnoteRows = 2 }.rows == [])
  }

  @Test func `problems of a row read ahead appear with the row`() throws {
    var dialect = CSVDialect()
    dialect.footnoteRows = 1
    let reader = CSVReader(MemorySource("a\n1\n2\"\nend\n"), named: "x", dialect: dialect)
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(reader.problems == [])
    #expect(try reader.next(into: &record))
    #expect(reader.problems.map(\.code) == ["quote.inside"])
    #expect(try !reader.next(into: &record))
    #expect(record.count == 0)
    #expect(try !reader.next(into: &record))
  }
}
