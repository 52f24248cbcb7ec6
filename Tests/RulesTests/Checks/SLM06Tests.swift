import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM06Tests {
  private let rule = Rule.serviceLevelReviews

  private func judge(
    on day: String,
    plan: String? = nil,
    _ change: (inout AgreementFile) throws -> Void = { _ in }
  ) throws -> Judgement {
    let file = try ServiceLevelSamples.file(on: day) { agreement in
      if let plan {
        agreement.records.add(
          try Plan.sample(
            "PL-1",
            [
              "kind": "slaReview", "agreement": "1", "interval": plan, "approvedBy": "Ada",
              "approvedOn": "2024-01-01",
            ]
          )
        )
      }
      try change(&agreement)
    }
    return try rule.only(file, RuleSamples.context(on: day))
  }

  private func review(_ agreement: inout AgreementFile, on day: String, kind: String) throws {
    agreement.records.add(
      try Review.sample(
        "R-1",
        [
          "kind": kind, "agreement": "1", "heldOn": day, "result": "Goes on",
          "minutesIssuedOn": day,
        ]
      )
    )
    agreement.records.add(
      try Attendance.sample("AT-1", ["review": "1", "name": "Ada", "side": "ours"])
    )
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    #expect(try judge(on: "2025-01-01").result == .dueSoon)
    let late = try judge(on: "2025-01-02")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Review of SLA A-1 with Acme: never held, due 2025-01-01, 1 day overdue as of 2025-01-02."
    )
  }

  @Test func `a review of the SLA moves the due day, one of another kind does not`() throws {
    let held = try judge(on: "2025-02-01") { try review(&$0, on: "2024-12-10", kind: "sla") }
    #expect(held.result == .pass)
    #expect(held.due?.description == "2025-12-10")
    let other = try judge(on: "2025-02-01") { try review(&$0, on: "2024-12-10", kind: "service") }
    #expect(other.result == .fail)
  }

  @Test func `the interval of the plan goes before that of the policy`() throws {
    #expect(try judge(on: "2024-08-01", plan: "6m").due?.description == "2024-07-01")
    let hourly = try judge(on: "2024-08-01", plan: "6bh")
    #expect(hourly.result == .insufficientData)
    #expect(hourly.message == "Review of SLA A-1 with Acme: 6bh is no interval of reviews.")
  }

  @Test func `without a start it cannot be judged, not in force it is not concerned`() throws {
    let bare = try judge(on: "2025-01-02") { $0.terms.startsOn = nil }
    #expect(bare.result == .insufficientData)
    #expect(
      bare.message == "Review of SLA A-1 with Acme: it has no start, so nothing is due."
    )
    let over = try judge(on: "2025-01-02") { $0.standing.status = .ended }
    #expect(over.result == .notApplicable)
    #expect(over.message == "SLA A-1 with Acme is not in force.")
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try ServiceLevelSamples.file(on: "2025-01-02")
    try rule.expectWaivers("agreement", "A-1", file, RuleSamples.context(on: "2025-01-02"))
  }
}
