import Model
import Testing

@Suite struct AlignmentValueTests {
  @Test func `values read as people write them`() throws {
    let day = try Sample.day("2026-12-31")
    let value = Percentage(points: try Fraction(decimal: "99.939905059995"))
    #expect(AlignmentValue.percentage(value).text == "99.939905… %")
    #expect(AlignmentValue.number(4, unit: "bh").text == "4 bh")
    #expect(AlignmentValue.number(95, unit: "").text == "95")
    #expect(AlignmentValue.elapsed(5_400).text == "1 h 30 min")
    #expect(AlignmentValue.elapsed(0).text == "0 min")
    #expect(AlignmentValue.days(1).text == "1 day")
    #expect(AlignmentValue.days(30).text == "30 days")
    #expect(AlignmentValue.lastDay(day).text == "2026-12-31")
    #expect(AlignmentValue.lastDay(nil).text == "no end")
  }

  @Test func `values for programs keep their digits`() throws {
    let value = Percentage(points: try Fraction(decimal: "99.939905059995"))
    let euro = try #require(Currency("EUR"))
    let values: [AlignmentValue] = [
      .percentage(value), .number(4, unit: "bh"), .elapsed(300), .days(30), .lastDay(nil),
      .money(Money(minorUnits: 148_148, currency: euro)),
    ]
    #expect(values.map(\.amount) == ["99.939905059995", "4", "300", "30", "none", "1481.48"])
    #expect(values.map(\.unit) == ["%", "bh", "s", "d", "day", "EUR"])
  }

  @Test func `a verdict is one word`() {
    let verdicts: [AlignmentVerdict] = [.aligned, .gap(nil), .unknown("Why.")]
    #expect(verdicts.map(\.word) == ["aligned", "gap", "unknown"])
  }
}
