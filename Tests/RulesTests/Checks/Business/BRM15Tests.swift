import Model
import Testing

@testable import Rules

@Suite struct BRM15Tests {
  private static let name = "Complaint K-1 of P-1 (Acme)"

  private func judge(
    _ steps: ComplaintSamples.Steps = ComplaintSamples.opening,
    _ more: [String: String] = ["severity": "critical"],
    escalations: [[String: String]] = [],
    on day: String,
    at instant: String? = nil
  ) throws -> Judgement {
    let file = try ComplaintSamples.file(on: day, steps, more, escalations: escalations)
    return try ComplaintSamples.judge(.complaintEscalation, file, on: day, at: instant)
  }

  private static let second = ["level": "2", "raisedAt": "2026-03-10T10:00:00Z"]
  private static let rejected: ComplaintSamples.Steps =
    ComplaintSamples.opening + [
      ("responded", "2026-03-05T10:00:00Z"), ("investigating", "2026-03-06T10:00:00Z"),
    ]

  @Test func `a complaint within its time needs no higher level`() throws {
    let judgement = try judge(on: "2026-03-09", at: "2026-03-09T16:00:00Z")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "\(Self.name) is at the level where it belongs.")
  }

  @Test func `there is one business day to escalate, and a second later it is late`() throws {
    let due = try judge(on: "2026-03-10", at: "2026-03-10T16:00:00Z")
    #expect(due.result == .dueSoon)
    #expect(
      due.message
        == "\(Self.name): past its time to be solved, 2026-03-09 17:00, to be escalated by 2026-03-10."
    )
    let late = try judge(on: "2026-03-10", at: "2026-03-10T16:00:01Z")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "\(Self.name): past its time to be solved, 2026-03-09 17:00, not escalated by the close of 2026-03-10 as of 2026-03-10."
    )
    let later = try judge(on: "2026-03-11")
    #expect(later.due?.description == "2026-03-10")
    #expect(
      later.message
        == "\(Self.name): past its time to be solved, 2026-03-09 17:00, not escalated by the close of 2026-03-10, 1 business day late as of 2026-03-11."
    )
  }

  @Test func `a level has its time, and a second later it did not react`() throws {
    let levels = [Self.second]
    let limit = try judge(escalations: levels, on: "2026-03-17", at: "2026-03-17T16:00:00Z")
    #expect(limit.result == .pass)
    let late = try judge(escalations: levels, on: "2026-03-17", at: "2026-03-17T16:00:01Z")
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "\(Self.name): level 2 did not react by 2026-03-17 17:00 as of 2026-03-17."
    )
    let reacted = Self.second.merging(["reactedAt": "2026-03-17T16:00:00Z"]) { $1 }
    #expect(try judge(escalations: [reacted], on: "2026-03-20").result == .pass)
  }

  @Test func `two levels that did not react are major`() throws {
    let levels = [Self.second, ["level": "3", "raisedAt": "2026-03-18T10:00:00Z"]]
    let one = try judge(escalations: levels, on: "2026-04-01", at: "2026-04-01T15:00:00Z")
    #expect(one.grade == .minor)
    let two = try judge(escalations: levels, on: "2026-04-02")
    #expect(two.grade == .major)
    #expect(
      two.message
        == "\(Self.name): level 2 did not react by 2026-03-17 17:00; level 3 did not react by 2026-04-01 17:00 as of 2026-04-02."
    )
  }

  @Test func `the next level in time, or a decision, is a reaction`() throws {
    let levels = [Self.second, ["level": "3", "raisedAt": "2026-03-16T10:00:00Z"]]
    #expect(try judge(escalations: levels, on: "2026-03-18").result == .pass)
    let decided = ComplaintSamples.opening + [("responded", "2026-03-16T10:00:00Z")]
    #expect(try judge(decided, escalations: [Self.second], on: "2026-03-18").result == .pass)
  }

  @Test func `a decision that the complainant rejects goes up`() throws {
    let judgement = try judge(Self.rejected, [:], on: "2026-03-10")
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "\(Self.name): decision rejected 2026-03-06, not escalated by the close of 2026-03-09, 1 business day late as of 2026-03-10."
    )
    let before = [["level": "2", "raisedAt": "2026-03-06T09:59:59Z"]]
    #expect(try judge(Self.rejected, [:], escalations: before, on: "2026-03-10").result == .fail)
    let after = [["level": "2", "raisedAt": "2026-03-06T10:00:00Z"]]
    #expect(try judge(Self.rejected, [:], escalations: after, on: "2026-03-10").result == .pass)
  }

  @Test func `an objection to closing goes up as well`() throws {
    let steps =
      Self.rejected.dropLast() + [
        ("awaitingConsent", "2026-03-05T12:00:00Z"), ("reopened", "2026-03-06T10:00:00Z"),
      ]
    #expect(try judge(steps, [:], on: "2026-03-10").result == .fail)
  }

  @Test func `an escalation that came late is an observation`() throws {
    let judgement = try judge(Self.rejected, [:], escalations: [Self.second], on: "2026-03-10")
    #expect(judgement.grade == .observation)
    #expect(
      judgement.message
        == "\(Self.name): decision rejected 2026-03-06, to be escalated by 2026-03-09, and was later."
    )
  }

  @Test func `without a severity nobody can judge`() throws {
    let judgement = try judge(ComplaintSamples.opening, ["severity": ""], on: "2026-03-10")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "\(Self.name) cannot be judged. It has no severity, so no limits hold for it."
    )
  }

  @Test func `a complaint that is closed needs no level any more`() throws {
    let steps = ComplaintSamples.opening + [("closed", "2026-03-20T10:00:00Z")]
    let file = try ComplaintSamples.file(on: "2026-04-10", steps)
    let context = try RuleSamples.context(on: "2026-04-10")
    #expect(Rule.complaintEscalation.judge(file, context).isEmpty)
  }

  @Test func `an escalation at the limit is in time`() throws {
    let limit = [["level": "2", "raisedAt": "2026-03-09T16:00:00Z"]]
    #expect(try judge(Self.rejected, [:], escalations: limit, on: "2026-03-10").result == .pass)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .complaintEscalation, until: "2026-04-30") { day in
      try ComplaintSamples.file(on: day, ComplaintSamples.opening)
    }
  }
}
