import Model
import Policies

/// What is or was late in the handling of a complaint.
struct ComplaintLateness {
  /// Clocks that run past their limit.
  let breached: [ClockStanding]
  /// Clocks that stopped after their limit; how long the complainant took to answer is not ours.
  let missed: [ClockStanding]
  /// Clocks that have used up most of their time.
  let warnings: [ClockStanding]
  private let item: ComplaintCase
  private let clocks: ComplaintClocks
  private let context: RuleContext
  /// The day of the last entry of an investigation, and the last day for the next one; nil if
  /// nothing is investigated.
  private let idle: (since: CivilDay, due: CivilDay)?

  /// - Throws: ``ComplaintGap`` or ``CalendarGap`` for what is not known.
  init(_ item: ComplaintCase, _ context: RuleContext) throws {
    self.item = item
    self.context = context
    clocks = try item.clocks(context)
    var standings: [ClockStanding] = []
    for clock in ComplaintClock.allCases { standings += try clocks.standings(clock) }
    breached = standings.filter { $0.state == .breached }
    missed = standings.filter { $0.state == .missed && $0.clock != .consent }
    warnings = standings.filter { $0.state == .warning }
    idle = try Self.idle(item, clocks, context)
  }

  private static func idle(
    _ item: ComplaintCase,
    _ clocks: ComplaintClocks,
    _ context: RuleContext
  ) throws -> (since: CivilDay, due: CivilDay)? {
    guard clocks.history.state == .investigating else { return nil }
    let since = item.day(item.steps.last?.at ?? clocks.history.stateSince, context)
    let limit = context.policy.complaints.idle
    guard let due = try clocks.calendar.adding(limit, to: since) else { return nil }
    return (since, due)
  }

  var isOpen: Bool { clocks.history.state.isOpen }

  /// When the complaint came into its state.
  var stateSince: Instant { clocks.history.stateSince }

  private var isIdle: Bool { idle.map { context.asOf > $0.due } ?? false }

  /// The first day by which something was due that is still not done, or nil.
  var due: CivilDay? {
    let days = breached.map { item.day($0.dueAt, context) }
    return (days + (isIdle ? [idle?.due].compactMap { $0 } : [])).min()
  }

  /// What is or was late, in words.
  var faults: [String] {
    var faults = breached.map { standing in
      "\(standing.clock.words) due \(context.local(standing.dueAt)), now \(Self.hours(standing)) late"
    }
    for clock in ComplaintClock.allCases {
      let runs = missed.filter { $0.clock == clock }
      guard let last = runs.last else { continue }
      let times = runs.count > 1 ? " (\(runs.count) times late in all)" : ""
      faults.append(
        "\(clock.words) was due \(context.local(last.dueAt)), \(Self.hours(last)) late\(times)"
      )
    }
    if isIdle, let idle {
      let limit = context.policy.complaints.idle
      let late = context.time(past: idle.due, on: context.asOf, in: limit, clocks.calendar)
      faults.append(
        "no entry in the investigation since \(idle.since), due \(idle.due), \(late) late"
      )
    }
    return faults
  }

  /// Whether solving it took or takes more than a multiple of its time.
  func isMajor() throws -> Bool {
    guard let run = (breached + missed).first(where: { $0.clock == .resolve }) else { return false }
    let count = Int(run.target.count) * context.policy.complaints.majorFactor
    guard let target = Period(count, run.target.unit) else { return false }
    let limit = try clocks.calendar.due(
      from: run.startedAt,
      target: target,
      pauses: clocks.pauses
    )
    return (run.stoppedAt ?? context.now) > limit
  }

  private static func hours(_ standing: ClockStanding) -> String {
    let hours = Int(standing.lateOpenSeconds / 3_600)
    return hours == 0 ? "less than a business hour" : Count.of(hours, "business hour")
  }
}

extension ComplaintClock {
  /// What the clock waits for.
  var words: String {
    switch self {
    case .receipt: "receipt"
    case .acknowledge: "acknowledgement"
    case .assess: "assessment"
    case .respond: "response"
    case .resolve: "solution"
    case .update: "update"
    case .consent: "consent"
    }
  }
}
