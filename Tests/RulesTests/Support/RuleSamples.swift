import Model
import Policies
import TestSupport
import Testing

@testable import Rules

/// Files and contexts for tests of rules.
enum RuleSamples {
  static let zone = Zone.named("Europe/Berlin") ?? .utc

  /// A day as text.
  static func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  /// Mondays to Fridays 09:00 to 17:00 in Berlin with its holidays.
  static var calendar: BusinessCalendar? { SampleCalendar.berlin }

  /// The default policy on a day, as of its end.
  static func context(
    on text: String,
    edition: Edition = .of2018,
    _ change: (inout RuleContext) -> Void = { _ in }
  ) throws -> RuleContext {
    let day = try day(text)
    var context = RuleContext(
      asOf: day,
      now: zone.end(of: day).adding(seconds: -1),
      zone: zone,
      policy: Policy()
    )
    context.edition = edition
    context.organization.calendar = calendar
    change(&context)
    return context
  }

  /// A party with a role.
  static func party(_ role: String = "supplier", tier: String? = nil) -> PartyFacts {
    var party = PartyFacts(id: 7, reference: "P-1", name: "Acme")
    party.roles = [PartyFacts.Role(role)]
    party.tier = tier
    return party
  }

  /// An agreement as it stands on a day.
  static func agreement(
    _ kind: AgreementKind = .contract,
    _ reference: String = "C-1",
    id: Int64 = 1,
    startsOn: String? = "2024-01-01",
    endsOn: String? = nil,
    on day: String,
    _ change: (inout AgreementTerms) -> Void = { _ in }
  ) throws -> AgreementFile {
    var terms = AgreementTerms()
    terms.startsOn = try startsOn.map { try self.day($0) }
    terms.endsOn = try endsOn.map { try self.day($0) }
    terms.openEnded = endsOn == nil
    change(&terms)
    let standing = terms.standing(
      on: try self.day(day),
      calendar: calendar,
      defaults: .standard
    )
    var file = AgreementFile(id: id, reference: reference, kind: kind, standing: standing)
    file.terms = terms
    file.calendar = calendar
    return file
  }
}

extension Rule {
  /// The judgements about one file.
  func judge(_ file: RelationshipFile, _ context: RuleContext) -> [Judgement] {
    switch evaluation {
    case .relationship(let evaluate), .everywhere(let evaluate, _): evaluate(file, context)
    case .organization, .services: []
    }
  }

  /// The outcome of a run of this rule alone over one file.
  func run(_ file: RelationshipFile?, _ context: RuleContext) -> CheckOutcome {
    var check = Check([self], context)
    if let file { check.take(file) }
    return check.finish()
  }
}

extension Waiver {
  /// A waiver of a rule for a subject.
  static func sample(
    _ rule: String,
    _ kind: String,
    _ subject: String,
    from first: String,
    until last: String
  ) throws -> Waiver {
    try .sample(
      "W-1",
      [
        "rule": rule, "subjectKind": kind, "subject": subject, "approver": "Ada",
        "reason": "Being replaced.", "validFrom": first, "expiresOn": last,
      ]
    )
  }
}
