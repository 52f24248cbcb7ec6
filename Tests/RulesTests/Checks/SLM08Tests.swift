import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM08Tests {
  private let rule = Rule.workloads

  /// An SLA since 2025-01-01 that is built for 100 calls a month, with the volumes from January on.
  private func file(
    on day: String,
    _ volumes: [String?],
    note: String? = nil
  ) throws -> RelationshipFile {
    try ServiceLevelSamples.file(on: day) { agreement in
      agreement.terms.startsOn = try RuleSamples.day("2025-01-01")
      agreement.records.add(
        try WorkloadLimit.sample(
          "W-1",
          id: 4,
          ["agreement": "1", "metric": "Calls", "value": "100", "window": "month"]
        )
      )
      for (index, volume) in volumes.enumerated() {
        let first = try RuleSamples.day("2025-0\(index + 1)-01")
        var facts = [
          "workloadLimit": "4", "periodStart": first.description,
          "periodEnd": first.endOfMonth.description,
        ]
        facts["actual"] = volume
        if index == volumes.count - 1 { facts["note"] = note }
        agreement.records.add(
          try WorkloadMeasurement.sample("WM-\(index)", id: Int64(index), facts)
        )
      }
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> [Judgement] {
    rule.judge(file, try RuleSamples.context(on: day))
  }

  @Test func `two of the last three periods above the limit need a note`() throws {
    let volumes = ["120", "100", "100.5"]
    let day = "2025-04-02"
    let judgements = try judge(file(on: day, volumes), on: day)
    #expect(judgements.map(\.result) == [.pass, .fail])
    #expect(judgements.map(\.part) == ["W-1", "W-1 volume"])
    #expect(judgements.last?.grade == .minor)
    #expect(
      judgements.last?.message
        == "Workload limit W-1 (Calls) of SLA A-1 with Acme: 120 in 2025-01 and 100.5 in 2025-03 exceed 100, and no note says what is done, as of 2025-04-02."
    )
    let noted = try judge(file(on: day, volumes, note: "New limit agreed."), on: day)
    #expect(noted.map(\.result) == [.pass, .pass])
  }

  @Test func `one period above the limit is within the rule`() throws {
    let day = "2025-04-02"
    let judgements = try judge(file(on: day, ["120", "100", "100"]), on: day)
    #expect(judgements.map(\.result) == [.pass, .pass])
    #expect(
      judgements.last?.message
        == "Workload limit W-1 (Calls) of SLA A-1 with Acme: above 100 in 1 of the last 3 periods."
    )
  }

  @Test func `a volume is due ten business days after its period`() throws {
    let due = try judge(file(on: "2025-03-14", ["50"]), on: "2025-03-14")
    #expect(due.map(\.result) == [.dueSoon, .pass])
    let late = try judge(file(on: "2025-03-15", ["50"]), on: "2025-03-15")
    #expect(late.first?.result == .fail)
    #expect(late.first?.grade == .minor)
    #expect(
      late.first?.message
        == "Workload limit W-1 (Calls) of SLA A-1 with Acme: no volume for 2025-02, due 2025-03-14, 1 day overdue as of 2025-03-15."
    )
  }

  @Test func `a limit that was never counted is major`() throws {
    let judgements = try judge(file(on: "2025-02-20", [nil]), on: "2025-02-20")
    #expect(judgements.map(\.result) == [.fail])
    #expect(judgements.first?.grade == .major)
  }

  @Test func `without limit or start it cannot be judged`() throws {
    var bare = try ServiceLevelSamples.file(on: "2025-02-20")
    let none = try judge(bare, on: "2025-02-20")
    #expect(none.map(\.result) == [.insufficientData])
    #expect(
      none.first?.message
        == "SLA A-1 with Acme: no workload limit is recorded, so no volume can be compared."
    )
    bare.agreements[0].contentItems = [
      AgreementFile.ContentItem(key: "workload", state: "notApplicable")
    ]
    #expect(try judge(bare, on: "2025-02-20").map(\.result) == [.notApplicable])
    var timeless = try file(on: "2025-02-20", [])
    timeless.agreements[0].terms.startsOn = nil
    #expect(
      try judge(timeless, on: "2025-02-20").first?.message
        == "Workload limit W-1 (Calls) of SLA A-1 with Acme: the agreement has no start, so no period is known."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try file(on: "2025-02-20", [])
    try rule.expectWaivers("agreement", "A-1", file, RuleSamples.context(on: "2025-02-20"))
  }
}
