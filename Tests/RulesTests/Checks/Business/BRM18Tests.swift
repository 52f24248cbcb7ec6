import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM18Tests {
  /// A customer with an improvement that was agreed on Monday 2026-03-02, due on 2026-03-16.
  private func file(on day: String, _ more: [String: String] = [:]) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    file.records.add(try action(more))
    return file
  }

  private func action(_ more: [String: String] = [:]) throws -> Action {
    let facts = [
      "kind": "improvement", "title": "Faster", "review": "1", "raisedOn": "2026-03-02",
    ]
    return try .sample("X-1", facts.merging(more) { $1 }.filter { !$0.value.isEmpty })
  }

  /// A customer with an entry of the register due on 2026-03-01.
  private func entry(on day: String, _ more: [String: String] = [:]) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    let facts = [
      "title": "Faster", "source": "review", "party": "7", "registeredOn": "2026-01-15",
      "dueOn": "2026-03-01",
    ]
    file.records.add(
      try Improvement.sample("I-1", facts.merging(more) { $1 }.filter { !$0.value.isEmpty })
    )
    return file
  }

  private func judge(
    _ file: RelationshipFile,
    on day: String,
    _ change: (inout RuleContext) -> Void = { _ in }
  ) throws -> Judgement {
    try CustomerSamples.judge(.improvements, file, on: day, change)
  }

  @Test func `an improvement to be registered on the day is not late, the day after it is`() throws
  {
    let due = try judge(try file(on: "2026-03-16"), on: "2026-03-16")
    #expect(due.result == .dueSoon)
    let late = try judge(try file(on: "2026-03-17"), on: "2026-03-17")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(late.part == "X-1")
    #expect(
      late.message
        == "Improvement X-1 of P-1 (Acme), raised 2026-03-02, is not in the register, due 2026-03-16, 1 business day late as of 2026-03-17."
    )
  }

  @Test func `an improvement in the register passes`() throws {
    let judgement = try judge(try file(on: "2026-04-01", ["improvement": "4"]), on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Improvement X-1 of P-1 (Acme) is in the register.")
  }

  @Test func `the day of the review stands for the day it was raised, else nobody knows`() throws {
    var file = try file(on: "2026-03-17", ["raisedOn": ""])
    let unknown = try judge(file, on: "2026-03-17")
    #expect(unknown.result == .insufficientData)
    #expect(
      unknown.message
        == "Improvement X-1 of P-1 (Acme) is not in the register, nor is the day it was raised."
    )
    try CustomerSamples.addReview("service", on: "2026-03-02", to: &file.records)
    #expect(try judge(file, on: "2026-03-17").result == .fail)
  }

  @Test func `without a calendar no day for the register is known`() throws {
    let judgement = try judge(try file(on: "2026-03-17"), on: "2026-03-17") {
      $0.organization.calendar = nil
    }
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Improvement X-1 of P-1 (Acme) is not in the register, and no calendar says which days after 2026-03-02 are business days."
    )
  }

  @Test func `other actions, and those out of nothing, need no entry`() throws {
    let context = try RuleSamples.context(on: "2026-04-01")
    for facts in [["kind": "task"], ["kind": "corrective"], ["review": ""]] {
      let file = try file(on: "2026-04-01", facts)
      #expect(Rule.improvements.judge(file, context).isEmpty)
    }
    for source in ["complaint", "survey", "measurement"] {
      let file = try file(on: "2026-04-01", ["review": "", source: "5"])
      #expect(try judge(file, on: "2026-04-01").result == .fail)
    }
  }

  @Test func `an entry may be thirty days past its day, and no day more`() throws {
    let grace = try judge(try entry(on: "2026-03-31"), on: "2026-03-31")
    #expect(grace.result == .dueSoon)
    let late = try judge(try entry(on: "2026-04-01"), on: "2026-04-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Register entry I-1 of P-1 (Acme): planned 2026-01-15, due 2026-03-01, 31 days overdue as of 2026-04-01."
    )
  }

  @Test func `an entry counts from the day on which it is registered`() throws {
    let context = try RuleSamples.context(on: "2026-01-15")
    #expect(Rule.improvements.judge(try entry(on: "2026-01-15"), context).count == 1)
    let before = try RuleSamples.context(on: "2026-01-14")
    #expect(Rule.improvements.judge(try entry(on: "2026-01-14"), before).isEmpty)
  }

  @Test func `a new plan moves the day`() throws {
    let facts = ["dueOn": "2026-05-31", "replannedOn": "2026-03-01"]
    let judgement = try judge(try entry(on: "2026-04-01", facts), on: "2026-04-01")
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Register entry I-1 of P-1 (Acme): planned anew 2026-03-01, due 2026-05-31."
    )
  }

  @Test func `an entry that is done passes, one that is rejected is of no concern`() throws {
    let day = "2026-06-01"
    for facts in [["doneOn": "2026-05-01"], ["state": "done"]] {
      #expect(try judge(try entry(on: day, facts), on: day).result == .pass)
    }
    let later = ["doneOn": "2026-06-02", "state": "done"]
    #expect(try judge(try entry(on: day, later), on: day).result == .fail)
    #expect(try judge(try entry(on: day, ["state": "rejected"]), on: day).result == .notApplicable)
  }

  @Test func `an entry without a day cannot be judged`() throws {
    let judgement = try judge(try entry(on: "2026-06-01", ["dueOn": ""]), on: "2026-06-01")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Register entry I-1 of P-1 (Acme) has no day by which it shall be done."
    )
  }

  @Test func `what belongs to nobody is judged with the organisation`() throws {
    let action = try action(["review": "", "survey": "1"])
    let context = try RuleSamples.context(on: "2026-03-17") { $0.organization.records.add(action) }
    #expect(
      Rule.improvements.judge(context).map(\.message) == [
        "Improvement X-1, raised 2026-03-02, is not in the register, due 2026-03-16, 1 business day late as of 2026-03-17."
      ]
    )
  }

  @Test func `a supplier is no concern of this rule`() throws {
    var file = RelationshipFile(party: RuleSamples.party())
    file.records.add(try action())
    let context = try RuleSamples.context(on: "2026-04-01")
    #expect(Rule.improvements.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .improvements, until: "2026-04-30") { day in
      try file(on: day)
    }
  }
}
