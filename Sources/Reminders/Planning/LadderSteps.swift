import Model
import Policies

/// The steps of one due thing.
struct LadderSteps {
  private let thing: DueThing
  private let zone: Zone
  private let asOf: CivilDay
  private let now: Instant
  private let due: CivilDay
  private let after: [Int]
  private let every: Int
  /// The steps that the ladder names, earliest first.
  private var fixed: [ScheduledStep] = []

  init(_ thing: DueThing, _ context: ReminderContext) {
    self.thing = thing
    zone = context.zone
    asOf = context.asOf
    now = context.now
    due = thing.key.due.day(in: context.zone)
    if case .level = thing.ladder {
      after = []
    } else {
      after = context.policy.reminders.after
    }
    every = max(1, context.policy.days(context.policy.reminders.thenEvery, from: context.asOf))
    let before = Self.before(thing, context.policy.reminders)
    fixed = clock + before.map { day(-$0) } + after.map { day($0) }
  }

  /// The steps whose time has come, earliest first; of the repeats after the ladder's end only the
  /// latest one.
  var passed: [ScheduledStep] {
    let steps = fixed.filter { $0.hasCome(on: asOf, at: now) }
    guard repeats, steps.count == fixed.count, let last = lastRepeat else { return steps }
    return steps + [last]
  }

  /// The next step, or nil if none comes any more.
  var next: ScheduledStep? { upcoming.next() }

  /// The steps whose time is still to come, earliest first, as far as they are asked for.
  var upcoming: AnyIterator<ScheduledStep> {
    var rest = fixed.filter { !$0.hasCome(on: asOf, at: now) }[...]
    var number = (lastRepeat.map { self.number(of: $0) } ?? 0) + 1
    let repeats = repeats
    return AnyIterator {
      if let first = rest.popFirst() { return first }
      guard repeats else { return nil }
      defer { number += 1 }
      return self.repeated(number)
    }
  }

  // MARK: Steps

  private var repeats: Bool { if case .level = thing.ladder { false } else { true } }

  /// How many days before the due day steps fall, the first one first.
  private static func before(_ thing: DueThing, _ policy: Policy.Reminders) -> [Int] {
    let offsets = policy.before(thing.key.topic, thing.tier)
    switch thing.ladder {
    case .days: return offsets
    case .daysFrom(let most):
      let rest = offsets.filter { $0 <= most }
      return rest.first == most ? rest : [most] + rest
    case .clock, .level: return []
    }
  }

  private var clock: [ScheduledStep] {
    guard case .instant(let instant) = thing.key.due else { return [] }
    switch thing.ladder {
    case .clock(let warnsAt): return [at(warnsAt, .warning), at(instant, .breach)]
    case .level(let level): return [at(instant, .level(level))]
    case .days, .daysFrom: return []
    }
  }

  private func at(_ instant: Instant, _ step: ReminderStep) -> ScheduledStep {
    let day = zone.day(at: instant)
    return ScheduledStep(step: step, offset: due.days(to: day), sendOn: day, sendAt: instant)
  }

  /// A step so many days from the due day: up to it on the business day before, later on the one
  /// after; on the day itself where no calendar knows.
  private func day(_ offset: Int) -> ScheduledStep {
    let nominal = due.adding(days: offset)
    let adjustment: NoticeAdjustment = offset <= 0 ? .preceding : .following
    let day = (try? thing.calendar?.adjusted(nominal, adjustment)) ?? nominal
    return ScheduledStep(step: .offset(offset), offset: offset, sendOn: day, sendAt: nil)
  }

  // MARK: Repeats

  private var lastAfter: Int { after.last ?? 0 }

  private func repeated(_ number: Int) -> ScheduledStep { day(lastAfter + number * every) }

  private func number(of step: ScheduledStep) -> Int { (step.offset - lastAfter) / every }

  /// The latest repeat whose day has come, or nil.
  private var lastRepeat: ScheduledStep? {
    var number = (due.days(to: asOf) - lastAfter) / every
    while number > 0 {
      let step = repeated(number)
      if step.hasCome(on: asOf, at: now) { return step }
      number -= 1
    }
    return nil
  }
}
