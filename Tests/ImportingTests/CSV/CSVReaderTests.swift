import Importing
import Testing

@Suite struct CSVReaderTests {
  @Test func `fields are split at the delimiter and rows at line ends`() throws {
    let table = try CSVTable("a,b\n1,2\r\n3,4\r5,6")
    #expect(table.rows == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(table.lines == [1, 2, 3, 4])
    #expect(table.numbers == [1, 2, 3, 4])
    #expect(table.problems == [])
  }

  @Test func `quotes hold delimiters, doubled quotes and line ends`() throws {
    let table = try CSVTable("\"a,b\",\"c \"\"d\"\"\"\n\"one\r\ntwo\nthree\rfour\",x\nlast,y\n")
    #expect(
      table.rows == [["a,b", "c \"d\""], ["one\r\ntwo\nthree\rfour", "x"], ["last", "y"]]
    )
    #expect(table.lines == [1, 2, 6])
    #expect(table.raw[0] == "\"a,b\",\"c \"\"d\"\"\"")
  }

  @Test func `an unclosed quote costs its line and none of the lines after it`() throws {
    let table = try CSVTable("a,b\n1,\"open\n2,y\n3,z\n")
    #expect(table.rows == [["a", "b"], ["2", "y"], ["3", "z"]])
    #expect(table.lines == [1, 3, 4])
    #expect(table.numbers == [1, 3, 4])
    #expect(table.findings == ["2:2 quote.unclosed"])
    #expect(table.rejections.map(\.record.raw) == [Array("1,\"open".utf8)])
  }
}
