/// The hours of a customer beside those of a supplier.
public struct SupportHours: Sendable {
  /// When the customer may call.
  public let customer: BusinessCalendar
  /// When the supplier works.
  public let supplier: BusinessCalendar

  /// Makes a pair of calendars.
  public init(customer: BusinessCalendar, supplier: BusinessCalendar) {
    self.customer = customer
    self.supplier = supplier
  }

  /// The longest real time that something takes.
  public struct Worst: Hashable, Sendable {
    /// When it begins.
    public let start: Instant
    /// When it ends at the latest.
    public let due: Instant
    /// The real seconds between.
    public var seconds: Int64 { start.seconds(to: due) }
  }

  /// The share of the customer's hours in which the supplier works too.
  ///
  /// Formula: open seconds of both ÷ open seconds of the customer.
  ///
  /// - Returns: Nil if the customer has no hours in these days.
  /// - Throws: ``CalendarGap`` if a day is not known.
  public func coverage(in days: Term) throws(CalendarGap) -> Percentage? {
    let wanted = try spans(of: customer, in: days)
    let offered = try spans(of: supplier, in: days)
    let total = wanted.reduce(0) { $0 + $1.from.seconds(to: $1.until) }
    var (both, first): (Int64, Int) = (0, 0)
    for span in wanted {
      while first < offered.count, offered[first].until <= span.from { first += 1 }
      for other in offered[first...].prefix(while: { $0.from < span.until }) {
        both += max(span.from, other.from).seconds(to: min(span.until, other.until))
      }
    }
    return Fraction(numerator: both, denominator: total).map { Percentage(share: $0) }
  }

  /// The longest real time from a call in the customer's hours to the supplier's limit.
  ///
  /// Time runs longest from the moments at which the supplier closes, at which the customer opens,
  /// and for limits in days at which a day begins, so only these are looked at, and the last
  /// moment before the customer closes.
  ///
  /// - Returns: The earliest of the longest ones, or nil if the customer has no hours in these
  ///   days.
  /// - Throws: ``CalendarGap`` if a day is not known.
  public func worstElapsed(of limit: Period, in days: Term) throws(CalendarGap) -> Worst? {
    let wanted = try spans(of: customer, in: days)
    var edges = try spans(of: supplier, in: days).map(\.until)
    if limit.unit != .businessHour { edges += midnights(in: days) }
    edges.sort()
    var worst: Worst?
    var next = 0
    for span in wanted {
      while next < edges.count, edges[next] < span.from { next += 1 }
      let inside = edges[next...].prefix { $0 < span.until }
      for start in [span.from] + inside + [span.until.adding(seconds: -1)] {
        let found = Worst(start: start, due: try supplier.due(from: start, target: limit))
        if found.seconds > worst?.seconds ?? -1 { worst = found }
      }
    }
    return worst
  }

  private func spans(of calendar: BusinessCalendar, in days: Term) throws(CalendarGap) -> [Pause] {
    let zone = customer.zone
    return try calendar.openSpans(
      from: zone.start(of: days.startsOn),
      to: zone.end(of: days.endsOn)
    )
  }

  private func midnights(in days: Term) -> [Instant] {
    (days.startsOn.number...days.endsOn.number).map {
      supplier.zone.start(of: CivilDay(number: $0))
    }
  }
}
