import Model
import TestSupport
import Testing

@Suite struct NoticeRuleTests {
  private func dates(_ rule: NoticeRule, _ lastDay: String) throws -> [String] {
    let dates = try rule.dates(lastDay: Sample.day(lastDay), calendar: Sample.office())
    return [dates.deadline, dates.safeOn, dates.dispatchBy].map(\.description)
  }

  @Test(arguments: NoticeConvention.allCases)
  func `TC-05 three months before 2026-05-31`(convention: NoticeConvention) throws {
    let rule = NoticeRule(period: try Sample.period("3m"), convention: convention)
    #expect(try dates(rule, "2026-05-31") == ["2026-02-28", "2026-02-27", "2026-02-20"])
    let deadline = try Sample.day("2026-02-28")
    #expect(deadline.weekday == .saturday)
    #expect(deadline.days(to: try Sample.day("2026-05-31")) == 92)
  }

  /// TC-05.
  @Test(arguments: [
    (90, "2025-11-22", "2025-11-21"), (60, "2025-12-22", "2025-12-22"),
    (30, "2026-01-21", "2026-01-21"), (14, "2026-02-06", "2026-02-06"),
    (7, "2026-02-13", "2026-02-13"), (1, "2026-02-19", "2026-02-19"),
  ])
  func `a reminder on a day off is sent on the business day before`(
    days: Int,
    day: String,
    sentOn: String
  ) throws {
    let reminder = try Sample.day("2026-02-20").adding(days: -days)
    #expect(reminder.description == day)
    #expect(try Sample.office().businessDay(onOrBefore: reminder).description == sentOn)
  }

  @Test func `TC-05 the states after dispatch and after the deadline`() throws {
    let (dispatch, deadline) = (try Sample.day("2026-02-20"), try Sample.day("2026-02-28"))
    func state(_ iso: String) throws -> NoticeState {
      try NoticeState(on: Sample.day(iso), dispatchBy: dispatch, deadline: deadline)
    }
    #expect(try state("2026-02-20") == .inTime)
    #expect(try state("2026-02-21") == .sendNow)
    #expect(try state("2026-02-28") == .sendNow)
    #expect(try state("2026-03-01") == .missed(daysAgo: 1))
  }

  @Test(arguments: [
    ["2026-06-30", "1m", "2026-05-30", "2026-05-31", "2026-05-29", "2026-05-29"],
    ["2026-02-28", "1m", "2026-01-28", "2026-01-31", "2026-01-28", "2026-01-30"],
    ["2026-11-30", "3m", "2026-08-30", "2026-08-31", "2026-08-28", "2026-08-31"],
    ["2026-05-31", "3m", "2026-02-28", "2026-02-28", "2026-02-27", "2026-02-27"],
  ])
  func `TC-06 the two conventions`(row: [String]) throws {
    let period = try Sample.period(row[1])
    let clamped = try dates(NoticeRule(period: period), row[0])
    let whole = try dates(NoticeRule(period: period, convention: .wholePeriod), row[0])
    #expect([clamped[0], whole[0], clamped[1], whole[1]] == Array(row[2...]))
  }

  @Test func `TC-07 ninety days from two bases`() throws {
    let period = try Sample.period("90d")
    #expect(
      try dates(NoticeRule(period: period, base: .renewalDay), "2026-11-30")[0] == "2026-09-02"
    )
    #expect(try dates(NoticeRule(period: period, base: .lastDay), "2026-11-30")[0] == "2026-09-01")
  }

  @Test func `TC-26 following for a period to act, preceding for a notice`() throws {
    let calendar = try Sample.office()
    let end = try Sample.day("2026-01-31").addingMonths(1)
    #expect(end.description == "2026-02-28")
    #expect(end.weekday == .saturday)
    #expect(try calendar.adjusted(end, .following).description == "2026-03-02")
    #expect(try calendar.adjusted(end, .preceding).description == "2026-02-27")
    #expect(try calendar.adjusted(end, .none) == end)
  }

  @Test func `where dispatch counts no delivery is allowed for`() throws {
    let rule = NoticeRule(period: try Sample.period("3m"), counts: .dispatch)
    #expect(try dates(rule, "2026-05-31") == ["2026-02-28", "2026-02-27", "2026-02-27"])
  }

  @Test func `business days of notice count back from the last day`() throws {
    let rule = NoticeRule(period: try Sample.period("10bd"))
    #expect(try dates(rule, "2026-05-31")[0] == "2026-05-15")
  }

  @Test func `a calendar that does not know throws instead of guessing`() throws {
    let rule = NoticeRule(period: try Sample.period("3m"))
    let lastDay = try Sample.day("2032-05-31")
    let calendar = try Sample.office()
    let gap = CalendarGap(calendar: "DE-BE", year: 2_032, kind: .holidays)
    #expect(throws: DateGap.calendar(gap)) { try rule.dates(lastDay: lastDay, calendar: calendar) }
    #expect(throws: DateGap.noCalendar) { try rule.dates(lastDay: lastDay, calendar: nil) }
    let hours = NoticeRule(period: try Sample.period("8bh"))
    #expect(throws: DateGap.unusablePeriod(hours.period)) {
      try hours.deadline(lastDay: lastDay, calendar: calendar)
    }
  }

  @Test(arguments: 0..<200)
  func `whole periods give the latest day that brute force finds`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let lastDay = CivilDay(number: Int32.random(in: 0...40_000, using: &random))
    let months = Int.random(in: 1...24, using: &random)
    let period = try #require(Period(months, .month))
    var day = lastDay
    while day.addingMonths(months) > lastDay { day = day.adding(days: -1) }
    let rule = NoticeRule(period: period, convention: .wholePeriod)
    #expect(try rule.deadline(lastDay: lastDay, calendar: nil) == day)
    let clamped = try NoticeRule(period: period).deadline(lastDay: lastDay, calendar: nil)
    #expect(clamped <= day)
  }
}
