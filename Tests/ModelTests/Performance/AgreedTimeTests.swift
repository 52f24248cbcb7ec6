import Model
import TestSupport
import Testing

@Suite struct AgreedTimeTests {
  private func month(_ first: String, _ last: String) throws -> Term {
    Term(startsOn: try Sample.day(first), endsOn: try Sample.day(last))
  }

  private func span(_ start: Instant, seconds: Int64) -> Range<Instant> {
    start..<start.adding(seconds: seconds)
  }

  @Test func `the last day of the loaded years can be counted to its end`() throws {
    let calendar = try Sample.office(years: 2_026...2_026)
    let days = try month("2026-12-28", "2026-12-31")
    #expect(try calendar.agreedSeconds(in: days) == 4 * 28_800)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-31", 44_580), ("2026-10-01", "2026-10-31", 44_700),
    ("2026-04-01", "2026-04-30", 43_200),
  ])
  func `months around the clock have their real minutes`(
    first: String,
    last: String,
    minutes: Int64
  ) throws {
    let calendar = try Sample.daily(["00:00-24:00"])
    #expect(try calendar.agreedSeconds(in: month(first, last)) == minutes * 60)
  }

  @Test func `office hours leave out holidays`() throws {
    let calendar = try Sample.office()
    #expect(try calendar.agreedSeconds(in: month("2026-04-03", "2026-04-06")) == 0)
    #expect(try calendar.agreedSeconds(in: month("2026-04-01", "2026-04-30")) == 20 * 28_800)
    #expect(throws: CalendarGap(calendar: "DE-BE", year: 2_031, kind: .holidays)) {
      try calendar.agreedSeconds(in: month("2030-12-01", "2031-01-01"))
    }
  }

  @Test func `March of 2026 misses by a second and more`() throws {
    let calendar = try Sample.daily(["00:00-24:00"])
    let march = try month("2026-03-01", "2026-03-31")
    let outage = span(try Sample.berlin("2026-03-29", 1, 30), seconds: 44 * 60 + 36)
    let availability = try calendar.availability(in: march, outages: [outage])
    let target = try Percentage("99.9")
    #expect(availability.agreedSeconds == 2_674_800)
    #expect(availability.downtimeSeconds == 2_676)
    #expect(try #require(availability.percentage).exactText == "99.899955… %")
    #expect(try #require(availability.percentage) < target)
    #expect(availability.allowedDowntimeSeconds(target: target).exactText() == "2674.8")
  }

  @Test func `outages overlap, begin before the days and end after them`() throws {
    let calendar = try Sample.office()
    let monday = try month("2026-06-01", "2026-06-01")
    let outages = [
      span(try Sample.berlin("2026-06-01", 16), seconds: 2 * 86_400),
      span(try Sample.berlin("2026-05-31", 12), seconds: 22 * 3_600),
      span(try Sample.berlin("2026-06-01", 9, 30), seconds: 5_400),
      span(try Sample.berlin("2026-06-01", 12), seconds: 0),
    ]
    let availability = try calendar.availability(in: monday, outages: outages)
    #expect(availability.agreedSeconds == 28_800)
    #expect(availability.downtimeSeconds == 3 * 3_600)
    #expect(availability.upSeconds == 5 * 3_600)
  }

  @Test func `maintenance takes its own downtime out, and time in which the service was up`() throws
  {
    let calendar = try Sample.daily(["00:00-24:00"])
    let april = try month("2026-04-01", "2026-04-30")
    let start = try Sample.berlin("2026-04-10", 2)
    let maintenance = span(start, seconds: 3_600)
    let outages = [span(start.adding(seconds: 2_400), seconds: 3_600)]
    let availability = try calendar.availability(
      in: april,
      outages: outages,
      exclusions: [maintenance, maintenance]
    )
    #expect(availability.excludedSeconds == 3_600)
    #expect(availability.excludedDowntimeSeconds == 1_200)
    #expect(availability.countedSeconds == 2_592_000 - 3_600)
    #expect(availability.countedDowntimeSeconds == 2_400)
  }

  @Test(arguments: 0..<40)
  func `counting minute by minute gives the same`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let calendar = try Sample.daily(["06:00-12:00", "13:30-24:00"])
    let days = try month("2026-10-24", "2026-10-26")
    let (start, end) = (calendar.zone.start(of: days.startsOn), calendar.zone.end(of: days.endsOn))
    func spans() -> [Range<Instant>] {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        let minute = Int64.random(in: -500...4_600, using: &random)
        let length = Int64.random(in: 0...900, using: &random)
        return span(start.adding(seconds: minute * 60), seconds: length * 60)
      }
    }
    let (outages, exclusions) = (spans(), spans())
    let availability = try calendar.availability(
      in: days,
      outages: outages,
      exclusions: exclusions
    )
    var counts = (agreed: 0, down: 0, excluded: 0, both: 0)
    for second in stride(from: start.seconds, to: end.seconds, by: 60) {
      let minute = Instant(seconds: second)
      guard try calendar.openSeconds(from: minute, to: minute.adding(seconds: 60)) > 0 else {
        continue
      }
      let isDown = outages.contains { $0.contains(minute) }
      let isExcluded = exclusions.contains { $0.contains(minute) }
      counts.agreed += 60
      counts.down += isDown ? 60 : 0
      counts.excluded += isExcluded ? 60 : 0
      counts.both += isDown && isExcluded ? 60 : 0
    }
    #expect(availability.agreedSeconds == counts.agreed)
    #expect(availability.downtimeSeconds == counts.down)
    #expect(availability.excludedSeconds == counts.excluded)
    #expect(availability.excludedDowntimeSeconds == counts.both)
  }
}
