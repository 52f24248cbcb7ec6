import Model
import Policies
import TestSupport
import Testing

@testable import Rules

/// Files of customers for tests of rules, and checks that all such tests share.
enum CustomerSamples {
  /// The customer P-1 (Acme) with the SLA S-1 in force; without a start if that is nil.
  static func file(
    on day: String,
    slaFrom start: String? = "2024-01-01",
    tier: String? = nil
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party("customer", tier: tier))
    file.agreements = [try RuleSamples.agreement(.sla, "S-1", startsOn: start, on: day)]
    return file
  }

  /// Adds a review that was held, with one person of each side, a result and minutes that day.
  static func addReview(
    _ kind: String,
    on day: String,
    id: Int64 = 1,
    to shelf: inout RecordShelf,
    _ more: [String: String] = [:]
  ) throws {
    let facts = [
      "kind": kind, "heldOn": day, "result": "Goes on", "minutesIssuedOn": day,
    ]
    shelf.add(try Review.sample("R-\(id)", id: id, facts.merging(more) { $1 }))
    for (side, number) in [("ours", 1), ("theirs", 2)] {
      shelf.add(
        try Attendance.sample(
          "A-\(id)-\(number)",
          id: id * 10 + Int64(number),
          ["review": "\(id)", "name": "Ada", "side": side]
        )
      )
    }
  }

  /// The only judgement of a rule about a file.
  static func judge(
    _ rule: Rule,
    _ file: RelationshipFile,
    on day: String,
    edition: Edition = .of2018,
    _ change: (inout RuleContext) -> Void = { _ in },
    at location: SourceLocation = #_sourceLocation
  ) throws -> Judgement {
    let context = try RuleSamples.context(on: day, edition: edition, change)
    let judgements = rule.judge(file, context)
    #expect(judgements.count == 1, sourceLocation: location)
    return try #require(judgements.first, sourceLocation: location)
  }

  /// Checks that a waiver holds through its last day, and that it is named the day after.
  static func expectWaiver(
    of rule: Rule,
    _ kind: String = "party",
    _ subject: String = "P-1",
    until last: String,
    edition: Edition = .of2018,
    _ change: (inout RuleContext) throws -> Void = { _ in },
    at location: SourceLocation = #_sourceLocation,
    file: (String) throws -> RelationshipFile?
  ) throws {
    let waiver = try Waiver.sample(rule.id, kind, subject, from: "2020-01-01", until: last)
    let next = try RuleSamples.day(last).adding(days: 1).description
    var during = try RuleSamples.context(on: last, edition: edition)
    try change(&during)
    during.organization.records.add(waiver)
    let outcome = rule.run(try file(last), during)
    #expect(outcome.summary[.waived] == 1, sourceLocation: location)
    #expect(outcome.findings.isEmpty, sourceLocation: location)
    var after = try RuleSamples.context(on: next, edition: edition)
    try change(&after)
    after.organization.records.add(waiver)
    let finding = try #require(
      rule.run(try file(next), after).findings.first,
      sourceLocation: location
    )
    #expect(finding.judgement.result == .fail, sourceLocation: location)
    let message = finding.judgement.message
    #expect(
      message.hasSuffix(" The waiver by Ada ran out on \(last)."),
      sourceLocation: location
    )
  }
}
