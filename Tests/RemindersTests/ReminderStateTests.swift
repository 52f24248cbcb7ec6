import Model
import Policies
import Testing

@testable import Reminders

@Suite struct ReminderStateTests {
  private func entry(_ state: ReminderState) throws -> ReminderEntry {
    let day = try ReminderSamples.day("2026-02-20")
    let thing = DueKey(.survey, ReminderSubject(.party, "P-1"), due: .day(day))
    return ReminderEntry(
      ReminderKey(thing, .offset(0)),
      sendOn: day,
      state,
      at: Instant(seconds: 0)
    )
  }

  @Test(arguments: [ReminderState.planned, .queued, .superseded, .cancelled, .decided])
  func `only what was sent can be answered`(state: ReminderState) throws {
    var entry = try entry(state)
    #expect(throws: TransitionRefusal.self) {
      try entry.acknowledge(by: "Ada", at: Instant(seconds: 1))
    }
    #expect(throws: TransitionRefusal.self) {
      try entry.handOver(to: 2, by: "Ada", at: Instant(seconds: 1))
    }
    #expect(entry == (try self.entry(state)))
  }

  @Test func `a refusal says what is possible`() throws {
    var entry = try entry(.superseded)
    let refusal = #expect(throws: TransitionRefusal.self) {
      try entry.acknowledge(by: "Ada", at: Instant(seconds: 1))
    }
    #expect(
      refusal?.sentence
        == "A reminder that is superseded cannot become acknowledged; it stays as it is."
    )
    var planned = try self.entry(.planned)
    let other = #expect(throws: TransitionRefusal.self) {
      try planned.bounce(at: Instant(seconds: 1))
    }
    #expect(
      other?.sentence
        == """
        A reminder that is planned cannot become not delivered; it can become queued, superseded, \
        cancelled or decided.
        """
    )
  }

  @Test func `an answer keeps who gave it and when`() throws {
    var entry = try entry(.sent)
    try entry.snooze(
      until: try ReminderSamples.day("2026-03-01"),
      by: "Ada",
      at: Instant(seconds: 5)
    )
    #expect(entry.state == .snoozed)
    #expect(entry.by == "Ada")
    #expect(entry.at == Instant(seconds: 5))
    #expect(entry.until?.description == "2026-03-01")
    try entry.acknowledge(by: "Bea", at: Instant(seconds: 6))
    #expect(entry.until == nil)
    #expect(entry.by == "Bea")
  }

  @Test func `every state says what counts as announced`() {
    #expect(ReminderState.allCases.filter { !$0.isHandled } == [.planned, .cancelled])
  }
}
