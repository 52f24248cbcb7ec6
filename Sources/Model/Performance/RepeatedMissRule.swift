/// When misses of one target are so frequent that the supplier's performance must be reviewed.
///
/// A review is demanded by so many successive misses, or by so many among the last finished
/// periods. A period without data, with a small sample, excluded or disputed keeps its place among
/// the last periods and is neither: it counts as no miss and does not end a row of misses. A
/// period that was met ends the row.
public struct RepeatedMissRule: Hashable, Sendable {
  /// How many successive misses demand a review.
  public let inARow: Int
  /// How many misses among the recent periods demand a review.
  public let amongRecent: Int
  /// How many of the last finished periods are recent.
  public let recent: Int
  /// The time for the review, counted from the day on which the data was due.
  public let reviewWithin: Period

  /// The time for a review unless the policy gives another: 20 business days.
  public static let usualTime = Period(known: 20, .businessDay)

  /// Makes a rule; counts below 1 count as 1.
  ///
  /// Unless given otherwise two in a row or three of the last six demand a review within 20
  /// business days.
  public init(
    inARow: Int = 2,
    amongRecent: Int = 3,
    recent: Int = 6,
    reviewWithin: Period = usualTime
  ) {
    self.inARow = max(1, inARow)
    self.amongRecent = max(1, amongRecent)
    self.recent = max(1, recent)
    self.reviewWithin = reviewWithin
  }

  /// The first demand among finished periods, earliest first, or nil if there is none.
  public func firstDemand(in periods: [JudgedMeasurement]) -> RepeatedMissDemand? {
    for index in periods.indices {
      if let demand = demand(after: index, in: periods) { return demand }
    }
    return nil
  }

  /// The demand that holds after the last of finished periods, earliest first, or nil for none.
  ///
  /// To know what is demanded after a review was held, leave out the periods that it looked at.
  public func demandAtEnd(of periods: [JudgedMeasurement]) -> RepeatedMissDemand? {
    periods.indices.last.flatMap { demand(after: $0, in: periods) }
  }

  /// The most successive misses among periods, earliest first.
  public func longestRun(in periods: [JudgedMeasurement]) -> Int {
    var longest = 0
    var run = 0
    for period in periods {
      run = Self.run(run, after: period)
      longest = max(longest, run)
    }
    return longest
  }

  /// The last day for the review, or nil for a time that does not lead to a day.
  ///
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public func reviewDue(
    dataDueOn day: CivilDay,
    in calendar: BusinessCalendar
  ) throws(CalendarGap) -> CivilDay? {
    try calendar.adding(reviewWithin, to: day)
  }

  private func demand(after index: Int, in periods: [JudgedMeasurement]) -> RepeatedMissDemand? {
    let run = periods[...index].reduce(0) { Self.run($0, after: $1) }
    let window = periods[...index].suffix(recent)
    let misses = window.count(where: \.isMiss)
    guard run >= inARow || misses >= amongRecent else { return nil }
    return RepeatedMissDemand(
      period: index,
      inARow: run,
      amongRecent: misses,
      recent: window.count
    )
  }

  private static func run(_ run: Int, after period: JudgedMeasurement) -> Int {
    if period.isMiss { return run + 1 }
    return period.isMet ? 0 : run
  }
}

/// After which period a performance review is demanded, and by how many misses.
public struct RepeatedMissDemand: Hashable, Sendable {
  /// The period after which it is demanded, counted from 0.
  public let period: Int
  /// How many successive misses the period ends.
  public let inARow: Int
  /// How many misses there are among the recent periods.
  public let amongRecent: Int
  /// How many recent periods there are, this one included.
  public let recent: Int
}
