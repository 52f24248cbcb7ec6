import Model
import Policies
import Reminders
import Testing

@Suite struct ReminderKeyTests {
  private let day = CivilDay(year: 2026, month: 2, day: 20)

  @Test func `a key is written and read`() throws {
    let due = DueKey(
      .noticeDecision,
      ReminderSubject(.agreement, "C-1"),
      due: .day(try #require(day))
    )
    let key = ReminderKey(due, .offset(-30))
    #expect(key.description == "noticeDecision/agreement/C-1//2026-02-20/-30d")
    #expect(ReminderKey(key.description) == key)
    #expect(DueKey(due.description) == due)
  }

  @Test(arguments: ["A/1", "50%", "%2F", "Übung 3", "a//b/", ""])
  func `any reference survives`(reference: String) throws {
    let due = DueKey(
      .complaintClock,
      ReminderSubject(.complaint, reference),
      part: "respond/\(reference)",
      due: .instant(Instant(seconds: 1_781_276_400))
    )
    let key = ReminderKey(due, .breach)
    #expect(ReminderKey(key.description) == key)
  }

  @Test(arguments: [
    "", "x", "noticeDecision/agreement/C-1//2026-02-20",
    "noticeDecision/agreement/C-1//2026-02-30/0d",
    "noticeDecision/agreement/C-1//2026-02-20/30", "noticeDecision/agreement/C-1//2026-02-20/+0d",
    "noticeDecision/agreement/C-1//2026-02-20/d", "unknown/agreement/C-1//2026-02-20/0d",
    "noticeDecision/agreement/C/1//2026-02-20/0d", "noticeDecision/agreement/C-1//2026-02-20/7d",
  ])
  func `other texts are no keys`(text: String) { #expect(ReminderKey(text) == nil) }

  @Test(arguments: [
    (ReminderStep.offset(-90), "-90d"), (.offset(0), "0d"), (.offset(7), "+7d"),
    (.warning, "warning"), (.breach, "breach"), (.level(3), "level3"),
  ])
  func `a step has a word`(step: ReminderStep, text: String) {
    #expect(step.description == text)
    #expect(ReminderStep(text) == step)
  }
}
