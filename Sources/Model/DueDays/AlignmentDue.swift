/// When it was assessed whether suppliers carry an SLA, and when that is due again.
public struct AlignmentDue: Sendable {
  /// How often it is assessed.
  public struct Intervals: Hashable, Sendable {
    /// Between two assessments.
    public var every: Period
    /// After a change of the SLA or of a contract behind it.
    public var afterChange: Period

    /// Makes intervals.
    public init(every: Period, afterChange: Period) {
      self.every = every
      self.afterChange = afterChange
    }
  }

  /// A version that took effect since the latest assessment.
  public struct Change: Hashable, Sendable, Comparable {
    /// The first day.
    public let on: CivilDay
    /// What changed, such as `version 2 of C-1`.
    public let words: String

    /// Whether the left one took effect first; of one day by words.
    public static func < (left: Self, right: Self) -> Bool {
      (left.on, left.words) < (right.on, right.words)
    }
  }

  /// The latest assessment that counts on the day, or nil.
  public let last: AlignmentAssessment?
  /// The day by which the interval is over; nil without a start, or for an interval that does not
  /// lead to a day.
  public let yearly: CivilDay?
  /// The first change since the latest assessment, without any since the SLA began; or nil.
  public let change: Change?
  /// What a change is called whose first day is not known; nil if all are.
  public let unknownChange: String?
  /// The day by which the change is to be assessed; nil without one, or if no calendar knows it.
  public let afterChange: CivilDay?

  /// Looks at an SLA and the contracts behind it, as of a day.
  public init(
    _ sla: AgreementFile,
    _ contracts: [AgreementFile],
    _ intervals: Intervals,
    on day: CivilDay,
    _ calendar: BusinessCalendar?
  ) {
    last = sla.records[AlignmentAssessment.self].filter { $0.assessedOn <= day }
      .max { ($0.assessedOn, $0.reference) < ($1.assessedOn, $1.reference) }
    let versions = ([sla] + contracts).flatMap { agreement in
      agreement.versions.filter { version in
        version.number > 1 && version.effectiveFrom.map { $0 <= day } ?? true
      }.map { (from: $0.effectiveFrom, words: "version \($0.number) of \(agreement.reference)") }
    }
    let start = last?.assessedOn ?? sla.terms.startsOn
    yearly = start?.adding(intervals.every)
    unknownChange = versions.first { $0.from == nil }?.words
    let since = start ?? .first
    change = versions.compactMap { version in
      version.from.map { Change(on: $0, words: version.words) }
    }.filter { $0.on > since }.min()
    afterChange = change.flatMap { try? $0.on.adding(intervals.afterChange, calendar) }
  }

  /// The earlier of the two days by which it is to be assessed; nil if one is not known.
  public var due: CivilDay? {
    guard let yearly else { return nil }
    guard change != nil else { return yearly }
    return afterChange.map { min($0, yearly) }
  }

  /// `last assessed 2025-03-01`, or `never assessed`.
  public var words: String { last.map { "last assessed \($0.assessedOn)" } ?? "never assessed" }
}
