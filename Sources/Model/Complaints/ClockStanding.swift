/// How one run of a clock stands at an instant.
public struct ClockStanding: Hashable, Sendable {
  /// How it stands.
  public enum State: String, Sendable, CaseIterable {
    /// It runs, and the share of its target at which it gives warning has not passed.
    case running
    /// It runs and has given warning.
    case warning
    /// It runs, and the limit has passed.
    case breached
    /// It stopped at the limit or before.
    case met
    /// It stopped after the limit.
    case missed
    /// It fell away before the limit because the complaint was closed or was none.
    case ended
  }

  /// The clock.
  public let clock: ComplaintClock
  /// When it started.
  public let startedAt: Instant
  /// How long it may run.
  public let target: Period
  /// When it gives warning.
  public let warnsAt: Instant
  /// The limit; at this second it is still met.
  public let dueAt: Instant
  /// When it stopped or fell away; nil if it runs.
  public let stoppedAt: Instant?
  /// How it stands.
  public let state: State
  /// By how many seconds of absolute time it is or was late; 0 if it is not.
  public let lateSeconds: Int64
  /// By how many seconds of open time it is or was late; 0 if it is not.
  public let lateOpenSeconds: Int64

  /// Whether the limit was passed, whether it still runs or not.
  public var isLate: Bool { state == .breached || state == .missed }
}

/// One run of a clock: when it started and how it stopped.
struct ClockRun {
  /// How a run stopped.
  enum Stop {
    /// What was awaited happened.
    case done(Instant)
    /// It is not awaited any more.
    case fellAway(Instant)

    var at: Instant {
      switch self {
      case .done(let instant), .fellAway(let instant): instant
      }
    }
  }

  let clock: ComplaintClock
  let start: Instant
  let stop: Stop?

  /// Judges the run at an instant.
  func standing(
    at now: Instant,
    target: Period,
    pauses: [Pause],
    warningMillionths: Int,
    calendar: BusinessCalendar
  ) throws(CalendarGap) -> ClockStanding {
    let dueAt = try calendar.due(from: start, target: target, pauses: pauses)
    let warnsAt = try calendar.warning(
      from: start,
      target: target,
      pauses: pauses,
      millionths: warningMillionths
    )
    let end = stop?.at ?? now
    let isLate = end > dueAt
    return ClockStanding(
      clock: clock,
      startedAt: start,
      target: target,
      warnsAt: min(warnsAt, dueAt),
      dueAt: dueAt,
      stoppedAt: stop?.at,
      state: state(isLate: isLate, isWarned: now >= warnsAt),
      lateSeconds: isLate ? dueAt.seconds(to: end) : 0,
      lateOpenSeconds: isLate ? try calendar.openSeconds(from: dueAt, to: end, pauses: pauses) : 0
    )
  }

  private func state(isLate: Bool, isWarned: Bool) -> ClockStanding.State {
    switch stop {
    case .done: isLate ? .missed : .met
    case .fellAway: isLate ? .missed : .ended
    case nil: isLate ? .breached : isWarned ? .warning : .running
    }
  }
}
