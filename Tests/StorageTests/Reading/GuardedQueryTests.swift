import Model
import Testing

@testable import Storage

@Suite struct GuardedQueryTests {
  private let form = GuardedQuery(columns: ["a", "b"], mostRows: 3)

  private func rows(_ sql: String, isOver: () -> Bool = { false }) throws -> [[String?]] {
    let store = try FullSample.store()
    let day = try #require(CivilDay("2026-06-30"))
    return try store.read(asOf: AsOf(day: day, knowledge: .now)) {
      try $0.rows(sql, form, isOver: isOver)
    }
  }

  @Test func `rows are text by name, whatever the order of the columns`() throws {
    #expect(
      try rows("SELECT 1 AS b, 'x' AS a UNION ALL SELECT NULL, 'y'") == [["x", "1"], ["y", nil]]
    )
  }

  @Test func `a query that takes too long is ended`() {
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS a, 1 AS b FROM n"
    #expect(throws: GuardedQuery.Fault.tooLong) { try rows(endless) { true } }
  }

  @Test func `more rows than allowed are refused`() {
    let four = "SELECT 1 AS a, 1 AS b UNION ALL VALUES (2, 2), (3, 3), (4, 4)"
    #expect(throws: GuardedQuery.Fault.tooMany(3)) { try rows(four) }
  }

  @Test func `a missing column is named`() {
    #expect(throws: GuardedQuery.Fault.noColumn("b")) { try rows("SELECT 1 AS a") }
  }

  @Test(arguments: [
    "DELETE FROM journalEntry", "CREATE TEMP TABLE x (a)", "ATTACH ':memory:' AS other",
    "PRAGMA query_only", "INSERT INTO asOf VALUES ('2026-01-01', 1, 'now')", "COMMIT",
  ])
  func `nothing but reading is possible`(sql: String) {
    #expect(throws: GuardedQuery.Fault.notReading) { try rows(sql) }
  }

  @Test func `the store can be used as before after a query`() throws {
    let store = try FullSample.store()
    let day = try #require(CivilDay("2026-06-30"))
    try store.read(asOf: AsOf(day: day, knowledge: .now)) { reader in
      _ = try? reader.rows("DELETE FROM party", form) { true }
      let rows = try reader.rows("SELECT 1 AS a, 2 AS b", form) { false }
      #expect(rows == [["1", "2"]])
    }
    #expect(try store.lines("SELECT count(*) FROM party") != ["0"])
  }
}
