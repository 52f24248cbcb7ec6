/// An auditor's report over a period, such as SOC 2 type 2.
///
/// It counts until twelve months after the end of its period, and then for the time that the next
/// one takes to be issued.
public struct AttestationReport: Hashable, Sendable {
  /// The days that it reports on.
  public let period: Term
  /// The day on which we accepted it; nil if we have not.
  public let acceptedOn: CivilDay?

  /// Makes a report.
  public init(period: Term, acceptedOn: CivilDay?) {
    self.period = period
    self.acceptedOn = acceptedOn
  }

  /// The provider's own statement for days between two reports.
  public struct BridgeLetter: Hashable, Sendable {
    /// The days that it covers.
    public let days: Term
    /// The day on which we accepted it; nil if we have not.
    public let acceptedOn: CivilDay?

    /// Makes a letter.
    public init(days: Term, acceptedOn: CivilDay?) {
      self.days = days
      self.acceptedOn = acceptedOn
    }
  }

  /// How long a report and a gap may be.
  public struct Limits: Hashable, Sendable {
    /// How many months after the end of its period a report counts.
    public var ageMonths = 12
    /// How many calendar days more it counts while the next one is issued.
    public var issueGraceDays = 90
    /// How many months a gap may have that a bridge letter covers.
    public var bridgeMonths = 3
    /// How many calendar days after the end of its period the next one is asked for.
    public var chaseDays = 30

    /// Makes the usual limits: twelve months, 90 days, three months, 30 days.
    public init() {}
  }

  /// Whether the reports prove what they shall at the end of a day.
  ///
  /// The latest accepted report counts. Days between it and the accepted reports before it are a
  /// gap; one that no single accepted letter bridges, or that is longer than a letter may bridge,
  /// makes it invalid from the first day of the gap on. The next report is taken to end when this
  /// one is as old as it may be.
  public static func standing(
    of reports: some Sequence<Self>,
    letters: some Sequence<BridgeLetter> = [],
    on day: CivilDay,
    limits: Limits = Limits()
  ) -> AssuranceStanding {
    let known = reports.filter { $0.acceptedOn.map { $0 <= day } ?? false }
    guard let latest = known.map(\.period).max(by: { $0.endsOn < $1.endsOn }) else {
      return AssuranceStanding(.missing)
    }
    let accepted = letters.filter { $0.acceptedOn.map { $0 <= day } ?? false }
    let gap = days(before: latest, in: known.map(\.period)).map { days in
      AssuranceGap(days: days, judgement: judgement(of: days, accepted.map(\.days), limits))
    }
    let last = latest.endsOn.addingMonths(limits.ageMonths)
    return AssuranceStanding(
      state(on: day, last: last, gap: gap, limits: limits),
      validThrough: last,
      chaseOn: last.adding(days: limits.chaseDays),
      gap: gap
    )
  }

  private static func state(
    on day: CivilDay,
    last: CivilDay,
    gap: AssuranceGap?,
    limits: Limits
  ) -> AssuranceStanding.State {
    if let gap, gap.judgement != .bridged { return .invalid(since: gap.days.startsOn) }
    if day <= last { return .valid }
    let end = last.adding(days: limits.issueGraceDays)
    return day <= end ? .dueSoon : .invalid(since: end.adding(days: 1))
  }

  /// The days between the latest period and the ones before it; nil if there are none.
  private static func days(before latest: Term, in periods: [Term]) -> Term? {
    let before = periods.filter { $0 != latest && $0.startsOn < latest.startsOn }
    guard let end = before.map(\.endsOn).max(), end.adding(days: 1) < latest.startsOn else {
      return nil
    }
    return Term(startsOn: end.adding(days: 1), endsOn: latest.startsOn.adding(days: -1))
  }

  private static func judgement(
    of days: Term,
    _ letters: [Term],
    _ limits: Limits
  ) -> AssuranceGap.Judgement {
    if days.endsOn > Term.end(startingOn: days.startsOn, months: limits.bridgeMonths) {
      return .tooLong
    }
    let isBridged = letters.contains { $0.startsOn <= days.startsOn && days.endsOn <= $0.endsOn }
    return isBridged ? .bridged : .needsBridgeLetter
  }
}
