import Model
import Testing

@Suite struct TimeChainTests {
  private func days(_ first: String, _ last: String) throws -> Term {
    Term(startsOn: try Sample.day(first), endsOn: try Sample.day(last))
  }

  @Test func `steps that fit the limit on one clock are aligned`() {
    #expect(StepChain(limit: 1_800, steps: [600, 300, 900]).verdict == .aligned)
  }

  @Test func `steps that exceed the limit are a gap of the rest`() {
    let chain = StepChain(limit: 1_800, steps: [600, 600, 900])
    #expect(chain.total == 2_100)
    #expect(chain.verdict == .gap(.elapsed(300)))
    #expect(AlignmentValue.elapsed(300).text == "5 min")
  }

  @Test func `business hours of one calendar are one clock`() throws {
    let office = try Sample.office()
    func limit(_ text: String) throws -> ClockedLimit {
      ClockedLimit(try Sample.period(text), office)
    }
    let chain = TimeChain(promise: try limit("8bh"), steps: [try limit("4bh"), try limit("6bh")])
    #expect(chain.onOneClock == StepChain(limit: 28_800, steps: [14_400, 21_600]))
    let days = TimeChain(promise: try limit("1bd"), steps: [try limit("4bh")])
    #expect(days.onOneClock == nil)
  }

  @Test func `a promise around the clock is broken by office hours`() throws {
    let always = ClockedLimit(try Sample.period("4bh"), try Sample.daily(["00:00-24:00"]))
    let office = ClockedLimit(try Sample.period("4bh"), try Sample.office())
    let chain = TimeChain(promise: always, steps: [office])
    let worst = try chain.worst(in: try days("2026-06-08", "2026-06-14"))
    // From just after Friday 13:00 until 17:00 the answer comes on Monday.
    #expect(worst?.start == (try Sample.berlin("2026-06-12", 13)).adding(seconds: 1))
    #expect(worst?.late == 230_400)
  }

  @Test func `the other way round the promise is kept`() throws {
    let always = ClockedLimit(try Sample.period("4bh"), try Sample.daily(["00:00-24:00"]))
    let office = ClockedLimit(try Sample.period("4bh"), try Sample.office())
    let worst = try TimeChain(promise: office, steps: [always])
      .worst(in: try days("2026-06-08", "2026-06-14"))
    #expect(worst?.late == 0)
  }

  @Test func `a later step begins when the one before is due`() throws {
    let office = try Sample.office()
    let always = try Sample.daily(["00:00-24:00"])
    let promise = ClockedLimit(try Sample.period("1bd"), office)
    let steps = [
      ClockedLimit(try Sample.period("4bh"), always),
      ClockedLimit(try Sample.period("4bh"), office),
    ]
    let worst = try TimeChain(promise: promise, steps: steps)
      .worst(in: try days("2026-06-08", "2026-06-11"))
    // Called 16:59:59, handed on 20:59:59, done on the next day at 13:00; due there at 17:00.
    #expect(worst?.late == -14_400)
    #expect(worst?.carried == (try Sample.berlin("2026-06-09", 13)))
  }

  @Test(arguments: [("1bd", "12bh"), ("1d", "6bh"), ("2bd", "1bd"), ("6bh", "1bd"), ("5bh", "5bh")])
  func `no start of a week is worse than the one found`(_ promised: String, _ given: String) throws
  {
    let promise = ClockedLimit(try Sample.period(promised), try Sample.daily(["08:00-18:30"]))
    let step = ClockedLimit(
      try Sample.period(given),
      try Sample.daily(["09:00-12:00", "12:45-17:00"])
    )
    let week = try days("2026-06-08", "2026-06-14")
    let found = try #require(try TimeChain(promise: promise, steps: [step]).worst(in: week))
    let zone = promise.calendar.zone
    for day in week.startsOn.number...week.endsOn.number {
      for minute in stride(from: 480, to: 1_110, by: 7) {
        let start = zone.instant(day: CivilDay(number: day), minute: minute, .first)
        let late = try promise.calendar.due(from: start, target: promise.limit)
          .seconds(to: step.calendar.due(from: start, target: step.limit))
        #expect(late <= found.late)
      }
    }
  }
}
