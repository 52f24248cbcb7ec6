import Model
import Testing

@Suite struct SupportHoursTests {
  private func hours() throws -> SupportHours {
    SupportHours(customer: try Sample.daily(["00:00-24:00"]), supplier: try Sample.office())
  }

  private func days(_ first: String, _ last: String) throws -> Term {
    Term(startsOn: try Sample.day(first), endsOn: try Sample.day(last))
  }

  @Test func `forty hours cover five of twenty-one parts of a week`() throws {
    let share = try hours().coverage(in: days("2026-06-08", "2026-06-14"))
    #expect(share?.share == Fraction(numerator: 40, denominator: 168))
    #expect(share?.text(decimals: 2) == "23.80 %")
    #expect(share?.text(decimals: 2, .halfAwayFromZero) == "23.81 %")
  }

  @Test(arguments: [
    ("2026-06-12", 13, 4), ("2026-06-12", 16, 68), ("2026-06-12", 17, 68),
    ("2026-04-02", 17, 116), ("2026-03-27", 17, 67), ("2026-10-23", 17, 69),
  ])
  func `four business hours take longer in real time`(_ day: String, _ hour: Int, _ hours: Int64)
    throws
  {
    let start = try Sample.berlin(day, hour)
    let due = try Sample.office().due(from: start, target: try Sample.period("4bh"))
    #expect(start.seconds(to: due) == hours * 3_600)
  }

  @Test(arguments: [
    ("2026-06-08", "2026-06-14", "2026-06-12", 68), ("2026-03-30", "2026-04-05", "2026-04-02", 116),
    ("2026-03-23", "2026-03-29", "2026-03-27", 67), ("2026-10-19", "2026-10-25", "2026-10-23", 69),
    ("2026-01-01", "2026-12-31", "2026-04-02", 116),
  ])
  func `the worst start is the close before the longest break`(
    _ first: String,
    _ last: String,
    _ day: String,
    _ hours: Int64
  ) throws {
    let worst = try self.hours()
      .worstElapsed(of: try Sample.period("4bh"), in: try days(first, last))
    #expect(worst?.start == (try Sample.berlin(day, 17)))
    #expect(worst?.seconds == hours * 3_600)
  }

  @Test func `a limit in business days is longest from the start of a day`() throws {
    let worst = try hours()
      .worstElapsed(of: try Sample.period("1bd"), in: try days("2026-06-08", "2026-06-14"))
    // Friday 00:00 to Monday 17:00.
    #expect(worst?.start == (try Sample.berlin("2026-06-12", 0)))
    #expect(worst?.seconds == 320_400)
  }

  @Test func `no start lies outside the hours of the customer`() throws {
    let both = SupportHours(customer: try Sample.office(), supplier: try Sample.office())
    let week = try days("2026-06-08", "2026-06-14")
    #expect(try both.coverage(in: week) == .whole)
    let worst = try both.worstElapsed(of: try Sample.period("4bh"), in: week)
    #expect(worst?.start == (try Sample.berlin("2026-06-12", 17)).adding(seconds: -1))
    #expect(worst?.seconds == 244_800)
  }

  @Test func `a customer without hours has no share and no worst start`() throws {
    let closed = try Sample.daily([])
    let hours = SupportHours(customer: closed, supplier: try Sample.office())
    let week = try days("2026-06-08", "2026-06-14")
    #expect(try hours.coverage(in: week) == nil)
    #expect(try hours.worstElapsed(of: try Sample.period("4bh"), in: week) == nil)
  }

  @Test func `a year without holidays on record is a gap of the calendar`() throws {
    let hours = SupportHours(
      customer: try Sample.daily(["00:00-24:00"]),
      supplier: try Sample.office(years: 2_026...2_026)
    )
    let gap = #expect(throws: CalendarGap.self) {
      try hours.coverage(in: try days("2026-06-01", "2027-05-31"))
    }
    #expect(gap?.sentence == "The calendar DE-BE has no holidays loaded for 2027.")
  }
}
