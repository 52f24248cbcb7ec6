import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP14Tests {
  /// A monthly target of at least 99.9 % with values of the months from 2026-01 on; each miss has
  /// a cause and a decision unless said otherwise.
  private func file(on day: String, _ values: [String], explained: Bool = true) throws
    -> RelationshipFile
  {
    try SupplierSamples.file(on: day) { contract in
      contract.records.add(
        try ServiceLevelTarget.sample(
          "T-1",
          [
            "agreement": "1", "title": "Availability", "metric": "availability",
            "comparison": "atLeast", "value": "99.9", "unit": "%", "window": "month",
            "validFrom": "2026-01-01",
          ]
        )
      )
      for (index, value) in values.enumerated() {
        let start = try RuleSamples.day("2026-01-01").addingMonths(index)
        var facts = [
          "target": "1", "periodStart": start.description,
          "periodEnd": start.endOfMonth.description, "value": value,
        ]
        if explained {
          facts["cause"] = "Storm"
          facts["noActionBecause"] = "Rare"
        }
        contract.records.add(
          try Measurement.sample("M-\(index + 1)", id: Int64(index + 1), facts)
        )
      }
    }
  }

  private func last(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try #require(Rule.supplierMisses.judge(file, try RuleSamples.context(on: day)).last)
  }

  private func addReview(on day: String, to file: inout RelationshipFile) throws {
    let facts = [
      "kind": "performance", "agreement": "1", "heldOn": day, "result": "Plan agreed",
      "minutesIssuedOn": day,
    ]
    file.agreements[0].records.add(try Review.sample("R-1", facts))
    file.agreements[0].records.add(
      try Attendance.sample("A-1", ["review": "1", "name": "Ada", "side": "ours"])
    )
  }

  @Test func `three misses of six need a review within twenty business days`() throws {
    let values = ["100", "99", "100", "99", "100", "99"]
    let due = try last(try file(on: "2026-08-11", values), on: "2026-08-11")
    #expect(due.result == .dueSoon)
    #expect(due.part == "T-1 repeated")
    let late = try last(try file(on: "2026-08-12", values), on: "2026-08-12")
    #expect(late.result == .fail)
    #expect(late.grade == .major)
    #expect(
      late.message
        == """
        Target T-1 (Availability) of Contract C-1 with Acme: missed 3 of 6 through 2026-06, no \
        performance review, due 2026-08-11, 1 day overdue as of 2026-08-12.
        """
    )
  }

  @Test func `two misses in a row need one`() throws {
    let values = ["100", "100", "99", "99"]
    let late = try last(try file(on: "2026-06-17", values), on: "2026-06-17")
    #expect(
      late.message
        == """
        Target T-1 (Availability) of Contract C-1 with Acme: missed 2 times in a row through \
        2026-04, no performance review, due 2026-06-16, 1 day overdue as of 2026-06-17.
        """
    )
  }

  @Test func `a review that was held answers it, one without minutes does not`() throws {
    var file = try file(on: "2026-06-17", ["100", "100", "99", "99"])
    try addReview(on: "2026-06-10", to: &file)
    let judgement = try last(file, on: "2026-06-17")
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Target T-1 (Availability) of Contract C-1 with Acme: repeated misses were reviewed."
    )
    file.agreements[0].records[Review.self][0].minutesIssuedOn = nil
    #expect(try last(file, on: "2026-06-17").result == .fail)
  }

  @Test func `a review before the misses does not answer them`() throws {
    var file = try file(on: "2026-06-17", ["100", "100", "99", "99"])
    try addReview(on: "2026-04-30", to: &file)
    #expect(try last(file, on: "2026-06-17").result == .fail)
  }

  @Test func `single misses are judged one by one`() throws {
    let judgement = try last(
      try file(on: "2026-06-17", ["100", "100", "100", "99"], explained: false),
      on: "2026-06-17"
    )
    #expect(judgement.part == "M-4")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .minor)
    let met = try last(try file(on: "2026-06-17", ["100", "100"]), on: "2026-06-17")
    #expect(met.result == .pass)
  }

  @Test func `without a calendar it is not known by when the review is due`() throws {
    var file = try file(on: "2026-06-17", ["100", "100", "99", "99"])
    file.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2026-06-17") { $0.organization.calendar = nil }
    let judgement = Rule.supplierMisses.judge(file, context).last
    #expect(judgement?.result == .insufficientData)
    #expect(
      judgement?.message
        == """
        Target T-1 (Availability) of Contract C-1 with Acme: missed 2 times in a row through \
        2026-04, and no calendar says by when the review is due.
        """
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try file(on: "2026-06-17", ["100", "100", "100", "99"], explained: false)
    let context = try RuleSamples.context(on: "2026-06-17")
    try Rule.supplierMisses.expectWaivable(file, context)
  }
}
