import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct INT02Tests {
  private let rule = Rule.internalReviews

  private func judge(on day: String, _ kind: AgreementKind = .ola) throws -> [Judgement] {
    let file = try ServiceLevelSamples.file(kind, on: day, role: "internalSupplier")
    return rule.judge(file, try RuleSamples.context(on: day))
  }

  @Test func `due on the day is not overdue, the day after is by one day`() throws {
    #expect(try judge(on: "2025-01-01").map(\.result) == [.dueSoon])
    let late = try judge(on: "2025-01-02")
    #expect(late.map(\.grade) == [.minor])
    #expect(
      late.first?.message
        == "Review of OLA A-1 with Acme: never held, due 2025-01-01, 1 day overdue as of 2025-01-02."
    )
  }

  @Test func `a review of the OLA moves the due day`() throws {
    var file = try ServiceLevelSamples.file(.ola, on: "2025-01-02", role: "internalSupplier")
    file.agreements[0].records.add(
      try Review.sample(
        "R-1",
        [
          "kind": "ola", "agreement": "1", "heldOn": "2024-12-01", "result": "Goes on",
          "minutesIssuedOn": "2024-12-02",
        ]
      )
    )
    file.agreements[0].records.add(
      try Attendance.sample("AT-1", ["review": "1", "name": "Ada", "side": "ours"])
    )
    let judgement = try rule.only(file, RuleSamples.context(on: "2025-01-02"))
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2025-12-01")
  }

  @Test func `customers that supply are judged too, contracts and SLAs are not`() throws {
    #expect(try judge(on: "2025-01-02", .customerSupply).map(\.result) == [.fail])
    #expect(try judge(on: "2025-01-02", .contract).isEmpty)
    #expect(try judge(on: "2025-01-02", .sla).isEmpty)
  }

  @Test func `without a start it cannot be judged`() throws {
    var file = try ServiceLevelSamples.file(.ola, on: "2025-01-02", role: "internalSupplier")
    file.agreements[0].terms.startsOn = nil
    let judgement = try rule.only(file, RuleSamples.context(on: "2025-01-02"))
    #expect(judgement.result == .insufficientData)
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try ServiceLevelSamples.file(.ola, on: "2025-01-02", role: "internalSupplier")
    try rule.expectWaivers("agreement", "A-1", file, RuleSamples.context(on: "2025-01-02"))
  }
}
