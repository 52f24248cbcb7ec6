import Model
import Policies
import TestSupport
import Testing

@testable import Rules

/// What holds for rules with a due day while the day moves on.
@Suite struct DuePropertyTests {
  /// A rule with a due day, and the agreement and the review that it is about.
  private struct Subject: Sendable {
    let rule: Rule
    let kind: AgreementKind
    let role: String
    let review: String
  }

  private static let subjects = [
    Subject(rule: .contractReviews, kind: .contract, role: "supplier", review: "contract"),
    Subject(rule: .serviceReviews, kind: .sla, role: "customer", review: "service"),
    Subject(rule: .serviceLevelReviews, kind: .sla, role: "customer", review: "sla"),
    Subject(rule: .internalReviews, kind: .ola, role: "internalSupplier", review: "ola"),
  ]

  /// Two years from the start of the agreement.
  private static let days = 0..<731

  private func file(
    _ subject: Subject,
    from start: String,
    _ reviews: [String],
    on day: String
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party(subject.role))
    var agreement = try RuleSamples.agreement(subject.kind, startsOn: start, on: day)
    var shelf = RecordShelf()
    for (index, held) in reviews.sorted().enumerated() {
      try CustomerSamples.addReview(subject.review, on: held, id: Int64(index + 1), to: &shelf)
    }
    if subject.review == "service" { file.records = shelf } else { agreement.records = shelf }
    file.agreements = [agreement]
    return file
  }

  /// The judgements with a due day, day by day.
  private func walk(
    from start: String,
    _ rule: Rule,
    _ policy: ReviewSchedule.Policy,
    _ file: (String) throws -> RelationshipFile
  ) throws -> [Judgement] {
    try Self.days.flatMap { offset in
      let day = try RuleSamples.day(start).adding(days: offset).description
      let context = try RuleSamples.context(on: day) { $0.policy.reviews.duePolicy = policy }
      return rule.judge(try file(day), context).filter { $0.due != nil }
    }
  }

  @Test(arguments: 0..<12)
  func `a review fails only after it was due soon, for every due day`(seed: Int) throws {
    var generated = GeneratedFiles(seed: seed)
    for subject in Self.subjects {
      let start = try generated.day(after: "2023-12-01", within: 400)
      let reviews = try (0..<seed % 4).map { _ in try generated.day(after: start, within: 730) }
      let policy: ReviewSchedule.Policy = seed.isMultiple(of: 2) ? .rolling : .anchored
      let judgements = try walk(from: start, subject.rule, policy) { day in
        try file(subject, from: start, reviews, on: day)
      }
      #expect(judgements.count == Self.days.count)
      var soon: Set<CivilDay?> = []
      for judgement in judgements {
        if judgement.result == .dueSoon { soon.insert(judgement.due) }
        #expect(judgement.result != .fail || soon.contains(judgement.due), "\(judgement.message)")
      }
    }
  }

  @Test(arguments: Self.subjects.indices)
  func `without any review every one of these rules fails in the end`(index: Int) throws {
    let subject = Self.subjects[index]
    let judgements = try walk(from: "2024-01-01", subject.rule, .rolling) { day in
      try file(subject, from: "2024-01-01", [], on: day)
    }
    let results = judgements.map(\.result)
    let order = results.enumerated().filter { $0 == 0 || results[$0 - 1] != $1 }.map(\.element)
    #expect(order == [.pass, .dueSoon, .fail])
  }

  @Test(arguments: 0..<12)
  func `an exit plan fails only after it was due soon`(seed: Int) throws {
    var generated = GeneratedFiles(seed: seed)
    let start = try generated.day(after: "2023-12-01", within: 400)
    let tested = try generated.day(after: "2023-06-01", within: 150)
    let plan = try ExitPlan.sample(
      "X-1",
      ["kind": "exit", "party": "7", "approvedOn": tested, "reviewedOn": start, "testedOn": tested]
    )
    let judgements = try walk(from: start, .exitPlans, .rolling) { day in
      var file = try SupplierSamples.file(on: day, tier: "strategic", startsOn: tested)
      file.records.add(plan)
      return file
    }
    let results = judgements.map(\.result)
    let failed = try #require(results.firstIndex(of: .fail))
    #expect(results[..<failed].contains(.dueSoon))
    #expect(results.first == .pass || results.first == .dueSoon)
  }
}
