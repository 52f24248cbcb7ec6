import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM07Tests {
  /// A customer with a service review on Monday 2026-03-02; minutes are due on 2026-03-16.
  private func file(on day: String, minutesOn: String? = nil) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    try CustomerSamples.addReview("service", on: "2026-03-02", to: &file.records)
    file.records[Review.self][0].minutesIssuedOn = try minutesOn.map { try RuleSamples.day($0) }
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try CustomerSamples.judge(.minutes, file, on: day)
  }

  @Test func `minutes that are due on the day are not late, the day after they are`() throws {
    let due = try judge(try file(on: "2026-03-16"), on: "2026-03-16")
    #expect(due.result == .dueSoon)
    #expect(due.due?.description == "2026-03-16")
    let late = try judge(try file(on: "2026-03-17"), on: "2026-03-17")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "R-1")
    #expect(
      late.message
        == "Review R-1 of 2026-03-02 with P-1 (Acme): no minutes, due 2026-03-16, 1 business day late as of 2026-03-17."
    )
  }

  @Test func `a meeting that is documented in time passes`() throws {
    let file = try file(on: "2026-04-01", minutesOn: "2026-03-16")
    #expect(try judge(file, on: "2026-04-01").result == .pass)
  }

  @Test func `minutes that came late stay an observation for a year`() throws {
    let file = try file(on: "2026-04-01", minutesOn: "2026-03-20")
    let judgement = try judge(file, on: "2027-03-02")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .observation)
    #expect(
      judgement.message
        == "Review R-1 of 2026-03-02 with P-1 (Acme): minutes issued 2026-03-20, 4 business days late."
    )
    #expect(try judge(file, on: "2027-03-03").result == .pass)
  }

  @Test func `people of both sides and owners of actions must be named`() throws {
    var file = try file(on: "2026-04-01", minutesOn: "2026-03-10")
    file.records[Attendance.self] = []
    for (id, owner) in [(1, "Ada"), (2, nil)] as [(Int64, String?)] {
      var facts = ["kind": "task", "title": "Do it", "review": "1"]
      facts["owner"] = owner
      file.records.add(try Action.sample("X-\(id)", id: id, facts))
    }
    let judgement = try judge(file, on: "2026-04-01")
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "Review R-1 of 2026-03-02 with P-1 (Acme): nobody of ours named; nobody of theirs named; 2 actions without owner or day as of 2026-04-01."
    )
  }

  @Test func `an action that is done needs no day any more`() throws {
    var file = try file(on: "2026-04-01", minutesOn: "2026-03-10")
    file.records.add(
      try Action.sample(
        "X-1",
        ["kind": "task", "title": "Do it", "review": "1", "doneOn": "2026-03-12"]
      )
    )
    #expect(try judge(file, on: "2026-04-01").result == .pass)
  }

  @Test func `without a calendar no day for minutes is known`() throws {
    let judgement = try CustomerSamples.judge(
      .minutes,
      try {
        var file = try file(on: "2026-03-17")
        file.agreements[0].calendar = nil
        return file
      }(),
      on: "2026-03-17"
    ) { $0.organization.calendar = nil }
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Review R-1 of 2026-03-02 with P-1 (Acme): no calendar says which days after 2026-03-02 are business days, so no day for minutes is known."
    )
  }

  @Test func `a meeting still to come, or of another kind, is not judged`() throws {
    let context = try RuleSamples.context(on: "2026-03-01")
    #expect(Rule.minutes.judge(try file(on: "2026-03-01"), context).isEmpty)
    var file = try CustomerSamples.file(on: "2026-04-01")
    try CustomerSamples.addReview("performance", on: "2026-03-02", to: &file.records)
    #expect(Rule.minutes.judge(file, try RuleSamples.context(on: "2026-04-01")).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .minutes, until: "2026-03-31") { day in
      try file(on: day)
    }
  }
}
