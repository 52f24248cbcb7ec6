public import Model
import Policies

/// Finds what falls due, and makes reminders of it.
public final class ReminderPlanner: Sendable {
  /// The day, the policy and the organisation.
  public let context: ReminderContext
  /// The kinds that are looked for.
  public let kinds: [ReminderKind]

  /// Makes a planner of some kinds.
  public init(_ context: ReminderContext, kinds: [ReminderKind] = ReminderKind.all) {
    self.context = context
    self.kinds = kinds
  }

  /// What falls due with a party, in the order of the kinds; what is due so late that no step of it
  /// can fall into the days wanted is left out.
  public func due(in file: RelationshipFile) -> DueList {
    var list = DueList()
    for kind in kinds { kind.find(in: file, context, into: &list) }
    return list.near(context)
  }

  /// What falls due for the organisation.
  public func due(in organization: OrganizationFile) -> DueList {
    var list = DueList()
    for kind in kinds { kind.find(in: organization, context, into: &list) }
    return list.near(context)
  }

  /// The reminders of a thing from the day on through the last day wanted, as if none had been
  /// sent: the latest step that has passed, if any, then those to come, in order of day.
  ///
  /// Of steps that fall on one day only the latest one is here.
  public func preview(_ thing: DueThing) -> [PlannedReminder] {
    let steps = LadderSteps(thing, context)
    var chosen = steps.passed.suffix(1)
    for step in steps.upcoming {
      guard step.sendOn <= context.through else { break }
      if step.sendAt == nil, let last = chosen.last, last.sendAt == nil, last.sendOn == step.sendOn
      {
        chosen.removeLast()
      }
      chosen.append(step)
    }
    return chosen.map { reminder(thing, $0) }
  }

  /// The reminder of a step, to those whom it concerns on the day on which it is sent.
  func reminder(
    _ thing: DueThing,
    _ step: ScheduledStep,
    level: ReminderLevel? = nil,
    handedTo person: Int64? = nil
  ) -> PlannedReminder {
    let level = level ?? .of(step, thing, context)
    let day = max(step.sendOn, context.asOf)
    let list = RecipientList(
      thing.owner,
      level,
      handedTo: person,
      context.organization,
      on: day
    )
    return PlannedReminder(
      key: ReminderKey(thing.key, step.step),
      name: thing.name,
      offset: step.offset,
      sendOn: step.sendOn,
      sendAt: step.sendAt,
      recipients: list.recipients,
      escalation: level,
      decision: thing.decision,
      otherwise: "Otherwise \(thing.otherwise).",
      message: ReminderText(thing, context).message(on: day, gap: list.gap),
      handedTo: person,
      gap: list.gap
    )
  }
}
