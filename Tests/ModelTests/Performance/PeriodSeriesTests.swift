import Model
import Testing

@Suite struct PeriodSeriesTests {
  private func labels(
    _ months: Int,
    from first: String,
    through last: String? = nil,
    recorded: [(String, String)] = [],
    before day: String,
    most: Int = 12
  ) throws -> [String] {
    let series = PeriodSeries(
      months: months,
      from: try Sample.day(first),
      through: try last.map { try Sample.day($0) },
      recorded: try recorded.map {
        Term(startsOn: try Sample.day($0.0), endsOn: try Sample.day($0.1))
      }
    )
    return series.finished(before: try Sample.day(day), most: most).map(\.label)
  }

  @Test func `months are those of the calendar and finished after their last day`() throws {
    let first = "2025-01-01"
    #expect(try labels(1, from: first, before: "2025-02-28") == ["2025-01"])
    #expect(try labels(1, from: first, before: "2025-03-01") == ["2025-01", "2025-02"])
    #expect(try labels(1, from: first, before: "2025-03-01", most: 1) == ["2025-02"])
  }

  @Test func `quarters and years follow the calendar too`() throws {
    #expect(
      try labels(3, from: "2025-02-01", before: "2025-10-01")
        == ["2025-04-01 to 2025-06-30", "2025-07-01 to 2025-09-30"]
    )
    #expect(
      try labels(12, from: "2024-01-01", before: "2025-01-01") == ["2024-01-01 to 2024-12-31"]
    )
  }

  @Test func `a whole period on record sets the beginning of all`() throws {
    let recorded = [("2025-01-20", "2025-01-31"), ("2025-03-15", "2025-04-14")]
    #expect(
      try labels(1, from: "2025-01-20", recorded: recorded, before: "2025-04-15")
        == ["2025-02-15 to 2025-03-14", "2025-03-15 to 2025-04-14"]
    )
  }

  @Test func `periods that are not wholly promised are left out`() throws {
    #expect(
      try labels(1, from: "2025-01-02", through: "2025-03-30", before: "2025-05-01") == ["2025-02"]
    )
  }
}
