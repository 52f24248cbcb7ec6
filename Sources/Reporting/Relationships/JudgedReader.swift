public import Model
public import Policies
import Reminders
public import Storage

/// The store as of a day, with the thresholds by which reports judge.
public struct JudgedReader {
  /// The store as of the day.
  public let reader: Reader
  /// The policy in force on the day.
  public let policy: Policy
  /// The last instant that counts: the end of the day, or now on the current day.
  public let now: Instant

  /// Makes the reader of a report.
  public init(_ reader: Reader, _ policy: Policy, now: Instant) {
    self.reader = reader
    self.policy = policy
    self.now = now
  }

  var day: CivilDay { reader.asOf.day }
  var zone: Zone { reader.organization.zone }

  /// What finds the due days of some kinds, however far away they are.
  func planner(_ topics: Set<ReminderTopic>, _ organization: OrganizationFile) -> ReminderPlanner {
    var context = ReminderContext(asOf: day, now: now, zone: zone, policy: policy)
    context.through = .last.adding(days: -1_000)
    context.organization = organization
    return ReminderPlanner(context, kinds: ReminderKind.all.filter { topics.contains($0.topic) })
  }
}

extension Report<JudgedReader> {
  /// All reports that judge by the policy, in the order in which they are listed.
  public static let all: [Report] = [
    .reviews, .obligations, .complaints, .serviceLevels, .scorecard, .mail,
  ]

  /// The report with the name, or nil.
  public static func named(_ id: String) -> Report? { all.first { $0.id == id } }
}

extension ReportFilter {
  /// Whether a party is wanted: by its reference or a part of its name.
  func fits(_ party: PartyFacts) -> Bool {
    guard let wanted = self.party else { return true }
    return party.reference == wanted || AgreementRow.matches(party.name, wanted)
  }

  /// Whether a day lies in the window; a day that is not known does not if there is one.
  func fits(_ day: CivilDay?) -> Bool {
    guard from != nil || through != nil else { return true }
    guard let number = day?.number else { return false }
    return from.map { $0 <= number } ?? true && through.map { number <= $0 } ?? true
  }

  /// Whether a status is wanted.
  func fits(status: String) -> Bool { self.status.map { $0 == status } ?? true }
}
