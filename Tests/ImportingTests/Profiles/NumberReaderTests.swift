import Testing

@testable import Importing

@Suite struct NumberReaderTests {
  private func read(
    _ text: String,
    decimal: String = ".",
    group: [String] = [","],
    places: Int = 2,
    _ change: (inout NumberFormat) -> Void = { _ in }
  ) -> NumberReader.Outcome {
    var format = NumberFormat()
    format.decimalMark = decimal
    format.groupMarks = group
    change(&format)
    let bytes = Array(text.utf8)
    return NumberReader(format).read(bytes.span, places: places)
  }

  @Test(arguments: [
    ("0", 0), ("12", 1200), ("12.5", 1250), ("1,234,567.89", 123_456_789), ("-1.00", -100),
    ("+1.00", 100), ("(12.50)", -1250), ("12.50-", -1250), ("\u{2212}3", -300), (".5", 50),
    ("5.", 500), ("12.3400", 1234), ("92233720368547758.07", Int64.max),
  ])
  func `an amount is read in minor units`(text: String, minor: Int64) {
    #expect(read(text) == .number(minor))
  }

  @Test(arguments: [
    "", "-", "12,5", "1,23.00", ",123", "12,345,6", "1.2.3", "1e3", "12 EUR", "--1", "-(1)",
    "(1", "1)", "-1-", "1 000", ".", "1,234.5,6", "٣",
  ])
  func `what is no number is not read`(text: String) { #expect(read(text) == .unreadable) }

  @Test func `decimal comma, points and hard spaces as groups`() {
    #expect(read("61.233,20", decimal: ",", group: ["."]) == .number(6_123_320))
    #expect(read("1\u{A0}234,5", decimal: ",", group: ["\u{A0}"]) == .number(123_450))
    #expect(read("61.23", decimal: ",", group: ["."]) == .unreadable)
  }

  @Test func `Indian and loose groups only if the profile says so`() {
    #expect(read("1,23,456") == .unreadable)
    #expect(read("1,23,456") { $0.grouping = .indian } == .number(12_345_600))
    #expect(read("1,2,3") { $0.grouping = .loose } == .number(12_300))
  }

  @Test func `surplus decimals are refused or rounded away from zero`() {
    #expect(read("0.005") == .tooPrecise)
    #expect(read("0.005") { $0.rounds = true } == .number(1))
    #expect(read("-0.005") { $0.rounds = true } == .number(-1))
    #expect(read("0.0049999") { $0.rounds = true } == .number(0))
    #expect(read("1234.5", places: 0) { $0.rounds = true } == .number(1235))
    #expect(read("1.2345", places: 3) == .tooPrecise)
  }

  @Test func `a number beyond 64 bits is too large`() {
    #expect(read("92233720368547758.08") == .tooLarge)
    #expect(read("99999999999999999999") == .tooLarge)
  }

  @Test(arguments: [
    ("12", "12m"), ("12 months", "12m"), ("3M", "3m"), ("30 days", "30d"), ("6 Monate", "6m"),
    ("1 año", "1y"), ("5 working days", "5bd"), ("2 týdny", "2w"), ("1 quarter", "1q"),
  ])
  func `a duration has a unit of its own or the one given`(cell: String, text: String) {
    #expect(DurationText(cell, unit: .month)?.text == text)
  }

  @Test(arguments: ["months", "1.5 months", "-1", "12 moons", "", "99999"])
  func `what is no duration is not read`(cell: String) {
    #expect(DurationText(cell, unit: .month) == nil)
  }
}
