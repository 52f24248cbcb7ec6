import Model
import TestSupport
import Testing

@Suite struct TermTests {
  @Test(arguments: [
    ("2024-02-29", 12, "2025-02-28"), ("2023-03-01", 12, "2024-02-29"),
    ("2026-01-31", 1, "2026-02-28"), ("2026-02-01", 1, "2026-02-28"),
    ("2024-01-01", 36, "2026-12-31"),
  ])
  func `TC-04 the inclusive end of a term`(start: String, months: Int, end: String) throws {
    #expect(try Term.end(startingOn: Sample.day(start), months: months).description == end)
  }

  @Test func `terms in days and weeks include both days`() throws {
    let start = try Sample.day("2026-01-01")
    #expect(try Term.end(startingOn: start, length: Sample.period("1d")) == start)
    #expect(
      try Term.end(startingOn: start, length: Sample.period("2w"))?.description == "2026-01-14"
    )
    #expect(try Term.end(startingOn: start, length: Sample.period("0m")) == nil)
    #expect(try Term.end(startingOn: start, length: Sample.period("5bd")) == nil)
  }

  @Test(arguments: 0..<100)
  func `the end of a term is that of a walk by days`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let start = CivilDay(number: Int32.random(in: -40_000...40_000, using: &random))
    let months = Int.random(in: 1...60, using: &random)
    // Walk to the month in question, then to the day before the same day number or its last day.
    var day = start
    var left = months
    while left > 0 {
      day = day.adding(days: 1)
      if day.day == 1 { left -= 1 }
    }
    while day.day < start.day, day.adding(days: 1).day != 1 { day = day.adding(days: 1) }
    let expected = day.day == start.day ? day.adding(days: -1) : day
    #expect(Term.end(startingOn: start, months: months) == expected)
  }
}

@Suite struct RenewalChainTests {
  @Test(arguments: 0..<300)
  func `jumping finds the same term as walking`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let end = CivilDay(number: Int32.random(in: -25_567...20_000, using: &random))
    let unit: Period.Unit = [.day, .week, .month, .quarter, .year][seed % 5]
    let length = try #require(
      Period(Int.random(in: 1...(seed % 3 == 0 ? 2 : 40), using: &random), unit)
    )
    let limit = Bool.random(using: &random) ? Int.random(in: 0...500, using: &random) : nil
    let latest =
      Bool.random(using: &random)
      ? end.adding(days: Int.random(in: 0...30_000, using: &random)) : nil
    let chain = try #require(
      RenewalChain(initialEnd: end, length: length, maxRenewals: limit, latestEnd: latest)
    )
    let day = end.adding(days: Int.random(in: -100...40_000, using: &random))
    var link = chain.initial
    while link.endsOn < day, let next = chain.next(after: link) { link = next }
    #expect(chain.link(endingOnOrAfter: day) == link)
  }

  @Test func `every day of the month drifts as the walk does`() throws {
    for dayOfMonth in 26...31 {
      for months in 1...48 {
        let end = try Sample.day("1903-12-\(dayOfMonth)")
        let length = try #require(Period(months, .month))
        let chain = try #require(RenewalChain(initialEnd: end, length: length))
        let day = try Sample.day("2026-11-22")
        var link = chain.initial
        while link.endsOn < day, let next = chain.next(after: link) { link = next }
        #expect(chain.link(endingOnOrAfter: day) == link)
      }
    }
  }

  @Test func `the last term follows from the number of renewals`() throws {
    let end = try Sample.day("2025-12-31")
    let year = try Sample.period("1y")
    #expect(
      RenewalChain(initialEnd: end, length: year, maxRenewals: 3)?.last?.endsOn.description
        == "2028-12-31"
    )
    #expect(RenewalChain(initialEnd: end, length: year)?.last == nil)
    #expect(try RenewalChain(initialEnd: end, length: Sample.period("0m")) == nil)
    #expect(try RenewalChain(initialEnd: end, length: Sample.period("5bd")) == nil)
  }
}
