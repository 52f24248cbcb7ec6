import Model
import Testing

@Suite struct EscalationLadderTests {
  private func ladder(_ events: [ComplaintEvent] = [], at iso: String = "2026-07-06") throws
    -> EscalationLadder
  {
    let targets = ComplaintTargets(respond: try Sample.period("80bh"))
    let now = try Sample.berlin(iso, 9)
    return try ComplaintSample.clocks(events, targets, at: now).escalation()
  }

  private func event(_ what: ComplaintEvent.What, _ day: Int, _ hour: Int) throws -> ComplaintEvent
  {
    try ComplaintSample.event(what, day, hour)
  }

  @Test func `TC-24 without any reaction it climbs to the top`() throws {
    let steps = try ladder().steps
    #expect(steps.map(\.level) == [1, 2, 3, 4])
    #expect(steps.map(\.reason) == [.respondWarning, .respondBreached, .timeOver, .timeOver])
    #expect(
      try steps.map(\.at) == [
        Sample.berlin("2026-06-10", 17), Sample.berlin("2026-06-12", 17),
        Sample.berlin("2026-06-19", 17), Sample.berlin("2026-07-03", 17),
      ]
    )
    #expect(try ladder().next == nil)
  }

  @Test(arguments: [
    ("2026-06-01", 0, 1, "2026-06-10"), ("2026-06-11", 1, 2, "2026-06-12"),
    ("2026-06-15", 2, 3, "2026-06-19"), ("2026-06-22", 3, 4, "2026-07-03"),
  ])
  func `TC-24 the next step is known`(day: String, level: Int, next: Int, at: String) throws {
    let ladder = try ladder(at: day)
    #expect(ladder.level == level)
    #expect(ladder.next?.level == next)
    #expect(try ladder.next?.at == Sample.berlin(at, 17))
  }

  @Test func `a decision in the last second stops the climb`() throws {
    let inTime = try ladder([event(.entered(.responded), 12, 17)])
    #expect(inTime.steps.map(\.level) == [1])
    #expect(inTime.next == nil)
    let early = try ladder([event(.entered(.responded), 10, 17)])
    #expect(early.steps.isEmpty)
    let late = try ladder([ComplaintSample.event(.entered(.responded), 12, 17, 1)])
    #expect(late.steps.map(\.level) == [1, 2])
  }

  @Test func `a rejected decision goes up one, and to the second level at least`() throws {
    let events = [
      try event(.entered(.responded), 3, 9), try event(.entered(.investigating), 4, 9),
      try event(.entered(.responded), 5, 9), try event(.entered(.investigating), 8, 9),
    ]
    let ladder = try ladder(events, at: "2026-06-09")
    #expect(ladder.steps.map(\.level) == [2, 3])
    #expect(ladder.steps.map(\.reason) == [.decisionRejected, .decisionRejected])
    #expect(try ladder.next?.at == Sample.berlin("2026-06-22", 17))
  }

  @Test func `a complainant who asks and a risk lift it`() throws {
    let events = [
      try event(.escalationAsked, 2, 9), try event(.escalationAsked, 3, 9),
      try event(.riskFound, 3, 10), try event(.escalationAsked, 4, 9),
    ]
    let ladder = try ladder(events, at: "2026-06-05")
    #expect(ladder.steps.map(\.level) == [2, 3])
    #expect(ladder.steps.map(\.reason) == [.complainantAsked, .riskFound])
    #expect(try ladder.steps.last?.at == Sample.berlin("2026-06-03", 10))
    #expect(try ladder.next?.at == Sample.berlin("2026-06-17", 17))
  }

  @Test func `a person lifts it and never lowers it`() throws {
    let events = [
      try event(.escalated(level: 3), 2, 9), try event(.escalated(level: 1), 3, 9),
      try event(.escalated(level: 9), 4, 9),
    ]
    let ladder = try ladder(events, at: "2026-06-05")
    #expect(ladder.steps.map(\.level) == [3, 4])
    #expect(ladder.steps.map(\.reason) == [.byHand, .byHand])
  }

  @Test func `the time at a level starts anew when a decision no longer stands`() throws {
    let events = [
      try event(.escalated(level: 2), 2, 9), try event(.entered(.responded), 3, 9),
      try event(.entered(.awaitingConsent), 3, 10), try event(.entered(.reopened), 15, 9),
    ]
    let ladder = try ladder(events, at: "2026-06-16")
    #expect(ladder.level == 2)
    #expect(try ladder.next?.at == Sample.berlin("2026-06-22", 17))
  }

  @Test func `a closed complaint does not climb`() throws {
    let ladder = try ladder([event(.closed(.withdrawn), 2, 9)])
    #expect(ladder.level == 0)
    #expect(ladder.next == nil)
  }

  @Test func `without a target for the decision nothing goes up by itself`() throws {
    let now = try Sample.berlin("2026-12-01", 9)
    let ladder = try ComplaintSample.clocks([], ComplaintTargets(), at: now).escalation()
    #expect(ladder.steps.isEmpty)
    #expect(ladder.next == nil)
  }
}
