import Importing
import Testing

@Suite struct CSVHeaderTests {
  private static func table(
    _ text: String,
    _ change: (inout CSVDialect) -> Void = { _ in }
  ) throws -> CSVTable {
    var dialect = CSVDialect()
    change(&dialect)
    return try CSVTable(MemorySource(text), dialect: dialect)
  }

  @Test func `the header comes after the preamble, and records are numbered after it`() throws {
    let table = try Self.table("\u{FEFF}Report \"of\r\n\r\na,\"b\nc\"\n1,2\n") { $0.skipRows = 2 }
    #expect(table.header == ["a", "b\nc"])
    #expect(table.rows == [["1", "2"]])
    #expect(table.lines == [5])
    #expect(table.numbers == [1])
  }

  @Test func `names in several header rows are joined`() throws {
    let table = try Self.table("Start,,End\nday,note,\n1,2,3\n") {
      $0.headerRows = 2
      $0.headerJoiner = " / "
    }
    #expect(table.header == ["Start / day", "note", "End"])
    #expect(table.rows == [["1", "2", "3"]])
  }

  @Test func `the raw header has no line end and a line feed between its rows`() throws {
    var dialect = CSVDialect()
    dialect.headerRows = 2
    let reader = CSVReader(MemorySource("\"a\",b\r\nc,d\r\n1,2"), named: "x", dialect: dialect)
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    #expect(String(decoding: reader.rawHeader, as: UTF8.self) == "\"a\",b\nc,d")
    #expect(record.string(1) == "2")
    #expect(record.hasLineEnd == false)
  }

  @Test(arguments: [("", 0, 1), ("\n\n", 0, 3), ("one\ntwo\n", 2, 3), ("one", 4, 1)])
  func `a file without a header row is refused`(text: String, skip: Int, line: Int) throws {
    let expected = Problem(
      "header.missing",
      file: "test.csv",
      place: Place(line: line),
      message: "The file ends before its header row.",
      remedy: "Check that the file is complete, or say in the profile that it has no header."
    )
    #expect(throws: expected) { try Self.table(text) { $0.skipRows = skip } }
  }

  @Test func `an empty file without a header has no records`() throws {
    #expect(try Self.table("") { $0.headerRows = 0 }.rows == [])
  }

  @Test func `an unclosed quote in the header refuses the file`() throws {
    let expected = Problem(
      "quote.unclosed",
      file: "test.csv",
      place: Place(line: 1, column: 2),
      message: "The quote that opens this field is not closed before the file ends; "
        + "the line is not taken.",
      remedy: "Close the quote, or double it if it is part of the text."
    )
    #expect(throws: expected) { try Self.table("a,\"b\n1,2\n") }
  }

  @Test(arguments: [
    (["foo", "bar"], 3, "The header ends after 2 fields; 'baz' is expected next."),
    (["foo"], 2, "The header ends after 1 field; 'bar' is expected next."),
    (["foo", "bar", "baz", "q"], 4, "The header has 'q' after the expected 3 fields."),
    (["foo", "Bar", "baz"], 2, "The header has 'Bar' where 'bar' is expected."),
  ])
  func `a header is compared with the expected one`(
    found: [String],
    column: Int,
    message: String
  ) {
    let expected = ["foo", "bar", "baz"]
    let problem = CSVHeader.problem(in: found, expected: expected, file: "a.csv")
    #expect(problem?.message == message)
    #expect(problem?.place == Place(line: 1, column: column))
    #expect(problem?.code == "header.different")
    #expect(
      problem?.remedy == "Correct the header row, or choose the profile that fits the file."
    )
    #expect(CSVHeader.problem(in: expected, expected: expected, file: nil) == nil)
  }

  @Test(arguments: [
    ("1,2\n", "record.narrow", "The record has 2 fields, the header 3."),
    (
      "1", "record.narrow",
      "The record has 1 field, the header 3; the file ends here and may be "
        + "cut off."
    ),
    ("1,2,3,4", "record.broad", "The record has 4 fields, the header 3."),
  ])
  func `a record is compared with the header`(text: String, code: String, message: String) throws {
    let reader = CSVReader(MemorySource("a,b,c\n" + text), named: "a.csv", dialect: CSVDialect())
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    let problem = CSVHeader.problem(in: record, columns: 3, file: "a.csv")
    #expect(problem?.code == code)
    #expect(problem?.message == message)
    #expect(problem?.place == Place(line: 2, record: 1))
    let remedy =
      message.hasSuffix("off.")
      ? "Get the whole file." : "Check the record for missing quotes or delimiters."
    #expect(problem?.remedy == remedy)
    #expect(CSVHeader.problem(in: record, columns: record.count, file: nil) == nil)
  }
}
