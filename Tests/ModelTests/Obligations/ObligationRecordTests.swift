import Model
import Testing

@Suite struct ObligationRecordTests {
  /// The cells of a record, by the names of its fields.
  private struct Cells: RecordCells {
    let texts: [Int: String]
    let integers: [Int: Int64]

    func text(_ column: Int) -> String? { texts[column] }
    func integer(_ column: Int) -> Int64? { integers[column] }
  }

  private func obligation(_ facts: [String: String] = [:]) throws -> Obligation {
    let fields = Obligation.type.fields.map(\.name)
    var texts = [1: "report"]
    let integers: [Int: Int64] = [0: 7, 2: 1]
    let usual = ["debtor": "supplier", "kind": "serviceReport", "title": "Service report"]
    for (name, value) in usual.merging(facts, uniquingKeysWith: { $1 }) {
      let column = try #require(fields.firstIndex(of: name)) + 2
      texts[column] = value
    }
    var row = RecordRow(Cells(texts: texts, integers: integers))
    return try Obligation(&row)
  }

  private func instance(_ facts: [String: String]) throws -> ObligationSchedule.Instance? {
    let schedule = try ObligationSchedule(
      obligation(facts.merging(["startsOn": "2026-02-01"]) { old, _ in old }),
      dueOffset: Sample.period("10bd")
    )
    return try schedule.instances(
      from: Sample.day("2026-02-02"),
      through: Sample.day("2026-12-31"),
      calendar: Sample.office()
    ).instances.first
  }

  @Test func `a record with a rule recurs`() throws {
    let usual = try instance(["recurrence": "FREQ=MONTHLY", "coverage": "previousMonth"])
    #expect(usual?.day.description == "2026-03-01")
    #expect(usual?.due?.description == "2026-03-13")
    let stated = try instance([
      "recurrence": "FREQ=MONTHLY", "coverage": "previousMonth", "dueOffset": "1d",
      "adjustment": "preceding", "grace": "1w",
    ])
    #expect(stated?.due?.description == "2026-02-27")
    #expect(stated?.graceDays == 7)
  }

  @Test func `a record without a rule is owed once`() throws {
    #expect(try instance(["startsOn": "2026-02-01"]) == nil)
    #expect(try instance(["startsOn": "2026-05-02"])?.due?.description == "2026-05-18")
    #expect(try instance(["startsOn": "2026-05-02", "validThrough": "2026-05-01"]) == nil)
  }

  @Test func `a record with a bad rule is refused`() throws {
    #expect(throws: RecurrenceProblem.unknownPart("BYHOUR")) {
      try instance(["recurrence": "FREQ=DAILY;BYHOUR=9"])
    }
  }

  @Test func `every coverage and adjustment of a record has a meaning`() {
    for coverage in Obligation.Coverage.allCases {
      #expect(CoveredPeriod(rawValue: coverage.rawValue) != nil)
    }
    for adjustment in Obligation.Adjustment.allCases {
      #expect(NoticeAdjustment(rawValue: adjustment.rawValue) != nil)
    }
  }
}
