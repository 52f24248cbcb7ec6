/// What there is to report about the complaints of a period.
///
/// What turned out to be no complaint is counted apart and in no other figure. A ratio without
/// cases has no percentage; ``CaseRatio`` then says so.
public struct ComplaintFigures: Hashable, Sendable {
  /// How many were received in the period.
  public var received = 0
  /// How many of them meet the agreed definition.
  public var formal = 0
  /// How many of what was received turned out to be no complaint; not among ``received``.
  public var noComplaints = 0
  /// How many were open at the end of the period, or now if that is earlier, and how old.
  public var open = OpenAges()
  /// The clocks that stopped at their limit or before, of those whose limit lies in the period and
  /// has come; one that fell away before its limit does not count.
  public var inTarget: [ComplaintClock: CaseRatio] = [:]
  /// Those closed in the period that were reopened at any time since; a repetition of another
  /// complaint is not among those closed.
  public var reopened = CaseRatio(0, of: 0)
  /// Those received in the period that came to level 2 or above at any time since.
  public var escalated = CaseRatio(0, of: 0)
  /// Those upheld in full or in part, of those first decided in the period.
  public var upheld = CaseRatio(0, of: 0)
  /// Those whose decision was sent in the period, but is not recorded.
  public var unknownDecisions = 0
  /// Those caused by a supplier, of those first decided in the period.
  public var causedBySupplier = CaseRatio(0, of: 0)
  /// Those that led to an improvement, of those upheld.
  public var improved = CaseRatio(0, of: 0)
  /// Those closed because the complainant agreed, of those closed in the period.
  public var closedAgreed = CaseRatio(0, of: 0)
  /// Those closed because the complainant did not answer, of those closed in the period.
  public var closedDeemed = CaseRatio(0, of: 0)
  /// The open time of the period in which clocks stood still, over all open time of the complaints
  /// in the period, pauses included; nil if no open time has passed.
  public var pauseShare: Percentage?
  /// How many of those received repeat one of the same customer and cause of the days before.
  public var repeated = 0
  /// The mean satisfaction with the handling, 0 to 10, of those closed in the period that have
  /// one; nil if none has.
  public var satisfaction: Fraction?
  /// What was paid to those first decided in the period, in minor units, by currency.
  public var compensation: [Currency: Fraction] = [:]

  /// The age of complaints in business days; the day of receipt is day zero.
  public struct OpenAges: Hashable, Sendable {
    /// How many are open.
    public var count = 0
    /// All ages, the lowest first.
    public var ages: [Int] = []
    /// The age of the oldest; nil without any.
    public var oldest: Int?
    /// The age in the middle, the mean of the middle two of an even count; nil without any.
    public var median: Fraction?
    /// The 90th percentile by nearest rank; nil without any.
    public var percentile90: Int?

    /// Makes the ages of no complaints.
    public init() {}

    init(_ ages: [Int]) {
      count = ages.count
      self.ages = ages.sorted()
      oldest = ages.max()
      median = OrderStatistics.median(ages.map { Fraction($0) })
      percentile90 = OrderStatistics.percentile(90, of: ages)
    }
  }

  /// Which complaints are reported, and when.
  public struct Scope: Sendable {
    /// The first day of the period.
    public var first: CivilDay
    /// The last day of the period.
    public var last: CivilDay
    /// The zone in which the days begin and end.
    public var zone: Zone
    /// How many calendar days after another a complaint repeats it at most.
    public var repeatDays = 180

    /// Makes a scope of the days from the first through the last.
    public init(from first: CivilDay, through last: CivilDay, zone: Zone) {
      self.first = first
      self.last = last
      self.zone = zone
    }

    var span: Range<Instant> {
      let start = zone.start(of: first)
      return start..<max(start, zone.end(of: last))
    }
  }

  /// Reckons the figures.
  ///
  /// - Parameters:
  ///   - cases: All complaints, in any order, as of one instant.
  ///   - scope: The period and its zone.
  ///   - isReported: Which complaints are reported, such as those of a customer, a service, a
  ///     supplier or a cause; the others only tell what is repeated.
  /// - Throws: ``CalendarGap`` if a day passed over is not known.
  public init(
    of cases: [ComplaintCase],
    in scope: Scope,
    where isReported: (ComplaintCase) -> Bool = { _ in true }
  ) throws(CalendarGap) {
    let complaints = cases.filter { !$0.isNone }
    let counting = ComplaintCounting(cases: complaints.filter(isReported), scope: scope)
    noComplaints = cases.count {
      $0.isNone && isReported($0) && scope.span.contains($0.receivedAt)
    }
    try counting.countReceived(into: &self, among: complaints)
    counting.countDecided(into: &self)
    counting.countClosed(into: &self)
    try counting.countTimes(into: &self)
  }
}
