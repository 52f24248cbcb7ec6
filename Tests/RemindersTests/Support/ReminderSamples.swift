import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

/// Files, people and contexts for tests of reminders.
///
/// Ada (1) is led by Dan (4); Bea (2) stands in for her; Cid (3) is head of service management;
/// Eve (5) is top management.
enum ReminderSamples {
  static let zone = Zone.named("Europe/Berlin") ?? .utc

  static func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  /// Mondays to Fridays 09:00 to 17:00 in Berlin; years without a list have no holidays.
  static let calendar = makeCalendar()

  private static func makeCalendar() -> BusinessCalendar? {
    guard let window = Window("09:00-17:00"),
      let exceptions = Holidays.exceptions(region: "DE-BE", years: Holidays.years)
    else { return nil }
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return BusinessCalendar(
      reference: "BER",
      zone: zone,
      weekly: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [window]) }),
      exceptions: exceptions,
      holidayYears: Set(2_018...2_033)
    )
  }

  /// Our people, in order of reference.
  static var people: [OrganizationFile.Person] {
    let leads: [(name: String, lead: Int64?)] = [
      ("Ada", 4), ("Bea", 4), ("Cid", 5), ("Dan", 3), ("Eve", nil),
    ]
    return leads.enumerated().map { index, entry in
      let id = Int64(index + 1)
      var person = OrganizationFile.Person(id: id, reference: "M-\(id)", name: entry.name)
      person.lead = entry.lead
      return person
    }
  }

  /// The default policy on a day, as of its end.
  static func context(
    on text: String,
    through last: String? = nil,
    _ change: (inout ReminderContext) throws -> Void = { _ in }
  ) throws -> ReminderContext {
    try context(day(text), through: last, change)
  }

  /// The default policy on a day, as of its end.
  static func context(
    _ day: CivilDay,
    through last: String? = nil,
    _ change: (inout ReminderContext) throws -> Void = { _ in }
  ) throws -> ReminderContext {
    var context = ReminderContext(
      asOf: day,
      now: zone.end(of: day).adding(seconds: -1),
      zone: zone,
      policy: Policy()
    )
    if let last { context.through = try self.day(last) }
    context.organization.calendar = calendar
    context.organization.people = people
    let first = CivilDay.first
    context.organization.assignments = [
      AssignmentFacts(role: "headOfServiceManagement", person: 3, validFrom: first),
      AssignmentFacts(role: "topManagement", person: 5, validFrom: first),
    ]
    try change(&context)
    return context
  }

  /// The party P-1 (Acme) with Ada as contract, relationship and service manager, and Bea as her
  /// deputy.
  static func file(_ role: String = "supplier", tier: String? = nil) -> RelationshipFile {
    var party = PartyFacts(id: 7, reference: "P-1", name: "Acme")
    party.roles = [PartyFacts.Role(role)]
    party.tier = tier
    var file = RelationshipFile(party: party)
    file.assignments = ["contractManager", "relationshipManager", "serviceManager"].map { role in
      var facts = AssignmentFacts(role: role, person: 1, validFrom: .first)
      facts.deputy = 2
      return facts
    }
    return file
  }

  /// An agreement as it stands on a day.
  static func agreement(
    _ kind: AgreementKind = .contract,
    _ reference: String = "C-1",
    id: Int64 = 1,
    startsOn: String = "2024-01-01",
    endsOn: String? = nil,
    on day: CivilDay,
    _ change: (inout AgreementTerms) -> Void = { _ in }
  ) throws -> AgreementFile {
    var terms = AgreementTerms()
    terms.startsOn = try self.day(startsOn)
    terms.endsOn = try endsOn.map { try self.day($0) }
    terms.openEnded = endsOn == nil
    change(&terms)
    return agreement(kind, reference, id: id, terms, on: day)
  }

  /// An agreement with terms as it stands on a day.
  static func agreement(
    _ kind: AgreementKind = .contract,
    _ reference: String,
    id: Int64,
    _ terms: AgreementTerms,
    on day: CivilDay
  ) -> AgreementFile {
    let standing = terms.standing(on: day, calendar: calendar, defaults: .standard)
    var file = AgreementFile(id: id, reference: reference, kind: kind, standing: standing)
    file.terms = terms
    file.calendar = calendar
    return file
  }

  /// The contract of the worked case: a year to 2026-05-31, renewed by itself, three months.
  static func renewing(
    on day: CivilDay,
    renewal: RenewalKind = .automatic
  ) throws -> RelationshipFile {
    var file = file()
    file.agreements = [
      try agreement(startsOn: "2025-06-01", endsOn: "2026-05-31", on: day) { terms in
        terms.renewal = renewal
        terms.renewalTerm = Period(known: 12, .month)
        terms.noticePeriod = Period(known: 3, .month)
      }
    ]
    return file
  }
}

extension ReminderContext {
  /// What falls due with a party by one kind.
  func due(_ kind: ReminderKind, _ file: RelationshipFile) -> DueList {
    ReminderPlanner(self, kinds: [kind]).due(in: file)
  }

  /// What falls due for the organisation by one kind.
  func due(_ kind: ReminderKind) -> DueList {
    ReminderPlanner(self, kinds: [kind]).due(in: organization)
  }

  /// The reminders of one kind for a party from the day on through the last day wanted.
  func preview(_ kind: ReminderKind, _ file: RelationshipFile) -> [PlannedReminder] {
    let planner = ReminderPlanner(self, kinds: [kind])
    return planner.due(in: file).things.flatMap { planner.preview($0) }
  }
}

extension PlannedReminder {
  /// The step and the day on which it is sent, such as `-90d 2025-11-21`.
  var line: String { "\(key.step) \(sendOn)" }

  /// The names of those to whom it goes.
  var names: [String] { recipients.map(\.person.name) }
}
