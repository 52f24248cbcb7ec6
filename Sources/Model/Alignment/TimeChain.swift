/// Steps one after the other on one clock, against a limit.
public struct StepChain: Hashable, Sendable {
  /// What was promised, in seconds on the clock.
  public let limit: Int64
  /// How long each step takes, in seconds on the same clock.
  public let steps: [Int64]

  /// Makes a chain.
  public init(limit: Int64, steps: [Int64]) {
    self.limit = limit
    self.steps = steps
  }

  /// The sum of the steps.
  public var total: Int64 { steps.reduce(0, +) }

  /// Aligned if the steps fit the limit, else the seconds by which they do not.
  public var verdict: AlignmentVerdict {
    total <= limit ? .aligned : .gap(.elapsed(total - limit))
  }
}

/// A limit and the calendar that its clock runs on.
public struct ClockedLimit: Sendable {
  /// How long it takes at most.
  public let limit: Period
  /// What the clock runs on.
  public let calendar: BusinessCalendar

  /// Makes a limit.
  public init(_ limit: Period, _ calendar: BusinessCalendar) {
    self.limit = limit
    self.calendar = calendar
  }
}

/// Steps one after the other, each on its own clock, against a promise on the customer's.
///
/// Each step begins when the one before it is due.
public struct TimeChain: Sendable {
  /// What the customer was promised.
  public let promise: ClockedLimit
  /// The steps, in order.
  public let steps: [ClockedLimit]

  /// Makes a chain.
  public init(promise: ClockedLimit, steps: [ClockedLimit]) {
    self.promise = promise
    self.steps = steps
  }

  /// The start from which the steps end latest against the promise.
  public struct Worst: Hashable, Sendable {
    /// When the customer calls.
    public let start: Instant
    /// When the promise is due.
    public let promised: Instant
    /// When the last step is due.
    public let carried: Instant
    /// The real seconds by which the last step is later; negative if it is earlier.
    public var late: Int64 { promised.seconds(to: carried) }
  }

  /// The same steps on one clock, if they are all in business hours of one calendar; else nil.
  public var onOneClock: StepChain? {
    let all = [promise] + steps
    guard
      all.allSatisfy({
        $0.limit.unit == .businessHour && $0.calendar.reference == promise.calendar.reference
      })
    else { return nil }
    return StepChain(
      limit: Int64(promise.limit.count) * 3_600,
      steps: steps.map { Int64($0.limit.count) * 3_600 }
    )
  }

  /// When the first so many steps are due for a call.
  private func due(_ count: Int, from start: Instant) throws(CalendarGap) -> Instant {
    var due = start
    for step in steps[..<count] {
      due = try step.calendar.due(from: due, target: step.limit)
    }
    return due
  }

  /// The worst start in the customer's hours of a span of days.
  ///
  /// Between a call and its two limits nothing grows except at the moments looked at: where the
  /// customer opens or is about to close, where a step no longer ends before a close or begins on
  /// a new day, and where the promise is about to move to another day.
  ///
  /// - Returns: The earliest of the worst ones, or nil if the customer has no hours in these days.
  /// - Throws: ``CalendarGap`` if a day is not known.
  public func worst(in days: Term) throws(CalendarGap) -> Worst? {
    let zone = promise.calendar.zone
    let (from, until) = (zone.start(of: days.startsOn), zone.end(of: days.endsOn))
    let spans = try promise.calendar.openSpans(from: from, to: until)
    var starts = spans.map(\.from) + spans.map { $0.until.adding(seconds: -1) }
    if promise.limit.unit != .businessHour {
      starts += midnights(zone, days).map { $0.adding(seconds: -1) }
    }
    for (index, step) in steps.enumerated() {
      let closes = try step.calendar.openSpans(from: from, to: until).map(\.until)
      starts += try firstStarts(after: index + 1, passing: closes, from)
      guard step.limit.unit != .businessHour else { continue }
      let ends = midnights(step.calendar.zone, days).map { $0.adding(seconds: -1) }
      starts += try firstStarts(after: index, passing: ends, from)
    }
    return try worst(of: starts.sorted(), spans)
  }

  private func worst(of starts: [Instant], _ spans: [Pause]) throws(CalendarGap) -> Worst? {
    var worst: Worst?
    var index = 0
    for start in starts {
      while index < spans.count, spans[index].until <= start { index += 1 }
      guard index < spans.count, spans[index].contains(start) else { continue }
      let found = Worst(
        start: start,
        promised: try promise.calendar.due(from: start, target: promise.limit),
        carried: try due(steps.count, from: start)
      )
      if found.late > worst?.late ?? .min { worst = found }
    }
    return worst
  }

  private func midnights(_ zone: Zone, _ days: Term) -> [Instant] {
    (days.startsOn.number...days.endsOn.number).map { zone.start(of: CivilDay(number: $0)) }
  }

  /// For each moment the first start from which the first so many steps are due after it.
  ///
  /// The moments are in order, and a later start is never due earlier, so halving finds it.
  private func firstStarts(
    after count: Int,
    passing moments: [Instant],
    _ from: Instant
  ) throws(CalendarGap) -> [Instant] {
    var low = from
    var found: [Instant] = []
    for moment in moments where moment >= from {
      var high = moment.adding(seconds: 1)
      while low < high {
        let middle = low.adding(seconds: low.seconds(to: high) / 2)
        if try due(count, from: middle) > moment {
          high = middle
        } else {
          low = middle.adding(seconds: 1)
        }
      }
      found.append(low)
    }
    return found
  }
}
