import Model
import Reporting
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
    (-25_509, "1900-02-28"), (-25_508, "1900-03-01"), (20_819, "2027-01-01"),
    (-719_528, "0000-01-01"), (-719_529, "-0001-12-31"), (2_932_896, "9999-12-31"),
    (2_932_897, "10000-01-01"),
  ])
  func `a day is written by the Gregorian calendar`(day: Int32, text: String) throws {
    #expect(try written(.day(day)) == text)
  }

  @Test(arguments: [
    (0, "EUR", "0.00"), (5, "EUR", "0.05"), (-5, "EUR", "-0.05"), (123_450, "EUR", "1234.50"),
    (-100, "JPY", "-100"), (-1_234_567, "KWD", "-1234.567"),
    (Int64.max, "EUR", "92233720368547758.07"), (Int64.min, "EUR", "-92233720368547758.08"),
    (Int64.min, "JPY", "-9223372036854775808"),
  ])
  func `an amount has the decimals of its currency`(
    minor: Int64,
    currency: String,
    text: String
  ) throws {
    let cell = Cell.money(minor: minor, currency: currency)
    #expect(try written(cell, .money) == "{\"amount\":\"\(text)\",\"currency\":\"\(currency)\"}")
  }

  @Test(arguments: [
    (43_135, 43_180, "99.89"), (1, 3, "33.33"), (2, 3, "66.66"), (-1, 3, "-33.34"),
    (1, -4, "-25.00"), (0, 7, "0.00"), (7, 7, "100.00"), (1, 0, "null"),
    (Int64.max, Int64.max, "100.00"), (Int64.max, 1, "92233720368547758.07"),
  ])
  func `a percentage is rounded down and a denominator of zero is no value`(
    numerator: Int64,
    denominator: Int64,
    text: String
  ) throws {
    let cell = Cell.percent(numerator: numerator, denominator: denominator)
    #expect(try written(cell, .percent) == text)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_782_864_059, "2026-07-01T00:00:59Z"),
  ])
  func `a moment is written in UTC`(seconds: Int64, text: String) throws {
    #expect(try written(.instant(seconds)) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (-999, "-999"),
    (Int64.min, "-9,223,372,036,854,775,808"),
  ])
  func `numbers for people have commas`(number: Int64, text: String) throws {
    let columns = [Column("n", "N", .integer)]
    let lines = try Sample.text(.markdown, columns: columns, rows: [Row([.integer(number)])])
    #expect(lines.contains("| \(text) |"))
  }

  @Test func `values of the model become cells, absent ones empty`() {
    let day = CivilDay(number: 20_000)
    #expect(Cell(day) == .day(20_000))
    #expect(Cell(Instant(seconds: 5)) == .instant(5))
    #expect(Cell(from: nil, to: day) == .record([.empty, .day(20_000)]))
    #expect(Cell(from: nil, to: nil) == .empty)
    #expect(
      [Cell(String?.none), Cell(CivilDay?.none), Cell(Int?.none)] == [.empty, .empty, .empty]
    )
  }

  @Test func `rows are counted in words`() {
    let noun = CountNoun("agreement", "agreements")
    #expect([0, 1, 1234].map(noun.counted) == ["0 agreements", "1 agreement", "1,234 agreements"])
  }

  @Test func `strings are escaped by RFC 8259`() throws {
    let text = "\u{0}\u{8}\t\n\u{c}\r\u{1f}\"\\/\u{7f}é"
    #expect(
      try written(.text(text)) == #"\u0000\b\t\n\f\r\u001f\"\\/"# + "\u{7f}é"
    )
  }

  /// The value of the only member of a JSON line, without the quotes of a string.
  private func written(_ cell: Cell, _ kind: Column.Kind = .text) throws -> String {
    let line = try Sample.text(.ndjson, columns: [Column("v", "V", kind)], rows: [Row([cell])])
    let value = line.dropFirst(5).dropLast(2)
    return String(value.hasPrefix("\"") ? value.dropFirst().dropLast() : value)
  }
}
