public import Model
public import Policies

/// The day, the policy and what all kinds of reminders share.
public struct ReminderContext: Sendable {
  /// The day for which is planned.
  public var asOf: CivilDay
  /// The instant up to which clocks count: now on the current day, else the end of the day.
  public var now: Instant
  /// The zone of the organisation.
  public var zone: Zone
  /// The thresholds.
  public var policy: Policy
  /// The last day for which reminders are wanted, not before ``asOf``.
  public var through: CivilDay
  /// The services.
  public var graph = ServiceGraph()
  /// What belongs to no single party: people, the calendar, waivers.
  public var organization = OrganizationFile()

  /// Makes a context without services and organisation, for the reminders of the day alone.
  public init(asOf: CivilDay, now: Instant, zone: Zone, policy: Policy) {
    self.asOf = asOf
    self.now = now
    self.zone = zone
    self.policy = policy
    through = asOf
  }
}

extension ReminderContext {
  /// The latest due day of which any reminder can fall into the days wanted.
  var horizon: CivilDay { through.adding(days: policy.reminders.longestBefore + Self.moves) }

  /// How many calendar days a step may move to a business day.
  private static let moves = 14

  /// How reviews move their next due day.
  var reviewBasis: ReviewBasis { policy.reviewBasis(on: asOf) }

  /// A calendar of an agreement, else that of the organisation; nil if none is known.
  func calendar(_ agreement: AgreementFile? = nil) -> BusinessCalendar? {
    agreement?.calendar ?? organization.calendar
  }

  /// When something is due, in words: a day, or a day and a time in the organisation's zone.
  func words(_ due: DueMoment) -> String {
    switch due {
    case .day(let day): day.description
    case .instant(let instant): zone.text(instant)
    }
  }
}
