import Mail
import Model
import Testing

@Suite struct ReminderAnswerTests {
  @Test(arguments: [
    "done 2026-11-20", "Done: 2026-11-20.", "DONE on 20 November 2026", "done 20.11.2026",
    "done November 20, 2026", "done 20-Nov-2026", "Completed 20/11/2026", "done 11/20/2026",
    "*done* 2026/11/20!", "please done 2026-11-20 thanks", "done 20th Nov 2026",
    "Hello Ann,\n\ndone 2026-11-20\n\nRegards",
  ])
  func `done with a day is read in all forms that can mean one day`(text: String) {
    #expect(ReminderAnswer(text) == CivilDay(year: 2_026, month: 11, day: 20).map { .done($0) })
  }

  @Test(arguments: ["done", "Done.", "done!", "Completed"])
  func `done alone has no day`(text: String) { #expect(ReminderAnswer(text) == .done(nil)) }

  @Test(arguments: ["decide renew", "Decide: RENEW.", "decision: renew", "please decide to renew"])
  func `a decision is read`(text: String) { #expect(ReminderAnswer(text) == .decide(.renew)) }

  @Test func `every decision has its word`() {
    #expect(ReminderAnswer("decide renegotiate") == .decide(.renegotiate))
    #expect(ReminderAnswer("decide end") == .decide(.end))
  }

  @Test func `a pause is read as days, months or a day`() {
    #expect(ReminderAnswer("snooze 2 weeks") == .snooze(.days(14)))
    #expect(ReminderAnswer("Snooze for two weeks, please") == .snooze(.days(14)))
    #expect(ReminderAnswer("snooze 1 day") == .snooze(.days(1)))
    #expect(ReminderAnswer("snooze a month") == .snooze(.months(1)))
    #expect(
      ReminderAnswer("snooze until 2026-12-01")
        == CivilDay(year: 2_026, month: 12, day: 1).map { .snooze(.until($0)) }
    )
  }

  @Test(arguments: [
    "not me: name@example.org", "Not me, name@example.org", "NOT ME <name@example.org>.",
    "not me but mailto:name@example.org",
  ])
  func `a person hands over to an address`(text: String) {
    #expect(ReminderAnswer(text) == .handOver("name@example.org"))
  }

  @Test(arguments: [
    "", "done deal", "done 05/06/2026", "done 2026-02-30", "done 20 November", "done yesterday",
    "decide", "decide maybe", "decide renew or end", "snooze", "snooze 0 days", "snooze 53 weeks",
    "snooze 13 months", "snooze soon", "not me", "not me: nobody", "not me: a@b@example.org",
    "not me: a@example", "We are done with this supplier", "undone", "decide renew\ndecide end",
    "one\ntwo\nthree\ndone 2026-11-20",
    "done and dusted is what I would say of this matter today",
  ])
  func `what is not clear is left to a person`(text: String) {
    #expect(ReminderAnswer(text) == nil)
  }

  @Test func `the same answer twice is one answer`() {
    #expect(ReminderAnswer("decide end\nDecision: end") == .decide(.end))
  }
}
