import Importing
import Testing

/// What happens to records that are too long, too wide, never finished, or doubtful too often.
@Suite struct CSVLimitTests {
  private static func limits(bytes: Int = 16 << 20, fields: Int = 10_000) -> CSVLimits {
    var limits = CSVLimits()
    limits.recordBytes = bytes
    limits.fields = fields
    return limits
  }

  @Test func `a record that is too long is rejected and the next one read`() throws {
    let long = String(repeating: "x", count: 30)
    let table = try CSVTable("a\n\(long)\r\nb\n", limits: Self.limits(bytes: 20))
    #expect(table.rows == [["a"], ["b"]])
    #expect(table.lines == [1, 3])
    let expected = Problem(
      "record.long",
      file: "test.csv",
      place: Place(line: 2, record: 2),
      message: "The record is longer than 20 bytes; it is not taken.",
      remedy: "Check the delimiter and the line ends of the file."
    )
    #expect(table.problems == [expected])
    #expect(table.rejections.map(\.problem) == [expected])
    #expect(table.rejections.map(\.record.place) == [Place(line: 2, record: 2)])
  }

  @Test func `the length allowed is exact, whatever the line end`() throws {
    for end in ["\n", "\r\n", "\r", ""] {
      let exact = try CSVTable("12345\(end)", limits: Self.limits(bytes: 5))
      #expect(exact.rows == [["12345"]])
      let longer = try CSVTable("123456\(end)", limits: Self.limits(bytes: 5))
      #expect(longer.rows == [])
      #expect(longer.findings == ["1:0 record.long"])
    }
  }

  @Test func `a record of many megabytes is read whole`() throws {
    let cell = String(repeating: "0123456789abcdef\n", count: 100_000)
    let table = try CSVTable("a,\"\(cell)\",b\nc\n")
    #expect(table.rows == [["a", cell, "b"], ["c"]])
    #expect(table.lines == [1, 100_002])
    #expect(table.raw == ["a,\"\(cell)\",b", "c"])
  }

  @Test func `a record with too many fields is rejected`() throws {
    let table = try CSVTable("1,2,3\n1,2,3,4\n5", limits: Self.limits(fields: 3))
    #expect(table.rows == [["1", "2", "3"], ["5"]])
    #expect(
      table.problems == [
        Problem(
          "record.wide",
          file: "test.csv",
          place: Place(line: 2, record: 2),
          message: "The record has 4 fields, more than 3; it is not taken.",
          remedy: "Check the delimiter and the line ends of the file."
        )
      ]
    )
    #expect(table.rejections.first?.record.raw == Array("1,2,3,4".utf8))
  }

  @Test func `the unclosed quote is reported where it opens`() throws {
    let table = try CSVTable("a,b\n\"x\ny\",\"open\r\n1,2\n3\"\"4,5\n")
    #expect(table.rows == [["a", "b"], ["1", "2"], ["3\"\"4", "5"]])
    #expect(table.lines == [1, 4, 5])
    #expect(table.findings == ["3:2 quote.unclosed", "5:1 quote.inside"])
    #expect(table.problems.first?.place?.record == 2)
    #expect(table.rejections.first?.record.raw == Array("\"x\ny\",\"open".utf8))
    #expect(table.rejections.first?.record.place == Place(line: 2, record: 2))
  }

  @Test func `a quote that is open for too long is taken for unclosed`() throws {
    let table = try CSVTable("\"open\n1\n2\n3\n4\n5\n6\n\"q\"\n", limits: Self.limits(bytes: 9))
    #expect(table.rows == [["1"], ["2"], ["3"], ["4"], ["5"], ["6"], ["q"]])
    #expect(table.lines == [2, 3, 4, 5, 6, 7, 8])
    #expect(
      table.problems.map(\.message) == [
        "The quote that opens this field is not closed within 9 bytes; the line is not taken."
      ]
    )
  }

  @Test func `a file cut off within quotes gives the records before it and one problem`() throws {
    let text = "1,a\n2,\"b\n3\",c\n4,\"cut o"
    let table = try CSVTable(text)
    #expect(table.rows == [["1", "a"], ["2", "b\n3", "c"]])
    #expect(table.findings == ["4:2 quote.unclosed"])
  }

  @Test func `the first hundred problems of a kind are kept and the rest counted`() throws {
    let table = try CSVTable(String(repeating: "a\"\n", count: 103))
    #expect(table.rows.count == 103)
    #expect(table.problems.count == 101)
    #expect(table.problems[99].place?.line == 100)
    #expect(table.problems[100].place == nil)
    #expect(table.problems[100].message == "The same (quote.inside) was found 3 more times.")
    let one = try CSVTable(String(repeating: "a\"\n", count: 101))
    #expect(one.problems[100].message == "The same (quote.inside) was found 1 more time.")
  }

  @Test func `a source that fails gives the complete records first`() throws {
    let fault = Problem("file.unreadable", message: "Gone.", remedy: "Try again.")
    let source = PieceSource(Array("a\n1\n2,\"x".utf8), seed: 1, failure: fault)
    let reader = CSVReader(source, named: "a", dialect: CSVDialect())
    #expect(try reader.readHeader() == ["a"])
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(record.string(0) == "1")
    #expect(throws: fault) { try reader.next(into: &record) }
    #expect(throws: fault) { try reader.next(into: &record) }
  }

  @Test(arguments: ["a\n1", "a\n1,2", "a\n1\n"])
  func `a record that a failure cut off is not given`(text: String) throws {
    let fault = Problem("gzip.cut", message: "Gone.", remedy: "Try again.")
    let source = PieceSource(Array(text.utf8), seed: 2, failure: fault)
    let reader = CSVReader(source, named: "a", dialect: CSVDialect())
    var record = CSVRecord()
    if text.hasSuffix("\n") { #expect(try reader.next(into: &record)) }
    #expect(throws: fault) { try reader.next(into: &record) }
  }
}
