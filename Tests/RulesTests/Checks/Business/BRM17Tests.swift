import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM17Tests {
  private static let name = "Survey V-1 of P-1 (Acme) closed 2026-01-10"

  /// A customer with a survey closed on 2026-01-10; the analysis is due on 2026-02-09.
  private func file(
    on day: String,
    _ more: [String: String] = [:],
    _ actions: [Action] = []
  ) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    let facts = [
      "party": "7", "periodStart": "2025-12-01", "periodEnd": "2025-12-31",
      "closedOn": "2026-01-10", "score": "4.2", "target": "4",
    ]
    file.records.add(
      try Survey.sample("V-1", facts.merging(more) { $1 }.filter { !$0.value.isEmpty })
    )
    file.records[Action.self] = actions
    return file
  }

  private static let analysed = [
    "analysedOn": "2026-02-09", "conclusions": "Good.", "reportedOn": "2026-02-09",
  ]

  private func judge(
    _ more: [String: String] = [:],
    _ actions: [Action] = [],
    on day: String = "2026-03-01",
    edition: Edition = .of2018
  ) throws -> Judgement {
    let file = try file(on: day, more, actions)
    return try CustomerSamples.judge(.surveyAnalysis, file, on: day, edition: edition)
  }

  @Test func `an analysis due on the day is not late, the day after it is`() throws {
    let due = try judge(on: "2026-02-09")
    #expect(due.result == .dueSoon)
    #expect(due.message == "\(Self.name): not analysed, not reported, due 2026-02-09.")
    let late = try judge(on: "2026-02-10")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "V-1")
    #expect(
      late.message
        == "\(Self.name): not analysed, not reported, due 2026-02-09, 1 day late as of 2026-02-10."
    )
  }

  @Test func `a survey that is analysed and reported passes`() throws {
    let judgement = try judge(Self.analysed)
    #expect(judgement.result == .pass)
    #expect(judgement.message == "\(Self.name) is analysed and acted on.")
    #expect(judgement.evidence == [Judgement.Evidence("survey", "V-1")])
  }

  @Test func `only the edition of 2018 asks for a report`() throws {
    let facts = Self.analysed.merging(["reportedOn": ""]) { $1 }
    #expect(try judge(facts, edition: .of2011).result == .pass)
    #expect(
      try judge(facts).message
        == "\(Self.name): not reported, due 2026-02-09, 20 days late as of 2026-03-01."
    )
  }

  @Test func `a score below the target needs an improvement, an action or a reason`() throws {
    let low = Self.analysed.merging(["score": "3.9"]) { $1 }
    #expect(
      try judge(low).message
        == "\(Self.name): no action for score 3.9 below 4, due 2026-02-09, 20 days late as of 2026-03-01."
    )
    #expect(try judge(low.merging(["improvement": "4"]) { $1 }).result == .pass)
    #expect(try judge(low.merging(["noActionBecause": "Strike."]) { $1 }).result == .pass)
    for (kind, result) in [
      ("improvement", RuleResult.pass), ("corrective", .pass), ("task", .fail),
    ] {
      let action = try Action.sample("X-1", ["kind": kind, "title": "Do it", "survey": "1"])
      #expect(try judge(low, [action]).result == result)
    }
    let equal = Self.analysed.merging(["score": "4.0"]) { $1 }
    #expect(try judge(equal).result == .pass)
  }

  @Test func `an analysis without conclusions is none`() throws {
    #expect(
      try judge(Self.analysed.merging(["conclusions": " "]) { $1 }).message
        == "\(Self.name): no conclusions, due 2026-02-09, 20 days late as of 2026-03-01."
    )
  }

  @Test func `without a score or a target nobody can judge`() throws {
    for (gap, other) in [("score", "target"), ("target", "score")] {
      let judgement = try judge(Self.analysed.merging([gap: "", other: "3"]) { $1 })
      #expect(judgement.result == .insufficientData)
      #expect(judgement.message == "\(Self.name) has no \(gap), so nobody can judge it.")
    }
  }

  @Test func `an analysis that came late is an observation until the next survey is due`() throws {
    let facts = Self.analysed.merging(["analysedOn": "2026-02-11"]) { $1 }
    let judgement = try judge(facts, on: "2027-01-10")
    #expect(judgement.grade == .observation)
    #expect(
      judgement.message == "\(Self.name): analysed 2026-02-11, due 2026-02-09, 2 days late."
    )
    #expect(try judge(facts, on: "2027-01-11").result == .pass)
  }

  @Test func `of older surveys only those within the interval are judged`() throws {
    var file = try file(on: "2026-03-01", Self.analysed)
    for (id, day) in [(2, "2025-03-01"), (3, "2025-02-28")] as [(Int64, String)] {
      file.records.add(
        try Survey.sample(
          "V-\(id)",
          id: id,
          ["periodStart": "2025-01-01", "periodEnd": "2025-01-31", "closedOn": day]
        )
      )
    }
    let judgements = Rule.surveyAnalysis.judge(file, try RuleSamples.context(on: "2026-03-01"))
    #expect(judgements.map(\.part) == ["V-1", "V-2"])
    #expect(judgements.map(\.result) == [.pass, .fail])
  }

  @Test func `a survey of all customers is judged with the organisation`() throws {
    let survey = try Survey.sample(
      "V-1",
      ["periodStart": "2025-12-01", "periodEnd": "2025-12-31", "closedOn": "2026-01-10"]
    )
    let context = try RuleSamples.context(on: "2026-02-10") { $0.organization.records.add(survey) }
    #expect(
      Rule.surveyAnalysis.judge(context).map(\.message) == [
        "Survey V-1 closed 2026-01-10: not analysed, not reported, due 2026-02-09, 1 day late as of 2026-02-10."
      ]
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .surveyAnalysis, until: "2026-03-31") { day in
      try file(on: day)
    }
  }
}
