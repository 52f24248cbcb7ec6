import Model
import TestSupport
import Testing

@Suite struct DisputeStandingTests {
  private func event(_ state: DisputeState?, _ iso: String, level: Int? = nil) throws
    -> DisputeEvent
  {
    DisputeEvent(state, level: level, on: try Sample.day(iso))
  }

  private func history(_ events: [DisputeEvent]) throws -> DisputeHistory {
    try DisputeHistory(openedOn: Sample.day("2026-06-01"), events: events)
  }

  /// Raised on Monday 1 June, at level 1 since Wednesday 3 June, something done on 10 June, at
  /// level 2 since 17 June.
  private func sample() throws -> DisputeHistory {
    try history([
      event(.negotiating, "2026-06-17", level: 2), event(.acknowledged, "2026-06-02"),
      event(.negotiating, "2026-06-03"), event(nil, "2026-06-10"),
      event(.negotiating, "2026-06-11"),
    ])
  }

  private func standing(_ history: DisputeHistory, _ iso: String) throws -> DisputeStanding? {
    try history.standing(on: Sample.day(iso), calendar: Sample.office())
  }

  @Test func `the levels last ten, ten and twenty business days`() throws {
    let levels = try DisputeLadder().levels(
      from: Sample.day("2026-06-03"),
      calendar: Sample.office()
    )
    #expect(
      levels?.map { "\($0.number) \($0.startsOn) \($0.endsOn)" } == [
        "1 2026-06-03 2026-06-17", "2 2026-06-17 2026-07-01", "3 2026-07-01 2026-07-29",
      ]
    )
  }

  @Test(
    arguments: [
      ("2026-06-01", "raised", nil, 0, 0, 0), ("2026-06-02", "acknowledged", nil, 0, 1, 0),
      ("2026-06-09", "negotiating at level 1", "2026-06-17", 4, 8, 6),
      ("2026-06-10", "negotiating at level 1", "2026-06-17", 0, 9, 7),
      ("2026-06-17", "negotiating at level 2", "2026-07-01", 0, 16, 0),
      ("2026-07-15", "negotiating at level 2", "2026-07-01", 20, 44, 28),
    ] as [(String, String, String?, Int, Int, Int)]
  )
  func `a dispute stands where its steps put it`(
    day: String,
    words: String,
    levelEnd: String?,
    idle: Int,
    open: Int,
    stage: Int
  ) throws {
    let standing = try #require(try standing(sample(), day))
    #expect(standing.stage.words == words)
    #expect(standing.levelEndsOn?.description == levelEnd)
    #expect(standing.idleBusinessDays == idle)
    #expect(standing.openDays == open)
    #expect(standing.stageDays == stage)
  }

  @Test func `a level is past on the day after its last one`() throws {
    #expect(try standing(sample(), "2026-07-01")?.isPastLevel == false)
    let past = try standing(sample(), "2026-07-02")
    #expect(past?.isPastLevel == true)
    #expect(past?.levelState == .overdue(days: 1))
    #expect(try standing(sample(), "2026-05-31") == nil)
  }

  @Test func `a closed dispute counts no further`() throws {
    let closed = try history([
      event(.settled, "2026-06-10"), event(.closed, "2026-06-30"),
    ])
    let standing = try standing(closed, "2026-12-01")
    #expect(standing?.stage.state == .closed)
    #expect(standing?.openDays == 29)
    #expect(standing?.idleBusinessDays == 0)
    #expect(standing?.stageDays == 0)
    #expect(standing?.levelEndsOn == nil)
  }

  @Test func `the same stage again is a step and no new stage`() throws {
    let history = try sample()
    #expect(history.entries.map(\.stage.level) == [nil, nil, 1, 2])
    #expect(history.days.count == 6)
  }

  @Test func `a step that is not allowed is refused with its day`() throws {
    let skipped = #expect(throws: DisputeFault.self) {
      try history([
        event(.acknowledged, "2026-06-02"), event(.negotiating, "2026-06-03", level: 2),
      ])
    }
    #expect(
      skipped?.sentence
        == "2026-06-03: A dispute that is acknowledged cannot become negotiating at level 2; it can become negotiating at level 1, settled or withdrawn."
    )
    let lowered = #expect(throws: DisputeFault.self) {
      try history(
        sample().entries.dropFirst().map {
          DisputeEvent($0.stage.state, level: $0.stage.level, on: $0.day)
        } + [event(.negotiating, "2026-06-20", level: 1)]
      )
    }
    #expect(
      lowered?.sentence
        == "2026-06-20: A dispute that is negotiating at level 2 cannot become negotiating at level 1; it can become negotiating at level 3, settled or withdrawn."
    )
    let early = #expect(throws: DisputeFault.self) { try history([event(nil, "2026-05-31")]) }
    #expect(early?.sentence == "2026-05-31 lies before the day on which the dispute was raised.")
  }

  @Test func `another ladder has other levels`() throws {
    let ladder = DisputeLadder(times: [try Sample.period("14d")])
    let history = try DisputeHistory(
      openedOn: Sample.day("2026-06-01"),
      events: [
        event(.acknowledged, "2026-06-01"), event(.negotiating, "2026-06-01"),
        event(.mediation, "2026-06-16"),
      ],
      highestLevel: ladder.highestLevel
    )
    func end(_ iso: String) throws -> CivilDay? {
      try history.standing(on: Sample.day(iso), ladder: ladder, calendar: Sample.office())?
        .levelEndsOn
    }
    #expect(try end("2026-06-10")?.description == "2026-06-15")
    #expect(try end("2026-06-16") == nil)
    let hours = DisputeLadder(times: [try Sample.period("8bh")])
    #expect(try hours.levels(from: Sample.day("2026-06-01"), calendar: Sample.office()) == nil)
  }

  @Test(arguments: 0..<100)
  func `any walk along the table is a history`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var stage = DisputeStage(.raised)
    var events: [DisputeEvent] = []
    var day = try Sample.day("2026-06-01")
    while let next = stage.next(highestLevel: 3).randomElement(using: &random) {
      day = day.adding(days: Int.random(in: 0...20, using: &random))
      stage = next
      events.append(DisputeEvent(stage.state, level: stage.level, on: day))
    }
    let history = try history(events)
    #expect(stage.state == .closed)
    #expect(history.entries.map(\.stage).last == stage)
    #expect(history.entries.count == events.count + 1)
    #expect(events.count <= 8)
  }
}
