import Model
import Testing

@Suite struct PeriodTests {
  @Test(arguments: ["3m", "5bd", "8bh", "6w", "30d", "2q", "1y", "0d", "99999m"])
  func `a period round trips`(text: String) throws {
    #expect(try Sample.period(text).description == text)
  }

  @Test(arguments: [
    "", "m", "3", "3 m", "-3m", "+3m", "03m", "00d", "3M", "3mm", "3bm", "3b", "100000d", "3.5m",
    "P3M", "999999999999999999999d",
  ])
  func `other forms are no periods`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `counts outside the limits are no periods`() {
    #expect(Period(-1, .day) == nil)
    #expect(Period(100_000, .day) == nil)
  }

  @Test func `periods have days or months or need a calendar`() throws {
    #expect(try Sample.period("6w").days == 42)
    #expect(try Sample.period("2q").months == 6)
    #expect(try Sample.period("2y").months == 24)
    #expect(try Sample.period("5bd").days == nil)
    #expect(try Sample.period("5bd").months == nil)
    #expect(try Sample.period("1bd").words == "1 business day")
    #expect(try Sample.period("3m").words == "3 months")
    #expect(try Sample.day("2026-01-31").adding(Sample.period("1m"))?.description == "2026-02-28")
    #expect(try Sample.day("2026-01-31").adding(Sample.period("5bd")) == nil)
  }
}
