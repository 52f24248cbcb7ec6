import Model

/// What a reminder says, in plain words.
struct ReminderText {
  private let thing: DueThing
  private let context: ReminderContext

  init(_ thing: DueThing, _ context: ReminderContext) {
    self.thing = thing
    self.context = context
  }

  /// What is due, what is to be done by when, and what happens otherwise.
  func message(on day: CivilDay, gap: RecipientGap?) -> String {
    let head = thing.standing.isEmpty ? thing.what : "\(thing.what): \(thing.standing)"
    let sentences = [
      "\(head).", "\(thing.request).", "\(thing.dueWords) \(time(on: day)).",
      "Otherwise \(thing.otherwise).", gap?.sentence,
    ]
    return sentences.compactMap { $0 }.joined(separator: " ")
  }

  /// `2026-02-20, in 30 days`, `2026-02-20, today`, `2026-02-20, 3 days ago`.
  private func time(on day: CivilDay) -> String {
    let due = context.words(thing.key.due)
    let days = day.days(to: thing.key.due.day(in: context.zone))
    if days == 0 { return "\(due), today" }
    return days > 0 ? "\(due), in \(Count.days(days))" : "\(due), \(Count.days(-days)) ago"
  }
}
