import Model
import Policies
import Testing

@testable import Reminders

@Suite struct ReminderLedgerTests {
  private var ledger = LedgerRun()

  /// A contract review that is due on a day, seen on another one.
  private func things(due: String?) throws -> [DueThing] {
    guard let due else { return [] }
    var thing = DueThing(
      DueKey(.contractReview, ReminderSubject(.agreement, "C-1"), due: .day(try day(due))),
      name: "Hosting",
      what: "Contract review of C-1",
      decision: "hold the review",
      request: "Hold it",
      otherwise: "it is overdue",
      owner: OwnerSearch(.contractManager, in: ReminderSamples.file())
    )
    thing.calendar = ReminderSamples.calendar
    return [thing]
  }

  private func day(_ text: String) throws -> CivilDay { try ReminderSamples.day(text) }

  private func key(_ step: ReminderStep, due: String = "2026-02-20") throws -> ReminderKey {
    let thing = try #require(try things(due: due).first)
    return ReminderKey(thing.key, step)
  }

  /// Runs on each day of a span, days included.
  private mutating func run(_ first: String, _ last: String, due: String? = "2026-02-20") throws {
    var day = try day(first)
    let end = try self.day(last)
    while day <= end {
      try ledger.run(ReminderSamples.context(day), things(due: due))
      day = day.adding(days: 1)
    }
  }

  @Test mutating func `each step is sent once, on its day`() throws {
    try run("2025-11-01", "2026-03-13")
    #expect(
      ledger.lines == [
        "2025-11-21 -90d", "2025-12-22 -60d", "2026-01-21 -30d", "2026-02-06 -14d",
        "2026-02-13 -7d", "2026-02-19 -1d", "2026-02-20 0d", "2026-02-23 +1d", "2026-02-27 +7d",
        "2026-03-06 +14d", "2026-03-13 +21d",
      ]
    )
    #expect(ledger.state(.offset(28)) == .planned)
  }

  @Test mutating func `a second run of the day does nothing`() throws {
    try run("2026-01-21", "2026-01-21")
    let again = try ledger.run(ReminderSamples.context(on: "2026-01-21"), things(due: "2026-02-20"))
    #expect(again.isEmpty)
  }

  @Test mutating func `of steps of one day the latest is sent and the other superseded`() throws {
    try run("2026-05-23", "2026-06-01", due: "2026-05-31")
    #expect(ledger.lines == ["2026-05-23 -7d", "2026-05-29 0d", "2026-06-01 +1d"])
    #expect(ledger.state(.offset(-1)) == .superseded)
  }

  @Test mutating func `after downtime the newest missed step names those that were missed`() throws
  {
    try run("2025-11-20", "2025-11-22")
    let actions = try ledger.run(
      ReminderSamples.context(on: "2026-02-08"),
      things(due: "2026-02-20")
    )
    let missed = [try key(.offset(-60)), try key(.offset(-30))]
    #expect(
      actions.prefix(2) == [
        .supersede(missed[0], by: try key(.offset(-14)), sendOn: try day("2025-12-22")),
        .supersede(missed[1], by: try key(.offset(-14)), sendOn: try day("2026-01-21")),
      ]
    )
    guard case .send(let reminder, .step(let named))? = actions.dropFirst(2).first else {
      Issue.record("The newest missed step was not sent.")
      return
    }
    #expect(reminder.key.step == .offset(-14))
    #expect(named == missed)
    #expect(
      reminder.message
        == """
        Contract review of C-1. Hold it. Due 2026-02-20, in 12 days. Otherwise it is overdue. Not \
        sent in time: 2 reminders of 2025-12-22, 2026-01-21.
        """
    )
    #expect(ledger.lines == ["2025-11-21 -90d", "2026-02-08 -14d"])
  }

  @Test mutating func `a changed day cancels what was planned and starts anew`() throws {
    try run("2025-11-20", "2025-12-01")
    let actions = try ledger.run(
      ReminderSamples.context(on: "2025-12-02"),
      things(due: "2026-06-19")
    )
    #expect(ledger[try key(.offset(-60))]?.state == .cancelled)
    #expect(
      actions.contains(
        .cancel(
          try key(.offset(-60)),
          .moved(to: .day(try day("2026-06-19"))),
          sendOn: try day("2025-12-22")
        )
      )
    )
    try run("2025-12-03", "2026-03-20", due: "2026-06-19")
    #expect(ledger.lines == ["2025-11-21 -90d", "2026-03-20 -90d"])
  }

  @Test mutating func `a day that comes back is not announced twice`() throws {
    try run("2025-11-20", "2025-12-01")
    try run("2025-12-02", "2025-12-02", due: "2026-06-19")
    try run("2025-12-03", "2025-12-22")
    #expect(ledger.lines == ["2025-11-21 -90d", "2025-12-22 -60d"])
  }

  @Test mutating func `what is done is cancelled`() throws {
    try run("2025-11-20", "2025-12-01")
    let actions = try ledger.run(ReminderSamples.context(on: "2025-12-02"), [])
    #expect(
      actions == [.cancel(try key(.offset(-60)), .settled, sendOn: try day("2025-12-22"))]
    )
    #expect(ledger.state(.offset(-90)) == .sent)
  }

  // MARK: Answers

  @Test mutating func `taking note before the day does not stop the next step`() throws {
    try run("2026-01-21", "2026-01-21")
    try ledger.answer(try key(.offset(-30))) {
      try $0.acknowledge(by: "Ada", at: try ReminderSamples.instant("2026-01-22T08:00:00Z"))
    }
    try run("2026-01-22", "2026-02-06")
    #expect(ledger.lines == ["2026-01-21 -30d", "2026-02-06 -14d"])
    #expect(ledger.state(.offset(-30)) == .acknowledged)
  }

  @Test mutating func `it repeats after the day until somebody takes note`() throws {
    try run("2026-02-20", "2026-03-13")
    #expect(ledger.lines.last == "2026-03-13 +21d")
    try ledger.answer(try key(.offset(21))) {
      try $0.acknowledge(by: "Ada", at: try ReminderSamples.instant("2026-03-14T08:00:00Z"))
    }
    try run("2026-03-14", "2026-05-01")
    #expect(ledger.lines.last == "2026-03-13 +21d")
    #expect(ledger.state(.offset(28)) == .cancelled)
  }

  @Test mutating func `put off, it comes again on that day`() throws {
    try run("2026-02-27", "2026-02-27")
    try ledger.answer(try key(.offset(7))) {
      try $0.snooze(
        until: try ReminderSamples.day("2026-03-04"),
        by: "Ada",
        at: try ReminderSamples.instant("2026-02-28T08:00:00Z")
      )
    }
    try run("2026-02-28", "2026-03-06")
    #expect(ledger.lines == ["2026-02-27 +7d", "2026-03-04 +7d", "2026-03-06 +14d"])
    #expect(
      ledger.sent.dropFirst().first?.reminder.message.hasSuffix("It was put off until today.")
        == true
    )
  }

  @Test mutating func `put off, it holds back steps of its level, not higher ones`() throws {
    try run("2026-01-21", "2026-01-21")
    try ledger.answer(try key(.offset(-30))) {
      try $0.snooze(
        until: try ReminderSamples.day("2026-03-04"),
        by: "Ada",
        at: try ReminderSamples.instant("2026-01-22T08:00:00Z")
      )
    }
    try run("2026-01-22", "2026-02-26")
    // The steps up to the day are the owner's; the one after it goes to the deputy as well.
    #expect(ledger.lines == ["2026-01-21 -30d", "2026-02-23 +1d"])
  }

  @Test mutating func `handed over, it goes to the other person, now and later`() throws {
    try run("2026-01-21", "2026-01-21")
    try ledger.answer(try key(.offset(-30))) {
      try $0.handOver(
        to: 2,
        by: "Ada",
        at: try ReminderSamples.instant("2026-01-22T08:00:00Z")
      )
    }
    try run("2026-01-22", "2026-02-06")
    #expect(ledger.lines == ["2026-01-21 -30d", "2026-01-22 -30d", "2026-02-06 -14d"])
    #expect(ledger.sent.map(\.reminder.names) == [["Ada"], ["Bea"], ["Bea"]])
    #expect(
      ledger.sent.dropFirst().first?.reminder.message.hasSuffix("It was handed over.") == true
    )
  }

  @Test mutating func `an older one handed over brings the newest to the other person`() throws {
    try run("2026-01-21", "2026-02-06")
    try ledger.answer(try key(.offset(-30))) {
      try $0.handOver(
        to: 2,
        by: "Ada",
        at: try ReminderSamples.instant("2026-02-07T08:00:00Z")
      )
    }
    try run("2026-02-07", "2026-02-09")
    #expect(ledger.lines == ["2026-01-21 -30d", "2026-02-06 -14d", "2026-02-07 -14d"])
    #expect(ledger.sent.last?.reminder.names == ["Bea"])
    #expect(ledger.state(.offset(-30)) == .superseded)
  }

  @Test mutating func `decided, no more steps come`() throws {
    try run("2026-01-21", "2026-01-21")
    try ledger.answer(try key(.offset(-30))) {
      try $0.decide(by: "Ada", at: try ReminderSamples.instant("2026-01-22T08:00:00Z"))
    }
    try run("2026-01-22", "2026-06-01")
    #expect(ledger.lines == ["2026-01-21 -30d"])
    #expect(ledger.state(.offset(-14)) == .cancelled)
  }

  // MARK: Delivery

  @Test mutating func `one that came back goes to the next level at which somebody else is`() throws
  {
    try run("2026-01-21", "2026-01-21")
    for level in [ReminderLevel.deputy, .lead, .head, .top] {
      try ledger.answer(try key(.offset(-30))) {
        try $0.bounce(at: try ReminderSamples.instant("2026-01-22T08:00:00Z"))
      }
      let actions = try ledger.run(
        ReminderSamples.context(on: "2026-01-22"),
        things(due: "2026-02-20")
      )
      guard case .escalate(let reminder, .notDelivered)? = actions.first else {
        Issue.record("It was not sent to \(level).")
        return
      }
      #expect(reminder.escalation == level)
      #expect(reminder.message.hasSuffix("The last one could not be delivered."))
    }
    try ledger.answer(try key(.offset(-30))) {
      try $0.bounce(at: try ReminderSamples.instant("2026-01-22T08:00:00Z"))
    }
    #expect(
      try ledger.run(ReminderSamples.context(on: "2026-01-22"), things(due: "2026-02-20")).isEmpty
    )
    #expect(ledger.state(.offset(-30)) == .notDelivered)
  }

  @Test(arguments: LedgerRun.Kill.allCases)
  mutating func `a run that was killed is taken up by the next`(kill: LedgerRun.Kill) throws {
    try ledger.run(
      ReminderSamples.context(on: "2026-01-21"),
      things(due: "2026-02-20"),
      kill: kill
    )
    let actions = try ledger.run(
      ReminderSamples.context(on: "2026-01-22"),
      things(due: "2026-02-20")
    )
    try run("2026-01-23", "2026-02-05")
    #expect(ledger.state(.offset(-30)) == .sent)
    switch kill {
    case .beforeQueue: #expect(ledger.lines == ["2026-01-22 -30d"])
    case .beforeSending: #expect(ledger.lines == ["2026-01-22 -30d"])
    case .beforeRecording: #expect(ledger.lines == ["2026-01-21 -30d", "2026-01-22 -30d"])
    }
    guard kill != .beforeQueue else { return }
    guard case .repeat(let reminder, .unconfirmed)? = actions.first else {
      Issue.record("It was not sent again as one that may arrive twice.")
      return
    }
    #expect(reminder.message.hasSuffix("This may reach you a second time."))
    #expect(ledger[reminder.key]?.attempts == 2)
  }

  @Test mutating func `what another run is sending is left to it`() throws {
    let context = try ReminderSamples.context(on: "2026-01-21")
    try ledger.run(context, things(due: "2026-02-20"), kill: .beforeSending)
    var soon = context
    soon.now = context.now.adding(seconds: 899)
    #expect(
      try ledger.run(soon, things(due: "2026-02-20")).allSatisfy { $0.sent == nil }
    )
    soon.now = context.now.adding(seconds: 900)
    #expect(try ledger.run(soon, things(due: "2026-02-20")).contains { $0.sent != nil })
  }

  @Test mutating func `a kill before a later step is named with that step`() throws {
    try ledger.run(
      ReminderSamples.context(on: "2026-01-21"),
      things(due: "2026-02-20"),
      kill: .beforeSending
    )
    try run("2026-02-06", "2026-02-06")
    #expect(ledger.lines == ["2026-02-06 -14d"])
    #expect(ledger.state(.offset(-30)) == .superseded)
    #expect(
      ledger.sent[0].reminder.message.hasSuffix("Not sent in time: 1 reminder of 2026-01-21.")
    )
  }

  @Test mutating func `another ladder in the policy takes the place of the old one`() throws {
    try run("2026-01-21", "2026-01-22")
    let context = try ReminderSamples.context(on: "2026-01-23") {
      $0.policy.reminders[.contractReview] = [30, 20, 0]
    }
    let actions = try ledger.run(context, things(due: "2026-02-20"))
    #expect(
      actions.first
        == .cancel(try key(.offset(-14)), .replanned, sendOn: try day("2026-02-06"))
    )
    #expect(ledger.state(.offset(-20)) == .planned)
  }
}
