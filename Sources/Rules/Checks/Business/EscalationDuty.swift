import Model
import Policies

/// Why an open complaint had or has to be escalated, and which levels let their time pass.
struct EscalationDuty {
  /// A reason to escalate.
  struct Reason {
    /// The reason in words.
    let reason: String
    /// The last day for the escalation.
    let due: CivilDay
  }

  /// A level that did not react in time.
  struct MissedLevel {
    let words: String
    /// The last day for the reaction.
    let due: CivilDay
  }

  /// Reasons after which nothing was escalated although the time is over.
  private(set) var overdue: [Reason] = []
  /// Reasons after which there is still time.
  private(set) var pending: [Reason] = []
  /// Reasons after which the escalation came late.
  private(set) var late: [Reason] = []
  /// In order of the escalations.
  private(set) var missedLevels: [MissedLevel] = []
  private let item: ComplaintCase
  private let context: RuleContext
  private let calendar: BusinessCalendar
  private let history: ComplaintHistory

  /// - Throws: ``ComplaintGap`` or ``CalendarGap`` for what is not known.
  init(_ item: ComplaintCase, _ context: RuleContext) throws {
    self.item = item
    self.context = context
    let clocks = try item.clocks(context)
    calendar = clocks.calendar
    history = clocks.history
    if let run = try clocks.standings(.resolve).first, run.state == .breached {
      let reason = "past its time to be solved, \(context.local(run.dueAt))"
      try take(reason, at: run.dueAt, answer: item.escalations.first?.raisedAt)
    }
    for instant in rejections {
      let answer = item.escalations.first { $0.raisedAt >= instant }?.raisedAt
      try take("decision rejected \(item.day(instant, context))", at: instant, answer: answer)
    }
    for escalation in item.escalations { try take(escalation) }
  }

  /// When the complainant rejected a decision or objected to closing.
  private var rejections: [Instant] {
    let entries = history.events.filter { $0.state != nil }
    return zip(entries, entries.dropFirst()).filter { before, after in
      before.state == .responded && after.state == .investigating
        || before.state == .awaitingConsent && after.state == .reopened
    }.map(\.1.at)
  }

  private mutating func take(_ words: String, at instant: Instant, answer: Instant?) throws {
    let after = context.policy.complaints.escalationAfter
    let limit = try calendar.due(from: instant, target: after)
    let reason = Reason(reason: words, due: item.day(limit, context))
    if let answer {
      if answer > limit { late.append(reason) }
    } else if context.now > limit {
      overdue.append(reason)
    } else {
      pending.append(reason)
    }
  }

  /// Only the second and the third level have a time of their own.
  private mutating func take(_ escalation: Escalation) throws {
    let policy = context.policy.complaints
    let times: [Int64: Period] = [2: policy.escalationLevel2, 3: policy.escalationLevel3]
    guard let time = times[escalation.level] else { return }
    let limit = try calendar.due(from: escalation.raisedAt, target: time)
    guard reaction(to: escalation) ?? context.now > limit else { return }
    missedLevels.append(
      MissedLevel(
        words: "level \(escalation.level) did not react by \(context.local(limit))",
        due: item.day(limit, context)
      )
    )
  }

  /// When the level reacted, handed it on or decided; nil if it did not so far.
  private func reaction(to escalation: Escalation) -> Instant? {
    let higher = item.escalations.filter {
      $0.level > escalation.level && $0.raisedAt >= escalation.raisedAt
    }.map(\.raisedAt)
    let decisions = history.events.filter {
      $0.state == .responded && $0.at >= escalation.raisedAt
    }.map(\.at)
    let reactedAt = escalation.reactedAt.flatMap { $0 <= context.now ? $0 : nil }
    return ([reactedAt].compactMap { $0 } + higher + decisions).min()
  }

  /// A reason without escalation, with how late that is.
  func words(_ reason: Reason) -> String {
    let after = context.policy.complaints.escalationAfter
    let words = "\(reason.reason), not escalated by the close of \(reason.due)"
    guard context.asOf > reason.due else { return words }
    return "\(words), \(context.time(past: reason.due, on: context.asOf, in: after, calendar)) late"
  }
}
