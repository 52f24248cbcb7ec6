import Model
import TestSupport
import Testing

@Suite struct ComplaintClocksTests {
  private func clocks(
    _ events: [ComplaintEvent] = [],
    _ targets: ComplaintTargets = .usual(for: .major),
    at iso: String,
    _ hour: Int,
    _ minute: Int = 0,
    pauseCap: Int = 20
  ) throws -> ComplaintClocks {
    let now = try Sample.berlin(iso, hour, minute)
    return try ComplaintSample.clocks(events, targets, at: now, pauseCap: pauseCap)
  }

  private func event(_ what: ComplaintEvent.What, _ day: Int, _ hour: Int) throws -> ComplaintEvent
  {
    try ComplaintSample.event(what, day, hour)
  }

  private func respond(_ text: String) throws -> ComplaintTargets {
    ComplaintTargets(respond: try Sample.period(text))
  }

  @Test(arguments: [
    (Complaint.Severity.critical, "0d 2bh 4bh 3bd 5bd 1bd 10bd"),
    (.major, "0d 1bd 2bd 10bd 20bd 5bd 10bd"), (.minor, "0d 2bd 5bd 15bd 30bd 10bd 10bd"),
  ])
  func `the usual targets`(severity: Complaint.Severity, targets: String) {
    let usual = ComplaintTargets.usual(for: severity)
    let texts = ComplaintClock.allCases.map { usual[$0]?.description ?? "-" }
    #expect(texts.joined(separator: " ") == targets)
  }

  @Test func `TC-09 an acknowledgement over Easter is met to the second`() throws {
    let received = try Sample.berlin("2026-04-02", 16, 30)
    func state(acknowledgedAt: Instant) throws -> ClockStanding? {
      let history = try ComplaintHistory(
        receivedAt: received,
        events: [
          ComplaintEvent(.entered(.triaged), at: received),
          ComplaintEvent(.entered(.acknowledged), at: acknowledgedAt),
        ]
      )
      return try ComplaintClocks(
        of: history,
        targets: ComplaintTargets(acknowledge: Sample.period("8bh")),
        at: Sample.berlin("2026-04-08", 9),
        calendar: Sample.office()
      ).standings(.acknowledge).first
    }
    let due = try Sample.berlin("2026-04-07", 16, 30)
    #expect(try state(acknowledgedAt: due)?.dueAt == due)
    #expect(try state(acknowledgedAt: due)?.state == .met)
    let late = try state(acknowledgedAt: due.adding(seconds: 60))
    #expect(late?.state == .missed)
    #expect(late?.lateSeconds == 60)
    #expect(late?.lateOpenSeconds == 60)
  }

  @Test func `TC-13 a pause moves the limit of the decision`() throws {
    let events = [
      try event(.entered(.waitingComplainant), 3, 12), try event(.entered(.investigating), 9, 12),
    ]
    let clocks = try clocks(events, respond("80bh"), at: "2026-06-09", 12)
    let standing = try #require(try clocks.standings(.respond).first)
    #expect(try standing.dueAt == Sample.berlin("2026-06-18", 17))
    #expect(standing.state == .running)
    #expect(try clocks.pauseShare()?.share == Fraction(numerator: 32, denominator: 51))
  }

  @Test(arguments: [
    (10, 16, ClockStanding.State.running), (10, 17, .warning), (12, 17, .warning),
    (15, 9, .breached),
  ])
  func `TC-24 the decision gives warning and is breached`(
    day: Int,
    hour: Int,
    state: ClockStanding.State
  ) throws {
    let clocks = try clocks([], respond("80bh"), at: "2026-06-\(day)", hour)
    let standing = try #require(try clocks.standings(.respond).first)
    #expect(standing.state == state)
    #expect(try standing.warnsAt == Sample.berlin("2026-06-10", 17))
    #expect(try standing.dueAt == Sample.berlin("2026-06-12", 17))
    #expect(standing.stoppedAt == nil)
    #expect(standing.lateSeconds == (state == .breached ? 64 * 3_600 : 0))
    #expect(standing.lateOpenSeconds == 0)
  }

  @Test func `the receipt, the acknowledgement and the assessment`() throws {
    let clocks = try clocks([event(.receiptSent, 2, 9)], at: "2026-06-02", 10)
    let receipt = try #require(try clocks.standings(.receipt).first)
    #expect(receipt.state == .missed)
    #expect(receipt.lateSeconds == 9 * 3_600)
    #expect(receipt.lateOpenSeconds == 0)
    #expect(try clocks.standings(.acknowledge).map(\.state) == [.met])
    #expect(try clocks.standings(.assess).map(\.state) == [.met])
    #expect(try clocks.standings(.assess).first?.dueAt == Sample.berlin("2026-06-03", 17))
  }

  @Test func `what is not agreed has no clock`() throws {
    let clocks = try clocks([], respond("5bd"), at: "2026-06-02", 10)
    #expect(try clocks.standings(.resolve).isEmpty)
    #expect(try clocks.standings(.respond).count == 1)
  }

  @Test func `every message starts the time to the next one`() throws {
    let events = [
      try event(.receiptSent, 1, 11), try event(.updateSent, 9, 9),
      try event(.entered(.responded), 12, 17), try event(.entered(.awaitingConsent), 15, 9),
      try event(.closed(.agreed), 16, 9), try event(.entered(.reopened), 22, 9),
    ]
    let runs = try clocks(events, at: "2026-06-29", 9).standings(.update)
    #expect(runs.map(\.state) == [.met, .missed, .met, .met, .ended, .warning])
    #expect(try runs[1].dueAt == Sample.berlin("2026-06-08", 17))
    #expect(try runs[5].startedAt == Sample.berlin("2026-06-22", 9))
    #expect(try runs[5].dueAt == Sample.berlin("2026-06-29", 17))
  }

  @Test func `the request to close stops the resolution and starts the consent`() throws {
    let events = [
      try event(.entered(.responded), 5, 9), try event(.entered(.remedying), 5, 10),
      try event(.entered(.awaitingConsent), 8, 9), try event(.entered(.reopened), 10, 9),
      try event(.entered(.investigating), 10, 10), try event(.entered(.responded), 11, 9),
      try event(.entered(.awaitingConsent), 12, 9),
    ]
    let clocks = try clocks(events, at: "2026-07-20", 9)
    #expect(try clocks.standings(.resolve).map(\.stoppedAt) == [Sample.berlin("2026-06-08", 9)])
    let consent = try clocks.standings(.consent)
    #expect(consent.map(\.state) == [.met, .breached])
    #expect(
      try consent.map(\.dueAt) == [
        Sample.berlin("2026-06-22", 17), Sample.berlin("2026-06-26", 17),
      ]
    )
  }

  @Test func `clocks of a complaint that is none fall away`() throws {
    let received = try ComplaintSample.received()
    let history = try ComplaintHistory(
      receivedAt: received,
      events: [try event(.entered(.notAComplaint), 3, 9)]
    )
    let clocks = try ComplaintClocks(
      of: history,
      targets: .usual(for: .major),
      at: Sample.berlin("2026-07-01", 9),
      calendar: Sample.office()
    )
    #expect(try clocks.standings(.respond).map(\.state) == [.ended])
    #expect(try clocks.standings(.acknowledge).map(\.state) == [.missed])
    #expect(try clocks.standings(.update).map(\.state) == [.ended])
    #expect(try clocks.standings(.consent).isEmpty)
  }

  @Test func `what happens later is not seen`() throws {
    let events = [try event(.entered(.responded), 30, 9)]
    let clocks = try clocks(events, at: "2026-06-20", 9)
    #expect(try clocks.standings(.respond).map(\.state) == [.breached])
    #expect(clocks.history.state == .investigating)
  }

  @Test func `pauses hold no more closes than the cap`() throws {
    let events = [
      try event(.entered(.waitingComplainant), 2, 12), try event(.entered(.investigating), 4, 12),
      try event(.entered(.waitingComplainant), 8, 12), try event(.entered(.investigating), 11, 12),
      try event(.entered(.waitingComplainant), 15, 12),
    ]
    func pauses(_ cap: Int) throws -> [Int] {
      let clocks = try clocks(events, respond("5bd"), at: "2026-06-17", 12, pauseCap: cap)
      let open = try clocks.pauses.map {
        try clocks.calendar.openSeconds(from: $0.from, to: $0.until)
      }
      return open.map { Int($0 / 3_600) }
    }
    #expect(try pauses(20) == [16, 24, 16])
    #expect(try pauses(6) == [16, 24, 5])
    #expect(try pauses(4) == [16, 13])
    #expect(try pauses(2) == [16, 0])
    #expect(try pauses(0) == [0])
    let due = try clocks(events, respond("5bd"), at: "2026-06-17", 12, pauseCap: 3)
      .standings(.respond).first?.dueAt
    #expect(try due == Sample.berlin("2026-06-11", 17))
  }

  @Test func `the pause share is exact and ends with the complaint`() throws {
    let events = [
      try event(.entered(.waitingComplainant), 2, 9), try event(.entered(.investigating), 3, 9),
      try event(.closed(.withdrawn), 3, 17),
    ]
    let share = try clocks(events, at: "2026-06-30", 9).pauseShare()
    #expect(share?.exactText == "33.333333… %")
    #expect(try clocks([], at: "2026-06-01", 9).pauseShare() == nil)
  }

  @Test func `a calendar that does not know a day says so`() throws {
    #expect(throws: CalendarGap(calendar: "DE-BE", year: 2_027, kind: .holidays)) {
      try ComplaintClocks(
        of: ComplaintSample.history(),
        targets: respond("300bd"),
        at: ComplaintSample.received(),
        calendar: Sample.office(years: 2_026...2_026)
      ).standings(.respond)
    }
  }

  @Test(arguments: 0..<60)
  func `the paused time and the time used make up the time elapsed`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var events: [ComplaintEvent] = []
    var at = try Sample.berlin("2026-06-01", 10)
    for index in 0..<6 {
      at = at.adding(seconds: Int64.random(in: 1...200_000, using: &random))
      let state: ComplaintState = index.isMultiple(of: 2) ? .waitingComplainant : .investigating
      events.append(ComplaintEvent(.entered(state), at: at))
    }
    let now = at.adding(seconds: Int64.random(in: 0...200_000, using: &random))
    let clocks = try ComplaintSample.clocks(events, respond("40bh"), at: now, pauseCap: 40)
    let calendar = clocks.calendar
    let received = clocks.history.receivedAt
    let used = try calendar.openSeconds(from: received, to: now, pauses: clocks.pauses)
    var paused: Int64 = 0
    for pause in clocks.pauses {
      paused += try calendar.openSeconds(from: pause.from, to: min(pause.until, now))
    }
    #expect(try used + paused == calendar.openSeconds(from: received, to: now))
    let standing = try #require(try clocks.standings(.respond).first)
    #expect((standing.state == .breached) == (now > standing.dueAt))
    #expect(standing.state != .breached || used >= 40 * 3_600)
    #expect((standing.state == .running) == (now < standing.warnsAt))
    #expect(used < 40 * 3_600 || now >= standing.dueAt)
  }
}
