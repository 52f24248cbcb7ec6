public import Model
public import Policies

/// The day, the policy and what all rules share.
public struct RuleContext: Sendable {
  /// The day for which is judged.
  public var asOf: CivilDay
  /// The last instant that counts: the end of the day, or now on the current day.
  public var now: Instant
  /// The zone of the organisation.
  public var zone: Zone
  /// The edition of the standard.
  public var edition: Edition
  /// The thresholds.
  public var policy: Policy
  /// The day from which the first policy was in force; nil if that is not known.
  public var policySince: CivilDay?
  /// The services.
  public var graph = ServiceGraph()
  /// What belongs to no single party.
  public var organization = OrganizationFile()

  /// Makes a context without services and organisation.
  public init(asOf: CivilDay, now: Instant, zone: Zone, policy: Policy) {
    self.asOf = asOf
    self.now = now
    self.zone = zone
    self.policy = policy
    edition = policy.edition
  }
}

extension RuleContext {
  /// Whole calendar days of a period of the policy; periods in months are counted from the day.
  func days(_ period: Period) -> Int { policy.days(period, from: asOf) }

  /// A day a period after another; business days follow the calendar.
  ///
  /// The result is nil if the calendar is not known or has no holidays loaded for a day on the way.
  func day(_ day: CivilDay, plus period: Period, _ calendar: BusinessCalendar?) -> CivilDay? {
    try? day.adding(period, calendar ?? organization.calendar)
  }

  /// By what surveys are judged.
  var surveyTerms: Surveys.Terms {
    let policy = policy.satisfaction
    return Surveys.Terms(on: asOf, interval: policy.surveyInterval, eachBelow: policy.eachBelow)
  }
}
