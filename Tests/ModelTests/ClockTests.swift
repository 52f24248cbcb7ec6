import Model
import TestSupport
import Testing

@Suite struct ClockTests {
  private func due(
    _ start: Instant,
    _ target: String,
    _ calendar: BusinessCalendar? = nil,
    pauses: [Pause] = []
  ) throws -> Instant {
    let calendar = try calendar ?? Sample.office()
    return try calendar.due(from: start, target: Sample.period(target), pauses: pauses)
  }

  @Test func `TC-09 an acknowledgement over Easter`() throws {
    let due = try due(Sample.berlin("2026-04-02", 16, 30), "8bh")
    #expect(try due == Sample.berlin("2026-04-07", 16, 30))
    #expect(due.description == "2026-04-07T14:30:00Z")
    #expect(try Sample.berlin("2026-04-07", 16, 31) > due)
  }

  @Test func `TC-10 business hours over the spring change`() throws {
    let start = try Sample.berlin("2026-03-27", 15)
    #expect(start.description == "2026-03-27T14:00:00Z")
    let due = try due(start, "16bh")
    #expect(due.description == "2026-03-31T13:00:00Z")
    #expect(start.seconds(to: due) == 95 * 3_600)
  }

  @Test func `TC-11 clocks around the clock`() throws {
    let always = try Sample.daily(["00:00-24:00"])
    #expect(
      try due(Sample.berlin("2026-03-28", 12), "24bh", always) == Sample.berlin("2026-03-29", 13)
    )
    #expect(
      try due(Sample.berlin("2026-10-24", 12), "24bh", always) == Sample.berlin("2026-10-25", 11)
    )
    let night = try Sample.daily(["00:00-06:00"])
    func hours(_ iso: String) throws -> Int64 {
      let day = try Sample.day(iso)
      let (start, end) = (night.zone.start(of: day), night.zone.end(of: day))
      return try night.openSeconds(from: start, to: end) / 3_600
    }
    #expect(try hours("2026-03-29") == 5)
    #expect(try hours("2026-10-25") == 7)
    let newYork = try Sample.daily(["00:00-24:00"], zone: "America/New_York")
    let day = try Sample.day("2026-11-01")
    let (start, end) = (newYork.zone.start(of: day), newYork.zone.end(of: day))
    #expect(try newYork.openSeconds(from: start, to: end) == 25 * 3_600)
  }

  @Test func `TC-12 receipt outside hours and at the closing edge`() throws {
    #expect(try due(Sample.berlin("2026-05-02", 10, 15), "8bh") == Sample.berlin("2026-05-04", 17))
    #expect(try due(Sample.berlin("2026-05-04", 17), "1bh") == Sample.berlin("2026-05-05", 10))
  }

  @Test func `TC-13 a pause`() throws {
    let calendar = try Sample.office()
    let start = try Sample.berlin("2026-06-01", 9)
    #expect(try due(start, "80bh") == Sample.berlin("2026-06-12", 17))
    let pause = Pause(
      from: try Sample.berlin("2026-06-03", 12),
      until: try Sample.berlin("2026-06-09", 12)
    )
    #expect(try calendar.openSeconds(from: start, to: pause.until, pauses: [pause]) == 19 * 3_600)
    #expect(try calendar.openSeconds(from: pause.from, to: pause.until) == 32 * 3_600)
    #expect(try due(start, "80bh", pauses: [pause]) == Sample.berlin("2026-06-18", 17))
    #expect(try due(start, "80bh", pauses: [pause, pause]) == Sample.berlin("2026-06-18", 17))
  }

  @Test func `TC-14 counting working days`() throws {
    let day = try Sample.day("2026-12-18")
    #expect(try Sample.office().adding(businessDays: 5, to: day).description == "2026-12-28")
    let england = try Sample.office("GB-ENG", zone: "Europe/London")
    #expect(try england.adding(businessDays: 5, to: day).description == "2026-12-29")
    let start = try Sample.berlin("2026-12-18", 10)
    #expect(try due(start, "5bd") == Sample.berlin("2026-12-28", 17))
  }

  @Test func `TC-15 calendar clocks`() throws {
    let calendar = try Sample.office()
    let start = try Sample.berlin("2026-01-05", 10)
    let zone = calendar.zone
    #expect(try due(start, "8w") == zone.end(of: Sample.day("2026-03-02")))
    #expect(try due(start, "30d") == zone.end(of: Sample.day("2026-02-04")))
    #expect(try due(start, "15bd") == Sample.berlin("2026-01-26", 17))
    #expect(try due(start, "35bd") == Sample.berlin("2026-02-23", 17))
  }

  @Test func `TC-24 the warning and the breach of a clock`() throws {
    let calendar = try Sample.office()
    let start = try Sample.berlin("2026-06-01", 9)
    let target = try Sample.period("80bh")
    #expect(try calendar.warning(from: start, target: target) == Sample.berlin("2026-06-10", 17))
    #expect(try calendar.due(from: start, target: target) == Sample.berlin("2026-06-12", 17))
    let days = try calendar.warning(from: start, target: Sample.period("5bd"))
    #expect(try days == Sample.berlin("2026-06-05", 17))
  }

  @Test(arguments: [
    ("80bh", 500_000, "2026-06-05", 17), ("80bh", 1_000_000, "2026-06-12", 17),
    ("80bh", 12_500, "2026-06-01", 10), ("10bd", 500_000, "2026-06-08", 17),
    ("10bd", 500_001, "2026-06-09", 17), ("10bd", 1_000_000, "2026-06-15", 17),
  ])
  func `a clock gives warning at another share of its target`(
    target: String,
    millionths: Int,
    day: String,
    hour: Int
  ) throws {
    let warning = try Sample.office().warning(
      from: Sample.berlin("2026-06-01", 9),
      target: Sample.period(target),
      millionths: millionths
    )
    #expect(try warning == Sample.berlin(day, hour))
  }

  @Test func `a pause moves a limit in business days by the closes inside it`() throws {
    let start = try Sample.berlin("2026-06-01", 9)
    let pause = Pause(
      from: try Sample.berlin("2026-06-02", 12),
      until: try Sample.berlin("2026-06-04", 12)
    )
    #expect(try due(start, "5bd") == Sample.berlin("2026-06-08", 17))
    #expect(try due(start, "5bd", pauses: [pause]) == Sample.berlin("2026-06-10", 17))
    let dayZero = Pause(
      from: try Sample.berlin("2026-06-01", 10),
      until: try Sample.berlin("2026-06-02", 10)
    )
    #expect(try due(start, "5bd", pauses: [dayZero]) == Sample.berlin("2026-06-09", 17))
  }

  @Test func `a repeated hour counts once where windows touch`() throws {
    let split = try Sample.daily(["00:00-02:30", "02:30-06:00"])
    let day = try Sample.day("2026-10-25")
    let (start, end) = (split.zone.start(of: day), split.zone.end(of: day))
    #expect(try split.openSeconds(from: start, to: end) == 7 * 3_600)
  }

  @Test func `a window of the day before is still open after midnight`() throws {
    let night = try Sample.daily(["22:00-06:00"])
    #expect(try due(Sample.berlin("2026-06-02", 3), "2bh", night) == Sample.berlin("2026-06-02", 5))
    #expect(
      try due(Sample.berlin("2026-06-02", 5), "2bh", night) == Sample.berlin("2026-06-02", 23)
    )
    #expect(
      throws: CalendarGap(calendar: "daily", year: 2_019, kind: .holidays)
    ) {
      try due(Sample.berlin("2020-01-01", 3), "2bh", night)
    }
  }

  /// Whether a minute is open, by looking at its local time only.
  private func isOpen(_ minute: Instant, _ calendar: BusinessCalendar) throws -> Bool {
    let local = minute.seconds + calendar.zone.offset(at: minute)
    let day = calendar.zone.day(at: minute)
    let time = Int(local - Int64(day.number) * 86_400) / 60
    let today = try calendar.windows(on: day).contains { $0.opensAt <= time && time < $0.closesAt }
    return try today
      || calendar.windows(on: day.adding(days: -1)).contains { time < $0.closesAt - 1_440 }
  }

  @Test(arguments: 0..<60)
  func `business hours are those of stepping minute by minute`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let calendar =
      switch seed % 4 {
      case 0: try Sample.office()
      case 1: try Sample.daily(["00:00-24:00"])
      case 2: try Sample.daily(["22:00-06:00", "12:00-13:30"])
      default: try Sample.daily(["08:00-12:00", "12:00-16:00"], zone: "Australia/Lord_Howe")
      }
    let change = ["2026-03-27", "2026-10-23", "2026-04-03", "2026-10-02"][(seed / 4) % 4]
    let start = try calendar.zone.start(of: Sample.day(change))
      .adding(seconds: Int64.random(in: 0..<4_000, using: &random) * 60)
    let pauseStart = start.adding(seconds: Int64.random(in: 0..<3_000, using: &random) * 60)
    let pauses = [
      Pause(
        from: pauseStart,
        until: pauseStart.adding(seconds: 60 * Int64.random(in: 0..<2_000, using: &random))
      )
    ]
    let hours = Int.random(in: 1...20, using: &random)
    var minute = start
    var left = hours * 60
    while left > 0 {
      if try isOpen(minute, calendar), !pauses[0].contains(minute) { left -= 1 }
      minute = minute.adding(seconds: 60)
    }
    let target = try #require(Period(hours, .businessHour))
    #expect(try calendar.due(from: start, target: target, pauses: pauses) == minute)
    #expect(
      try calendar.openSeconds(from: start, to: minute, pauses: pauses) == Int64(hours) * 3_600
    )
  }
}
