import Foundation
import TestSupport
import Testing

/// Rules of an organisation's own, run by the built program.
@Suite struct OwnRuleCommandTests {
  private let program: Program
  private let head = "-- id: ACME-01\n-- title: Ours\n-- remediation: Do it.\n"

  init() throws {
    program = try Program()
    try program.fillStore()
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("ours"),
      withIntermediateDirectories: false
    )
  }

  private func write(_ text: String, _ name: String = "a.sql") throws {
    try Data(text.utf8).write(to: program.folder.appendingPathComponent("ours/" + name))
  }

  private func check(_ rule: String = "ACME-01") throws -> Program.Result {
    try program.run(
      "check",
      "--as-of",
      "2026-06-30",
      "--rules",
      "ours",
      "--rule",
      rule,
      "--format",
      "ndjson"
    )
  }

  private func message(of query: String) throws -> String? {
    try write(head + query)
    let line = Data(try check().output.utf8)
    return try (JSONSerialization.jsonObject(with: line) as? [String: Any])?["message"] as? String
  }

  @Test func `a rule sees the store as of the day, and its rows are findings`() throws {
    try write(
      head + """
        SELECT reference AS subject, '2026-01-31' AS due, 'Not ' || 'good.' AS message
        FROM agreementAsOf ORDER BY reference LIMIT 1
        """
    )
    let result = try check()
    #expect(result.code == 1)
    #expect(result.output.contains("\"message\":\"Not good.\""))
    #expect(result.output.contains("\"due\":\"2026-01-31\""))
    #expect(result.output.contains("\"grade\":\"major\""))
    let list = try program.run("rule", "list", "--rules", "ours", "--format", "csv")
    #expect(list.output.contains("ACME-01,Ours"))
    let show = try program.run("rule", "show", "ACME-01", "--rules", "ours")
    #expect(show.output.contains("The query in a.sql gives a row."))
  }

  @Test(arguments: [
    (
      "SELEC 1",
      "ACME-01 could not be judged. SQLite says: near \"SELEC\": syntax error (SQLite 1). "
        + "Correct the query."
    ),
    (
      "DELETE FROM party",
      "ACME-01 could not be judged. Its query does something else than read. Use one SELECT."
    ),
    (
      "ATTACH 'other.sqlite' AS other",
      "ACME-01 could not be judged. Its query does something else than read. Use one SELECT."
    ),
    (
      "PRAGMA writable_schema = 1",
      "ACME-01 could not be judged. Its query does something else than read. Use one SELECT."
    ),
    (
      "SELECT 1 AS subject",
      "ACME-01 could not be judged. Its query has no column “due”. "
        + "It needs subject, due, message."
    ),
    (
      "SELECT 'C' AS subject, 'soon' AS due, 'M' AS message",
      "ACME-01 could not be judged. “soon” in the column due is no day; give YYYY-MM-DD or NULL."
    ),
    (
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT 'C' AS subject, NULL AS due, 'M' AS message FROM n
      """,
      "ACME-01 could not be judged. Its query gives more than 100000 rows. Select fewer."
    ),
  ])
  func `a query that cannot be run is a finding and stops nothing`(
    query: String,
    sentence: String
  ) throws {
    #expect(try message(of: query) == sentence)
    #expect(try program.run("doctor").code == 0)
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `a broken file is named, and the others are run`() throws {
    try write(head + "SELECT 'C' AS subject, NULL AS due, 'M' AS message")
    try write("SELECT 1", "b.sql")
    try write(head.replacing("ACME-01", with: "SUP-09") + "SELECT 1", "c.sql")
    let result = try check()
    #expect(result.code == 1)
    #expect(result.output.contains("\"rule\":\"ACME-01\""))
    #expect(
      result.errors.contains(
        "ours/b.sql:1: error: The key “id” is missing.\n  Write a line “-- id: …” at the top.\n"
      )
    )
    #expect(result.errors.contains("ours/c.sql: error: The id SUP-09 is taken: "))
  }

  @Test func `a folder that is not there is said`() throws {
    let result = try program.run("check", "--rules", "nowhere", "--fail-on", "never")
    #expect(result.code == 1)
    #expect(
      result.errors
        == """
        nowhere: error: There is no such folder of rules, or it cannot be read.
          Check the path and the permissions.

        """
    )
  }
}
