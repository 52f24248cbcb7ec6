import Model
import TestSupport
import Testing

@Suite struct BusinessCalendarTests {
  @Test(arguments: [
    "24:30-25:00", "9:00-17:00", "09:00", "09:00-17:00-18:00", "09:60-10:00", "24:00-06:00",
  ])
  func `other forms are no windows`(text: String) {
    #expect(Window(text) == nil)
  }

  @Test func `windows may end at 24 o'clock or cross midnight`() throws {
    #expect(try #require(Window("00:00-24:00")).closesAt == 1_440)
    let night = try #require(Window("22:00-06:00"))
    #expect(night.closesAt == 1_800)
    #expect(night.description == "22:00-06:00")
    #expect(Window(opensAt: 0, closesAt: 1_441) == nil)
  }

  @Test func `a day outside the loaded years is a gap`() throws {
    let calendar = try Sample.office(years: 2_026...2_026)
    let gap = CalendarGap(calendar: "DE-BE", year: 2_027, kind: .holidays)
    #expect(throws: gap) { try calendar.isBusinessDay(Sample.day("2027-01-04")) }
    #expect(throws: gap) { try calendar.adding(businessDays: 5, to: Sample.day("2026-12-29")) }
    #expect(throws: gap) { try calendar.businessDay(onOrAfter: Sample.day("2027-01-01")) }
    #expect(gap.sentence == "The calendar DE-BE has no holidays loaded for 2027.")
    let before = CalendarGap(calendar: "DE-BE", year: 2_025, kind: .holidays)
    #expect(throws: before) { try calendar.adding(businessDays: -5, to: Sample.day("2026-01-05")) }
    #expect(throws: before) { try calendar.businessDay(onOrBefore: Sample.day("2026-01-01")) }
    #expect(throws: gap) {
      try calendar.due(from: Sample.berlin("2026-12-30", 12), target: Sample.period("80bh"))
    }
  }

  @Test func `a day outside the validity is a gap`() throws {
    let calendar = BusinessCalendar(
      reference: "X",
      zone: .utc,
      weekly: [.monday: [try #require(Window("09:00-17:00"))]],
      exceptions: [:],
      holidayYears: [2_026],
      validFrom: try Sample.day("2026-03-01"),
      validThrough: try Sample.day("2026-06-30")
    )
    let gap = CalendarGap(calendar: "X", year: 2_026, kind: .validity)
    #expect(throws: gap) { try calendar.isBusinessDay(Sample.day("2026-02-28")) }
    #expect(throws: gap) { try calendar.isBusinessDay(Sample.day("2026-07-01")) }
    #expect(try calendar.isBusinessDay(Sample.day("2026-06-29")))
    #expect(gap.sentence == "The calendar X is not valid on all days needed in 2026.")
  }

  @Test(arguments: 0..<200)
  func `steps over business days are those of a walk by days`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let calendar = try Sample.office(["DE-BE", "GB-ENG", "US", "FR", "BR", "PL"][seed % 6])
    let start = try Sample.day("2026-01-01").adding(
      days: Int.random(in: -300...900, using: &random)
    )
    let count = Int.random(in: -150...150, using: &random)
    var day = start
    for _ in 0..<abs(count) {
      repeat { day = day.adding(days: count.signum()) } while try !calendar.isBusinessDay(day)
    }
    #expect(try calendar.adding(businessDays: count, to: start) == day)
    if count > 0 {
      #expect(try calendar.businessDays(after: start, through: day) == count)
    }
    var next = start
    while try !calendar.isBusinessDay(next) { next = next.adding(days: 1) }
    #expect(try calendar.businessDay(onOrAfter: start) == next)
    var previous = start
    while try !calendar.isBusinessDay(previous) { previous = previous.adding(days: -1) }
    #expect(try calendar.businessDay(onOrBefore: start) == previous)
  }

  @Test func `a half day is a whole business day with its own close`() throws {
    let calendar = BusinessCalendar(
      reference: "half",
      zone: try #require(Zone.named("Europe/Berlin")),
      weekly: [:],
      exceptions: [
        try Sample.day("2026-12-24"): .init(
          name: "half",
          windows: [try #require(Window("09:00-12:00"))]
        )
      ],
      holidayYears: [2_026]
    )
    let due = try calendar.due(from: Sample.berlin("2026-12-22", 10), target: Sample.period("1bd"))
    #expect(due.description == "2026-12-24T11:00:00Z")
    #expect(calendar.name(of: try Sample.day("2026-12-24")) == "half")
  }
}
