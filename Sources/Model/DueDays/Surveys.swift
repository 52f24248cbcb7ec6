/// The surveys by which the satisfaction of a customer was measured.
public struct Surveys: Sendable {
  /// By what surveys are judged.
  public struct Terms: Hashable, Sendable {
    /// The day for which we answer.
    public var day: CivilDay
    /// The interval where no plan says one.
    public var interval: Period
    /// With fewer customers than this each one has to be asked.
    public var eachBelow: Int

    /// Makes terms.
    public init(on day: CivilDay, interval: Period, eachBelow: Int) {
      self.day = day
      self.interval = interval
      self.eachBelow = eachBelow
    }
  }

  /// The last one that is closed, or nil.
  public let last: Survey?
  /// The day by which the next one is due; nil if nothing says from when on.
  public let due: CivilDay?
  /// Whether there are so few customers that each one has to be asked.
  public let areForEach: Bool

  /// Takes the surveys of the customer itself, and those of all customers that count for it.
  public init(_ file: RelationshipFile, _ organization: OrganizationFile, _ terms: Terms) {
    let forEach = organization.customerCount < terms.eachBelow
    areForEach = forEach
    let answered = Set(file.all(SurveyResponse.self).map(\.survey))
    let own = file.all(Survey.self)
    let shared = organization.records[Survey.self].filter {
      !forEach || answered.contains($0.id)
    }
    last = Self.last(own + shared, on: terms.day)
    let planned = PlannedInterval(
      .satisfaction,
      [file.records, organization.records],
      default: terms.interval,
      on: terms.day
    )
    due = (last?.closedOn ?? file.customerSince(on: terms.day))?.adding(planned.period)
  }

  /// The last survey that is closed by a day, or nil.
  public static func last(_ surveys: [Survey], on day: CivilDay) -> Survey? {
    closed(surveys, on: day).max {
      ($0.closedOn ?? .first, $0.reference) < ($1.closedOn ?? .first, $1.reference)
    }
  }

  /// The surveys that are closed by a day, in their order.
  public static func closed(_ surveys: [Survey], on day: CivilDay) -> [Survey] {
    surveys.filter { $0.closedOn.map { $0 <= day } ?? false }
  }
}
