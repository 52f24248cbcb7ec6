import Model
import TestSupport
import Testing

@Suite struct RecurrenceTests {
  private func recurrence(_ start: String, _ rule: String) throws -> Recurrence {
    Recurrence(rule: try RecurrenceRule(rule), start: try Sample.day(start))
  }

  private func days(
    _ start: String,
    _ rule: String,
    through horizon: String = "2045-12-31",
    first count: Int = 8
  ) throws -> [String] {
    let recurrence = try recurrence(start, rule)
    let expansion = try recurrence.days(from: recurrence.start, through: Sample.day(horizon))
    return expansion.days.prefix(count).map(\.description)
  }

  @Test(arguments: ["2026-01-01", "2026-01-31"])
  func `TC-22 monthly on the 31st has seven instances in 2026`(start: String) throws {
    #expect(
      try days(start, "FREQ=MONTHLY;BYMONTHDAY=31", through: "2026-12-31", first: 100) == [
        "2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31", "2026-10-31",
        "2026-12-31",
      ]
    )
  }

  @Test func `TC-22 yearly from a leap day`() throws {
    #expect(
      try days("2024-02-29", "FREQ=YEARLY;COUNT=3") == ["2024-02-29", "2028-02-29", "2032-02-29"]
    )
    #expect(
      try days("2024-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3")
        == ["2024-02-29", "2025-02-28", "2026-02-28"]
    )
  }

  @Test func `TC-22 the last weekday of each month`() throws {
    let rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    #expect(
      try days("2026-01-01", rule, first: 5)
        == ["2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"]
    )
  }

  /// Examples of RFC 5545, 3.8.5.3, that have days only.
  @Test(arguments: [
    ("1997-09-02", "FREQ=DAILY;COUNT=3", "1997-09-02 1997-09-03 1997-09-04"),
    ("1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02 1997-09-12 1997-09-22"),
    ("1997-09-02", "FREQ=WEEKLY;UNTIL=19970916", "1997-09-02 1997-09-09 1997-09-16"),
    (
      "1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH",
      "1997-09-02 1997-09-04 1997-09-16 1997-09-18"
    ),
    ("1997-09-05", "FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07"),
    (
      "1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU",
      "1997-09-07 1997-09-28 1997-11-02 1997-11-30"
    ),
    ("1997-09-22", "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22 1997-10-20 1997-11-17"),
    ("1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28 1997-10-29 1997-11-28"),
    ("1997-06-10", "FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "1997-06-10 1997-07-10 1998-06-10"),
    ("1997-05-19", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19 1998-05-18 1999-05-17"),
    ("1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3", "1997-03-13 1997-03-20 1997-03-27"),
    (
      "1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4",
      "1998-02-13 1998-03-13 1998-11-13 1999-08-13"
    ),
    (
      "1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
      "1996-11-05 2000-11-07 2004-11-02"
    ),
    (
      "1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
      "1997-09-04 1997-10-07 1997-11-06"
    ),
    (
      "1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
      "1997-09-29 1997-10-30 1997-11-27"
    ),
    (
      "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
      "1997-08-05 1997-08-10 1997-08-19 1997-08-24"
    ),
    (
      "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      "1997-08-05 1997-08-17 1997-08-19 1997-08-31"
    ),
    (
      "2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
      "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30"
    ),
  ])
  func `the examples of the standard come out`(start: String, rule: String, days: String) throws {
    #expect(try self.days(start, rule).joined(separator: " ") == days)
  }

  @Test func `rules come out as another program reckons them`() throws {
    let lines = RecurrenceSamples.lines.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines.count == 128)
    for index in stride(from: 0, to: lines.count, by: 2) {
      let start = try #require(CivilDay(basic: lines[index][0]))
      let recurrence = Recurrence(rule: try RecurrenceRule(lines[index][1]), start: start)
      let days = try recurrence.days(from: start, through: Sample.day("2044-12-31")).days
      #expect(days.prefix(6).map(\.basicText) == lines[index + 1], "\(lines[index])")
    }
  }

  @Test func `a start that the rule does not name is no instance and is not counted`() throws {
    let recurrence = try recurrence("2026-03-05", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=2")
    #expect(!recurrence.startIsInstance)
    let days = try recurrence.days(from: recurrence.start, through: Sample.day("2027-01-01")).days
    #expect(days.map(\.description) == ["2026-03-08", "2026-03-22"])
    #expect(try self.recurrence("2026-03-08", "FREQ=WEEKLY;BYDAY=SU").startIsInstance)
    #expect(try !self.recurrence("2026-03-08", "FREQ=DAILY;UNTIL=20260307").startIsInstance)
  }

  @Test func `days are added and taken out after counting`() throws {
    let recurrence = Recurrence(
      rule: try RecurrenceRule("FREQ=DAILY;COUNT=4"),
      start: try Sample.day("2026-05-01"),
      excluded: Set(try CivilDay.list(basic: "20260502,20260601")),
      added: Set(try CivilDay.list(basic: "20260601,20260430,20260503,20260510"))
    )
    let days = try recurrence.days(
      from: Sample.day("2026-01-01"),
      through: Sample.day("2027-01-01")
    )
    #expect(
      days.days.map(\.description)
        == ["2026-04-30", "2026-05-01", "2026-05-03", "2026-05-04", "2026-05-10"]
    )
    #expect(days.isComplete)
  }

  @Test func `an expansion that is too long says so`() throws {
    let daily = try recurrence("2026-01-01", "FREQ=DAILY")
    let last = daily.start.adding(days: 999)
    #expect(daily.days(from: daily.start, through: last).days.count == 1_000)
    #expect(daily.days(from: daily.start, through: last).isComplete)
    let longer = daily.days(from: daily.start, through: last.adding(days: 1))
    #expect(longer.days.count == 1_000)
    #expect(longer.days.last == last)
    #expect(!longer.isComplete)
    #expect(daily.days(from: daily.start, through: .last).days.count == 1_000)
  }

  @Test func `a rule that names no day gives none and ends`() throws {
    #expect(try days("2026-01-01", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29") == [])
    let never = try recurrence("2026-01-01", "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO;COUNT=1")
    #expect(never.days(from: never.start, through: .last).days.isEmpty)
    #expect(try days("2026-01-01", "FREQ=DAILY", through: "2025-12-31") == [])
  }

  private static let rules = [
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=5;BYMONTHDAY=-1,15", "FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR,TU;BYSETPOS=-1", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=5",
    "FREQ=MONTHLY;BYDAY=-1FR,2MO", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SU",
    "FREQ=YEARLY;INTERVAL=2;BYDAY=53FR,-1MO", "FREQ=YEARLY;BYMONTHDAY=31;BYSETPOS=2,-1",
  ]

  @Test(arguments: 0..<200)
  func `a span shows the days of the whole that lie in it`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let ends = ["", ";COUNT=\(Int.random(in: 1...40, using: &random))", ";UNTIL=20280714"]
    let text = Self.rules[seed % Self.rules.count] + ends[seed % 3]
    let start = CivilDay(number: Int32.random(in: 20_000...21_000, using: &random))
    let recurrence = Recurrence(rule: try RecurrenceRule(text), start: start)
    let whole = recurrence.days(from: start, through: start.adding(days: 990)).days
    let from = start.adding(days: Int.random(in: -50...900, using: &random))
    let through = min(
      from.adding(days: Int.random(in: 0...400, using: &random)),
      start.adding(days: 990)
    )
    let part = recurrence.days(from: from, through: through).days
    #expect(part == whole.filter { from <= $0 && $0 <= through }, "\(text) \(start) \(from)")
    #expect(whole == Array(Set(whole)).sorted())
    #expect(recurrence.startIsInstance == (whole.first == start))
  }
}
