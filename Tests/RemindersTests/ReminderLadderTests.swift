import Model
import Policies
import Testing

@testable import Reminders

@Suite struct ReminderLadderTests {
  /// A thing that is due on a day, of a kind that goes by the usual ladder.
  private func thing(
    _ due: String,
    _ topic: ReminderTopic = .contractReview,
    tier: Tier? = nil,
    calendar: BusinessCalendar? = ReminderSamples.calendar
  ) throws -> DueThing {
    var thing = DueThing(
      DueKey(topic, ReminderSubject(.agreement, "C-1"), due: .day(try ReminderSamples.day(due))),
      name: "Hosting",
      what: "Review of C-1",
      decision: "hold the review",
      request: "Hold it",
      otherwise: "it is overdue",
      owner: OwnerSearch(.contractManager)
    )
    thing.calendar = calendar
    thing.tier = tier
    return thing
  }

  private func lines(
    _ thing: DueThing,
    on day: String,
    through last: String,
    _ change: (inout ReminderContext) -> Void = { _ in }
  ) throws -> [String] {
    let context = try ReminderSamples.context(on: day, through: last, change)
    return ReminderPlanner(context).preview(thing).map(\.line)
  }

  @Test func `steps up to the due day move to the business day before, later ones after`() throws {
    let lines = try lines(try thing("2026-02-20"), on: "2025-11-01", through: "2026-03-20")
    #expect(
      lines == [
        "-90d 2025-11-21", "-60d 2025-12-22", "-30d 2026-01-21", "-14d 2026-02-06",
        "-7d 2026-02-13", "-1d 2026-02-19", "0d 2026-02-20", "+1d 2026-02-23", "+7d 2026-02-27",
        "+14d 2026-03-06", "+21d 2026-03-13", "+28d 2026-03-20",
      ]
    )
  }

  @Test func `of steps that fall on one day the latest is sent`() throws {
    // 2026-05-31 is a Sunday, so the steps of the day and the day before it fall on Friday.
    let lines = try lines(try thing("2026-05-31"), on: "2026-05-20", through: "2026-06-02")
    #expect(lines == ["-14d 2026-05-15", "-7d 2026-05-22", "0d 2026-05-29", "+1d 2026-06-01"])
  }

  @Test func `of steps that have passed only the latest one is there`() throws {
    let lines = try lines(try thing("2026-02-20"), on: "2026-02-10", through: "2026-02-13")
    #expect(lines == ["-14d 2026-02-06", "-7d 2026-02-13"])
  }

  @Test func `long after the due day the latest repeat is there and the next one follows`() throws {
    let lines = try lines(try thing("2020-02-20"), on: "2026-02-10", through: "2026-02-13")
    #expect(lines == ["+2177d 2026-02-05", "+2184d 2026-02-12"])
  }

  @Test func `where no calendar knows steps stay on their days`() throws {
    let lines = try lines(
      try thing("2026-05-31", calendar: nil),
      on: "2026-05-29",
      through: "2026-06-01"
    )
    #expect(lines == ["-7d 2026-05-24", "-1d 2026-05-30", "0d 2026-05-31", "+1d 2026-06-01"])
  }

  @Test func `the days of a kind outrank those of the tier, and those the usual ones`() throws {
    func first(_ topic: ReminderTopic, _ tier: Tier?) throws -> String? {
      try lines(try thing("2026-12-18", topic, tier: tier), on: "2026-01-02", through: "2026-12-18")
      { context in
        context.policy.reminders[.noticeDecision] = [30, 7]
        context.policy.reminders.byTier[.strategic] = [180, 90]
      }.first
    }
    #expect(try first(.contractReview, nil) == "-90d 2026-09-18")
    #expect(try first(.contractReview, .strategic) == "-180d 2026-06-19")
    #expect(try first(.noticeDecision, .strategic) == "-30d 2026-11-18")
  }

  @Test func `a message counts the days to and from the due day`() throws {
    func message(on day: String) throws -> String? {
      let context = try ReminderSamples.context(on: day)
      return ReminderPlanner(context).preview(try thing("2026-02-20")).first?.message
    }
    let end = "Otherwise it is overdue. Nobody answers for it, so this goes higher."
    #expect(
      try message(on: "2026-02-19")
        == "Review of C-1. Hold it. Due 2026-02-20, in 1 day. \(end)"
    )
    #expect(
      try message(on: "2026-02-20") == "Review of C-1. Hold it. Due 2026-02-20, today. \(end)"
    )
    #expect(
      try message(on: "2026-02-27")
        == "Review of C-1. Hold it. Due 2026-02-20, 7 days ago. \(end)"
    )
  }
}
