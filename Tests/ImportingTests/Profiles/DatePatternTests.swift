import Testing

@testable import Importing

@Suite struct DatePatternTests {
  private func day(_ cell: String, _ pattern: String, pivot: Int? = nil) throws -> Int64? {
    let pattern = try #require(DatePattern(pattern))
    let bytes = Array(cell.utf8)
    return pattern.day(in: bytes.span, pivot: pivot)
  }

  @Test(arguments: [
    ("2024-02-29", "yyyy-MM-dd"), ("02/29/2024", "MM/dd/yyyy"), ("29.2.2024", "d.M.yyyy"),
    ("29-FEB-2024", "dd-MMM-yyyy"), ("29 February 2024", "d MMMM yyyy"),
    ("29-Feb.-2024", "d-MMM-yyyy"), ("20240229", "yyyyMMdd"),
    ("29 de 02 de 2024", "dd 'de' MM 'de' yyyy"),
    ("2024-02-29T23:59:59.999-08:00", "yyyy-MM-dd"), ("2024-02-29 00:00:00", "yyyy-MM-dd"),
    ("2024-02-29+14:00", "yyyy-MM-dd"), ("2024-02-29Z", "yyyy-MM-dd"),
    ("2/29/2024 11:00 PM", "M/d/yyyy"),
  ])
  func `a day is read as written, whatever the time and zone`(cell: String, pattern: String) throws
  {
    #expect(try day(cell, pattern) == 19_782)
  }

  @Test(arguments: [
    ("2023-02-29", "yyyy-MM-dd"), ("13/01/2024", "MM/dd/yyyy"), ("1/2/2024", "MM/dd/yyyy"),
    ("24-02-29", "yyyy-MM-dd"), ("2024-02-29x", "yyyy-MM-dd"), ("2024-02-29-03", "yyyy-MM-dd"),
    ("2024-02-2", "yyyy-MM-dd"), ("", "yyyy-MM-dd"), ("0000-01-01", "yyyy-MM-dd"),
    ("29-Feck-2024", "d-MMM-yyyy"), ("2024-02-29Z1", "yyyy-MM-dd"), ("29-Fe-2024", "d-MMM-yyyy"),
  ])
  func `what is no such day is not read`(cell: String, pattern: String) throws {
    #expect(try day(cell, pattern) == nil)
  }

  @Test func `two digits mean the hundred years from the pivot on`() throws {
    #expect(try day("29-Feb-24", "d-MMM-yy") == nil)
    #expect(try day("29-Feb-24", "d-MMM-yy", pivot: 1970) == 19_782)
    #expect(try day("01.01.70", "dd.MM.yy", pivot: 1970) == 0)
    #expect(try day("01.01.69", "dd.MM.yy", pivot: 1970) == 36_160)
    #expect(try day("01.01.70", "dd.MM.yy", pivot: 1971) == 36_525)
  }

  @Test(arguments: [
    "yyyy-MM", "dd.MM", "yyyy-mm-dd", "yyy-MM-dd", "yyyy-MM-dd-dd", "", "'yyyy-MM-dd",
  ])
  func `a pattern without one year, month and day is none`(text: String) {
    #expect(DatePattern(text) == nil)
  }
}
