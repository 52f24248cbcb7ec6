import Model
import Policies

extension ReminderLevel {
  /// How high a step of a due thing goes if nobody has taken note.
  static func of(
    _ step: ScheduledStep,
    _ thing: DueThing,
    _ context: ReminderContext
  ) -> ReminderLevel {
    switch ReminderKind.of(thing.key.topic)?.escalation {
    case .renewal: ofRenewal(step, thing, context)
    case .complaint: ofComplaint(step, thing)
    case .afterDue, nil: afterDue(step.offset, context.policy.reminders)
    }
  }

  private static func afterDue(_ offset: Int, _ policy: Policy.Reminders) -> ReminderLevel {
    guard offset > 0 else { return .owner }
    let levels: [(ReminderLevel, Period)] = [
      (.head, policy.toHead), (.lead, policy.toLead), (.deputy, policy.toDeputy),
    ]
    return levels.first { offset >= ($0.1.days ?? 0) }?.0 ?? .owner
  }

  /// By the days left when it is sent; a step that moved to an earlier day goes as high as on its
  /// own day.
  private static func ofRenewal(
    _ step: ScheduledStep,
    _ thing: DueThing,
    _ context: ReminderContext
  ) -> ReminderLevel {
    let due = thing.key.due.day(in: context.zone)
    let left = min(-step.offset, max(step.sendOn, context.asOf).days(to: due))
    let policy = context.policy.notice
    if left <= policy.renewalProtect.days ?? 0 { return .head }
    return left <= policy.renewalDecide.days ?? 0 ? .lead : .owner
  }

  private static func ofComplaint(_ step: ScheduledStep, _ thing: DueThing) -> ReminderLevel {
    let isDecision = thing.key.part == ComplaintClock.respond.rawValue
    switch step.step {
    case .warning: return isDecision ? .lead : .owner
    case .breach: return isDecision ? .managers : .lead
    case .offset: return isDecision ? .managers : .lead
    case .level(let level): return level >= 4 ? .top : level == 3 ? .head : .managers
    }
  }
}
