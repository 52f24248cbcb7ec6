import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM16Tests {
  /// A survey closed on a day: of the customer, or of all.
  private func survey(
    closedOn day: String = "2025-06-10",
    own: Bool = true,
    _ more: [String: String] = [:]
  ) throws -> Survey {
    var facts = ["periodStart": "2025-05-01", "periodEnd": "2025-05-31", "closedOn": day]
    if own { facts["party"] = "7" }
    return try .sample("V-1", facts.merging(more) { $1 })
  }

  /// Answers by segment.
  private func answers(_ answered: KeyValuePairs<String, Int>) throws -> [SurveyResponse] {
    try answered.enumerated().map { index, entry in
      try .sample(
        "A-\(index + 1)",
        id: Int64(index + 1),
        ["survey": "1", "segment": entry.key, "answered": "\(entry.value)"]
      )
    }
  }

  private func file(
    on day: String,
    _ survey: Survey? = nil,
    _ answers: [SurveyResponse] = []
  ) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    if let survey { file.records.add(survey) }
    file.records[SurveyResponse.self] = answers
    return file
  }

  private func judge(
    _ file: RelationshipFile,
    on day: String,
    customers: Int = 3,
    shared: [Survey] = []
  ) throws -> Judgement {
    try CustomerSamples.judge(.satisfaction, file, on: day) {
      $0.organization.partyCounts = ["customer": customers]
      $0.organization.records[Survey.self] = shared
    }
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    #expect(try judge(try file(on: "2025-01-01"), on: "2025-01-01").result == .dueSoon)
    let late = try judge(try file(on: "2025-01-02"), on: "2025-01-02")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Satisfaction of customer P-1 (Acme): never measured, due 2025-01-01, 1 day overdue as of 2025-01-02."
    )
  }

  @Test func `a survey that is closed moves the due day, an open one does not`() throws {
    let closed = try judge(try file(on: "2025-07-01", try survey()), on: "2025-07-01")
    #expect(closed.result == .pass)
    #expect(closed.due?.description == "2026-06-10")
    #expect(closed.evidence == [Judgement.Evidence("survey", "V-1")])
    let later = try survey(closedOn: "2025-07-02")
    let open = try judge(try file(on: "2025-07-01", later), on: "2025-07-01")
    #expect(open.due?.description == "2025-01-01")
  }

  @Test func `a planned interval outranks the default`() throws {
    var file = try file(on: "2025-07-01", try survey())
    file.records.add(
      try Plan.sample(
        "PL-1",
        [
          "kind": "satisfaction", "party": "7", "interval": "6m", "approvedBy": "Ada",
          "approvedOn": "2025-01-01",
        ]
      )
    )
    #expect(try judge(file, on: "2025-07-01").due?.description == "2025-12-10")
  }

  @Test func `with few customers a survey of all counts for those who were asked`() throws {
    let shared = [try survey(own: false)]
    let without = try file(on: "2025-07-01")
    #expect(try judge(without, on: "2025-07-01", shared: shared).result == .fail)
    let with = try file(on: "2025-07-01", nil, try answers(["Sales": 0]))
    #expect(try judge(with, on: "2025-07-01", shared: shared).result == .pass)
    #expect(try judge(without, on: "2025-07-01", customers: 10, shared: shared).result == .pass)
    #expect(try judge(without, on: "2025-07-01", customers: 9, shared: shared).result == .fail)
  }

  @Test func `a sample that is too small, or without a segment, is not representative`() throws {
    let survey = try survey(["invited": "40"])
    let answers = try answers(["Sales": 7, "Stores": 0])
    let file = try file(on: "2025-07-01", survey, answers)
    let judgement = try judge(file, on: "2025-07-01", customers: 10)
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "Satisfaction of customer P-1 (Acme): survey V-1 closed 2025-06-10 is not representative: 7 of 40 answered, 8 needed; no answer from Stores as of 2025-07-01."
    )
    #expect(try judge(file, on: "2025-07-01", customers: 9).result == .pass)
  }

  @Test func `one answer is enough for a segment`() throws {
    let answers = try answers(["Sales": 8, "Stores": 0, "Stores": 1])
    let file = try file(on: "2025-07-01", try survey(["invited": "40"]), answers)
    #expect(try judge(file, on: "2025-07-01", customers: 10).result == .pass)
  }

  @Test func `a survey counts on the day on which it is closed`() throws {
    let judgement = try judge(try file(on: "2025-06-10", try survey()), on: "2025-06-10")
    #expect(judgement.due?.description == "2026-06-10")
  }

  @Test func `the share needed is rounded up, and five are needed in any case`() throws {
    for (invited, needed) in [(40, 8), (41, 9), (6, 5), (25, 5), (26, 6)] {
      for (answered, result) in [(needed, RuleResult.pass), (needed - 1, .fail)] {
        let survey = try survey(["invited": "\(invited)"])
        let file = try file(on: "2025-07-01", survey, try answers(["Sales": answered]))
        #expect(try judge(file, on: "2025-07-01", customers: 10).result == result)
      }
    }
  }

  @Test func `where everybody answered nothing is a sample`() throws {
    let survey = try survey(["population": "3", "invited": "3"])
    let all = try file(on: "2025-07-01", survey, try answers(["Sales": 3]))
    #expect(try judge(all, on: "2025-07-01", customers: 10).result == .pass)
    let two = try file(on: "2025-07-01", survey, try answers(["Sales": 2]))
    #expect(try judge(two, on: "2025-07-01", customers: 10).result == .fail)
  }

  @Test func `without answers, numbers or a start nobody can judge`() throws {
    let start = "Satisfaction of customer P-1 (Acme): survey V-1 closed 2025-06-10"
    let silent = try file(on: "2025-07-01", try survey(["invited": "40"]))
    let none = try judge(silent, on: "2025-07-01", customers: 10)
    #expect(none.result == .insufficientData)
    #expect(none.message == "\(start) has no answers recorded.")
    let unknown = try file(on: "2025-07-01", try survey(), try answers(["Sales": 9]))
    let some = try judge(unknown, on: "2025-07-01", customers: 10)
    #expect(some.result == .insufficientData)
    #expect(some.message == "\(start) does not say how many were asked.")
    let never = try judge(
      try CustomerSamples.file(on: "2025-07-01", slaFrom: nil),
      on: "2025-07-01"
    )
    #expect(never.result == .insufficientData)
    #expect(
      never.message
        == "Satisfaction of customer P-1 (Acme): never measured, and nothing says since when."
    )
  }

  /// The organisation with a survey of all customers of which so many answered, as judged.
  private func judgeAll(
    answered: Int,
    invited: Int? = 100,
    customers: Int = 10
  ) throws -> [Judgement] {
    let shared = try survey(own: false, ["invited": "100"])
    var answers = try answers(["Sales": answered])
    answers[0].invited = invited.map { Int64($0) }
    let context = try RuleSamples.context(on: "2025-07-01") {
      $0.organization.partyCounts = ["customer": customers]
      $0.organization.records.add(shared)
      $0.organization.records[SurveyResponse.self] = answers
    }
    return Rule.satisfaction.judge(context)
  }

  @Test func `with many customers the sample of a survey of all is judged once`() throws {
    let judgement = try #require(try judgeAll(answered: 19).first)
    #expect(judgement.subject.kind == .organization)
    #expect(judgement.result == .fail)
    #expect(
      judgement.message
        == "Satisfaction of all customers: survey V-1 closed 2025-06-10 is not representative: 19 of 100 answered, 20 needed as of 2025-07-01."
    )
    let enough = try #require(try judgeAll(answered: 20).first)
    #expect(enough.result == .pass)
    #expect(
      enough.message == "Satisfaction of all customers: enough answered survey V-1."
    )
    #expect(try judgeAll(answered: 19, customers: 9).isEmpty)
  }

  @Test func `answers that may be kept with customers leave it open`() throws {
    for invited in [90, nil] {
      let judgement = try #require(try judgeAll(answered: 19, invited: invited).first)
      #expect(judgement.result == .insufficientData)
      #expect(
        judgement.message
          == "Satisfaction of all customers: survey V-1 closed 2025-06-10: of the answers that name no customer 19 of 100 answered, 20 needed, and others may be kept with customers."
      )
    }
    #expect(try judgeAll(answered: 20, invited: 90).map(\.result) == [.pass])
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .satisfaction, until: "2025-01-31") { day in
      try file(on: day)
    }
  }
}
