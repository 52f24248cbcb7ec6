import Model
import Policies

/// A meeting with a customer that was held, and what is missing in its records.
struct Meeting {
  let review: Review
  /// The day on which it was held.
  let heldOn: CivilDay
  /// The day by which minutes are due; nil if no calendar knows the business days.
  let due: CivilDay?
  /// When the minutes were issued; nil if they were not by the day judged.
  let issuedOn: CivilDay?
  private let part: CustomerPart
  private let context: RuleContext

  init(_ review: Review, _ part: CustomerPart, _ context: RuleContext) {
    self.review = review
    self.part = part
    self.context = context
    heldOn = review.heldOn ?? context.asOf
    due = context.day(heldOn, plus: context.policy.reviews.minutesMost, part.calendar)
    issuedOn = review.minutesIssuedOn.flatMap { $0 <= context.asOf ? $0 : nil }
  }

  /// Whether it was held within the interval of service reviews; late minutes of an older meeting
  /// need no action any more.
  var isRecent: Bool {
    heldOn.adding(context.policy.reviews.service).map { context.asOf <= $0 } ?? true
  }

  /// How late the minutes are or were, or nil.
  func lateness(_ due: CivilDay) -> String? {
    let end = issuedOn ?? context.asOf
    guard end > due else { return nil }
    let limit = context.policy.reviews.minutesMost
    let time = context.time(past: due, on: end, in: limit, part.calendar)
    return issuedOn.map { "minutes issued \($0), \(time) late" }
      ?? "no minutes, due \(due), \(time) late"
  }

  /// Which people and which facts of actions are missing, in words.
  var faults: [String] {
    let people = part.records[Attendance.self].filter { $0.review == review.id }
    var faults: [String] = []
    if !people.contains(where: { $0.side == .ours }) { faults.append("nobody of ours named") }
    if !people.contains(where: { $0.side == .theirs }) { faults.append("nobody of theirs named") }
    let actions = part.records[Action.self].filter { action in
      action.review == review.id && action.doneOn == nil
        && (action.owner == nil || action.dueOn == nil)
    }
    if !actions.isEmpty {
      faults.append("\(Count.of(actions.count, "action")) without owner or day")
    }
    return faults
  }
}
