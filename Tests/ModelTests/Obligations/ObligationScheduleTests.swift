import Model
import TestSupport
import Testing

@Suite struct ObligationScheduleTests {
  private func recurring(_ start: String, _ rule: String) throws -> ObligationSchedule.Occurrence {
    .recurring(Recurrence(rule: try RecurrenceRule(rule), start: try Sample.day(start)))
  }

  private func monthlyReport() throws -> ObligationSchedule {
    ObligationSchedule(
      try recurring("2026-02-01", "FREQ=MONTHLY"),
      coverage: .previousMonth,
      dueOffset: try Sample.period("10bd")
    )
  }

  @Test func `TC-22 a monthly report is due ten business days after the end of the month`() throws {
    let expansion = try monthlyReport().instances(
      from: Sample.day("2026-01-01"),
      through: Sample.day("2026-11-30"),
      calendar: Sample.office()
    )
    let due = Dictionary(
      uniqueKeysWithValues: expansion.instances.map { ($0.covered.startsOn.description, $0.due) }
    )
    #expect(expansion.isComplete)
    #expect(expansion.instances.count == 10)
    #expect(due["2026-01-01"]??.description == "2026-02-13")
    #expect(due["2026-02-01"]??.description == "2026-03-13")
    #expect(due["2026-03-01"]??.description == "2026-04-16")
    #expect(due["2026-04-01"]??.description == "2026-05-18")
    #expect(due["2026-10-01"]??.description == "2026-11-13")
  }

  @Test func `TC-22 a report that is missing is nine days overdue`() throws {
    let calendar = try Sample.office()
    let day = try Sample.day("2026-11-22")
    let instance = try monthlyReport().instance(on: Sample.day("2026-11-01"), calendar: calendar)
    let standing = instance.standing(on: day, calendar: calendar)
    #expect(standing.state == .open)
    #expect(standing.dueState == .overdue(days: 9))
    #expect(standing.isOverdue)
  }

  @Test func `TC-22 minutes are due ten business days after the review`() throws {
    let held = try Sample.day("2026-03-26")
    let schedule = ObligationSchedule(.once(held), dueOffset: try Sample.period("10bd"))
    let instance = try schedule.instance(on: held, calendar: Sample.office())
    #expect(instance.due?.description == "2026-04-13")
    #expect(instance.covered == Term(startsOn: held, endsOn: held))
  }

  @Test(arguments: [
    (CoveredPeriod.none, "2026-05-31", "2026-05-31"),
    (.previousMonth, "2026-04-01", "2026-04-30"), (.previousQuarter, "2026-01-01", "2026-03-31"),
    (.previousYear, "2025-01-01", "2025-12-31"),
    (.previousTwelveMonths, "2025-05-31", "2026-05-30"),
  ])
  func `an instance covers the period before it`(
    coverage: CoveredPeriod,
    start: String,
    end: String
  ) throws {
    let term = coverage.term(for: try Sample.day("2026-05-31"))
    #expect(term == Term(startsOn: try Sample.day(start), endsOn: try Sample.day(end)))
  }

  @Test(arguments: [
    ("2026-01-01", "2025-12-01 2025-12-31", "2025-10-01 2025-12-31", "2025-01-01 2025-12-31"),
    ("2024-03-31", "2024-02-01 2024-02-29", "2023-10-01 2023-12-31", "2023-01-01 2023-12-31"),
  ])
  func `a covered period reaches into the year before`(
    day: String,
    month: String,
    quarter: String,
    year: String
  ) throws {
    let day = try Sample.day(day)
    let kinds: [CoveredPeriod] = [.previousMonth, .previousQuarter, .previousYear]
    let texts = kinds.map { $0.term(for: day) }.map { "\($0.startsOn) \($0.endsOn)" }
    #expect(texts == [month, quarter, year])
  }

  @Test(arguments: [
    ("30d", NoticeAdjustment.following, "2026-03-02"), ("30d", .preceding, "2026-02-27"),
    ("30d", .none, "2026-03-01"), ("1m", .following, "2026-03-02"), ("1m", .none, "2026-02-28"),
    ("4w", .following, "2026-02-27"), ("0d", .none, "2026-01-30"), ("1q", .none, "2026-04-30"),
  ])
  func `a due day is counted and then moved`(
    offset: String,
    adjustment: NoticeAdjustment,
    due: String
  ) throws {
    let day = try Sample.day("2026-01-30")
    let schedule = ObligationSchedule(
      .once(day),
      dueOffset: try Sample.period(offset),
      adjustment: adjustment
    )
    #expect(try schedule.instance(on: day, calendar: Sample.office()).due?.description == due)
  }

  @Test func `a grace time in business days is counted from the due day`() throws {
    let day = try Sample.day("2026-04-01")
    let schedule = ObligationSchedule(
      .once(day),
      dueOffset: .zero,
      grace: try Sample.period("2bd")
    )
    #expect(try schedule.instance(on: day, calendar: Sample.office()).graceDays == 6)
  }

  @Test func `a due day that cannot be told says why`() throws {
    let day = try Sample.day("2026-01-30")
    func gap(
      _ offset: String,
      _ adjustment: NoticeAdjustment = .none,
      years: ClosedRange<Int>? = nil
    )
      throws -> String?
    {
      let schedule = ObligationSchedule(
        .once(day),
        dueOffset: try Sample.period(offset),
        adjustment: adjustment
      )
      let calendar = try years.map { try Sample.office(years: $0) }
      let instance = schedule.instance(on: day, calendar: calendar)
      #expect(instance.due == nil)
      return instance.gap?.sentence
    }
    #expect(try gap("5bd") == "No business calendar is assigned.")
    #expect(try gap("5d", .following) == "No business calendar is assigned.")
    #expect(
      try gap("5bh", years: 2_026...2_026)
        == "A period of 5 business hours cannot be counted in a term."
    )
    #expect(
      try gap("5bd", years: 2_025...2_025)
        == "The calendar DE-BE has no holidays loaded for 2026."
    )
    #expect(
      try gap("12m", .following, years: 2_026...2_026)
        == "The calendar DE-BE has no holidays loaded for 2027."
    )
  }

  @Test func `instances come up within the validity only`() throws {
    var schedule = try monthlyReport()
    schedule.validFrom = try Sample.day("2026-03-02")
    schedule.validThrough = try Sample.day("2026-06-01")
    func days(_ schedule: ObligationSchedule) throws -> [String] {
      try schedule.instances(
        from: Sample.day("2026-01-01"),
        through: Sample.day("2027-12-31"),
        calendar: nil
      ).instances.map(\.day.description)
    }
    #expect(try days(schedule) == ["2026-04-01", "2026-05-01", "2026-06-01"])
    schedule.occurrence = .once(try Sample.day("2026-06-02"))
    #expect(try days(schedule) == [])
    schedule.occurrence = .once(try Sample.day("2026-06-01"))
    #expect(try days(schedule) == ["2026-06-01"])
  }

  @Test func `an expansion that is too long says so`() throws {
    let schedule = ObligationSchedule(
      try recurring("2026-01-01", "FREQ=DAILY"),
      dueOffset: .zero,
      adjustment: .none
    )
    let start = try Sample.day("2026-01-01")
    let expansion = schedule.instances(from: start, through: .last, calendar: nil)
    #expect(expansion.instances.count == 1_000)
    #expect(!expansion.isComplete)
  }
}
