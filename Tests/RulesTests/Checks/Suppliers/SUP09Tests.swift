import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP09Tests {
  /// A contract from 2024-02-29 on, reviewed on the days; each review is complete.
  private func file(on day: String, reviewedOn days: [String] = []) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party())
    var agreement = try RuleSamples.agreement(startsOn: "2024-02-29", on: day)
    for (index, day) in days.enumerated() {
      let id = Int64(index + 1)
      agreement.records.add(
        try Review.sample(
          "R-\(id)",
          id: id,
          [
            "kind": "contract", "agreement": "1", "heldOn": day, "result": "Goes on",
            "minutesIssuedOn": day,
          ]
        )
      )
      agreement.records.add(
        try Attendance.sample("A-\(id)", ["review": "\(id)", "name": "Ada", "side": "ours"])
      )
    }
    file.agreements = [agreement]
    return file
  }

  private func judge(on day: String, reviewedOn days: [String] = []) throws -> Judgement {
    let context = try RuleSamples.context(on: day)
    return try #require(
      Rule.contractReviews.judge(try file(on: day, reviewedOn: days), context).first
    )
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    let due = try judge(on: "2025-02-28")
    #expect(due.result == .dueSoon)
    #expect(due.due?.description == "2025-02-28")
    let late = try judge(on: "2025-03-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Contract review of C-1 with Acme: never held, due 2025-02-28, 1 day overdue as of 2025-03-01."
    )
  }

  @Test func `a review that was held moves the due day`() throws {
    let judgement = try judge(on: "2026-02-01", reviewedOn: ["2025-03-10"])
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-03-10")
    #expect(judgement.evidence == [Judgement.Evidence("review", "R-1")])
  }

  /// TC-20: the second review was recorded on 2026-04-15.
  @Test func `a review that was not known then leaves the one before it overdue by 30 days`() throws
  {
    let now = try judge(on: "2026-03-31", reviewedOn: ["2025-03-01", "2026-03-01"])
    #expect(now.result == .pass)
    #expect(
      now.message == "Contract review of C-1 with Acme: last 2026-03-01, due 2027-03-01."
    )
    let then = try judge(on: "2026-03-31", reviewedOn: ["2025-03-01"])
    #expect(then.result == .fail)
    #expect(
      then.message
        == """
        Contract review of C-1 with Acme: last 2025-03-01, due 2026-03-01, 30 days overdue as of \
        2026-03-31.
        """
    )
  }

  @Test func `a late review moves the next due day only if the policy is rolling`() throws {
    let file = try file(on: "2026-03-05", reviewedOn: ["2025-03-10"])
    let rolling = Rule.contractReviews.judge(file, try RuleSamples.context(on: "2026-03-05"))
    #expect(rolling.map(\.result) == [.dueSoon])
    #expect(rolling.first?.due?.description == "2026-03-10")
    let anchored = try Rule.contractReviews.only(
      file,
      try RuleSamples.context(on: "2026-03-05") { $0.policy.reviews.duePolicy = .anchored }
    )
    #expect(anchored.grade == .minor)
    #expect(
      anchored.message
        == """
        Contract review of C-1 with Acme: last 2025-03-10, due 2026-02-28, 5 days overdue as of \
        2026-03-05.
        """
    )
  }

  @Test func `an early review fills its slot within the days of the policy`() throws {
    let file = try file(on: "2025-03-01", reviewedOn: ["2025-01-29"])
    func due(_ early: String) throws -> String? {
      let early = try period(early)
      let context = try RuleSamples.context(on: "2025-03-01") { context in
        context.policy.reviews.duePolicy = .anchored
        context.policy.reviews.early = early
      }
      return try Rule.contractReviews.only(file, context).due?.description
    }
    #expect(try due("30d") == "2026-02-28")
    #expect(try due("29d") == "2025-02-28")
  }

  @Test func `a review that is not yet known does not count`() throws {
    let known = try judge(on: "2026-03-31", reviewedOn: ["2025-03-01", "2026-03-01"])
    #expect(known.result == .pass)
    #expect(known.due?.description == "2027-03-01")
    let then = try judge(on: "2026-03-31", reviewedOn: ["2025-03-01"])
    #expect(then.result == .fail)
    #expect(
      then.message
        == """
        Contract review of C-1 with Acme: last 2025-03-01, due 2026-03-01, 30 days overdue as of \
        2026-03-31.
        """
    )
  }

  @Test func `the edition of 2005 allows twelve months at most`() throws {
    func judge(_ interval: String, _ edition: Edition) throws -> [Judgement] {
      var file = try file(on: "2024-06-01")
      file.agreements[0].reviewInterval = try period(interval)
      return Rule.contractReviews.judge(
        file,
        try RuleSamples.context(on: "2024-06-01", edition: edition)
      )
    }
    #expect(try judge("12m", .of2005).map(\.result) == [.pass])
    #expect(try judge("18m", .of2018).map(\.result) == [.pass])
    let both = try judge("18m", .of2005)
    #expect(both.map(\.result) == [.pass, .fail])
    #expect(both.last?.grade == .minor)
    #expect(both.last?.part == "interval")
    #expect(
      both.last?.message
        == """
        Contract review of C-1 with Acme: planned every 18 months; the edition of 2005 allows 12 \
        months at most, as of 2024-06-01.
        """
    )
  }

  @Test func `a review without minutes does not count`() throws {
    var file = try file(on: "2025-06-01", reviewedOn: ["2025-03-10"])
    file.agreements[0].records[Review.self][0].minutesIssuedOn = nil
    let judgement = Rule.contractReviews.judge(file, try RuleSamples.context(on: "2025-06-01"))
      .first
    #expect(judgement?.result == .fail)
  }

  @Test func `a contract without a start cannot be judged`() throws {
    var file = try file(on: "2025-06-01")
    file.agreements[0].terms.startsOn = nil
    let judgement = Rule.contractReviews.judge(file, try RuleSamples.context(on: "2025-06-01"))
      .first
    #expect(judgement?.result == .insufficientData)
  }

  @Test func `more than ninety days overdue is major, with the reason`() throws {
    let context = try RuleSamples.context(on: "2025-05-30")
    let finding = Rule.contractReviews.run(try file(on: "2025-05-30"), context).findings.first
    #expect(finding?.judgement.grade == .major)
    #expect(finding?.judgement.upgrade == "Raised to major: overdue for more than 90 days.")
    #expect(finding?.key == "SUP-09/agreement/C-1/2025-02-28")
    let before = try RuleSamples.context(on: "2025-05-29")
    let minor = Rule.contractReviews.run(try file(on: "2025-05-29"), before).findings.first
    #expect(minor?.judgement.grade == .minor)
  }

  @Test func `a waiver holds through its last day`() throws {
    let waiver = try Waiver.sample(
      "SUP-09",
      "agreement",
      "C-1",
      from: "2025-03-01",
      until: "2025-04-30"
    )
    let during = try RuleSamples.context(on: "2025-04-30") {
      $0.organization.records.add(waiver)
    }
    let outcome = Rule.contractReviews.run(try file(on: "2025-04-30"), during)
    #expect(outcome.summary == [.waived: 1])
    #expect(outcome.findings.isEmpty)
    let after = try RuleSamples.context(on: "2025-05-01") { $0.organization.records.add(waiver) }
    let finding = Rule.contractReviews.run(try file(on: "2025-05-01"), after).findings.first
    #expect(finding?.judgement.result == .fail)
    #expect(
      finding?.judgement.message.hasSuffix("The waiver by Ada ran out on 2025-04-30.") == true
    )
  }
}
