import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP13Tests {
  /// A monthly target from 2026-01-01 on, measured in the months.
  private func file(on day: String, measured months: [Int] = []) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      contract.records.add(
        try ServiceLevelTarget.sample(
          "T-1",
          [
            "agreement": "1", "title": "Availability", "metric": "availability",
            "comparison": "atLeast", "value": "99.9", "window": "month", "validFrom": "2026-01-01",
          ]
        )
      )
      for month in months {
        let start = try RuleSamples.day("2026-0\(month)-01")
        contract.records.add(
          try Measurement.sample(
            "M-\(month)",
            id: Int64(month),
            [
              "target": "1", "periodStart": start.description,
              "periodEnd": start.endOfMonth.description, "value": "99.95",
            ]
          )
        )
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.supplierMeasurements.only(file, try RuleSamples.context(on: day))
  }

  @Test func `ten business days after the month are in time, one day more is not`() throws {
    let due = try judge(try file(on: "2026-03-13", measured: [1]), on: "2026-03-13")
    #expect(due.result == .dueSoon)
    let late = try judge(try file(on: "2026-03-14", measured: [1]), on: "2026-03-14")
    #expect(late.grade == .minor)
    #expect(late.part == "T-1")
    #expect(
      late.message
        == """
        Target T-1 (Availability) of Contract C-1 with Acme: no value for 2026-02, due 2026-03-13, \
        1 day overdue as of 2026-03-14.
        """
    )
  }

  @Test func `a value for each month is enough, none at all is major`() throws {
    let all = try judge(try file(on: "2026-03-14", measured: [1, 2]), on: "2026-03-14")
    #expect(all.result == .pass)
    #expect(try judge(try file(on: "2026-03-14"), on: "2026-03-14").grade == .major)
  }

  @Test func `a contract without targets cannot be judged`() throws {
    let file = try SupplierSamples.file(on: "2026-03-14")
    let judgement = try judge(file, on: "2026-03-14")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Contract C-1 with Acme: no target of late is recorded, so nothing shows how it performs.
        """
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-03-14")
    try Rule.supplierMeasurements.expectWaivable(try file(on: "2026-03-14"), context)
  }
}
