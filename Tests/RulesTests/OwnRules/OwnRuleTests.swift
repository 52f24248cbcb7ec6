import Importing
import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct OwnRuleTests {
  private let head = "-- id: ACME-01\n-- title: A title\n-- remediation: Do it.\n"

  private func problems(_ text: String) -> [String] {
    OwnRule.read(Array(text.utf8), named: "a.sql").problems.map { problem in
      "\(problem.place?.line ?? 0) \(problem.code): \(problem.message) \(problem.remedy)"
    }
  }

  private func rule(_ text: String) throws -> OwnRule {
    try #require(OwnRule.read(Array(text.utf8), named: "a.sql").rule)
  }

  @Test func `a file has a head of comments and then its query`() throws {
    let rule = try rule(
      "\(head)-- clause: 4.2\n-- grade: major\n-- subject: party\n\nSELECT 1\n-- a comment: more\n"
    )
    #expect(rule.id == "ACME-01")
    #expect(rule.title == "A title")
    #expect(rule.clause == "4.2")
    #expect(rule.grade == .major)
    #expect(rule.subject == .party)
    #expect(rule.query == "SELECT 1\n-- a comment: more\n")
  }

  @Test func `grade and subject have a default`() throws {
    let rule = try rule(head + "SELECT 1")
    #expect(rule.grade == .minor && rule.subject == .agreement && rule.clause == nil)
  }

  @Test func `everything that is wrong is said at once, with its line`() {
    #expect(
      problems("-- id: acme 1\n-- grade: huge\n-- colour: red\n-- id: B\n") == [
        "3 rule.key: The key “colour” is not known. "
          + "Use id, title, clause, grade, remediation, subject.",
        "4 rule.key: The key “id” stands twice. Keep one of them.",
        "5 rule.query: There is no query. Write it after the comment lines.",
        "1 rule.id: “acme 1” is no id. "
          + "Use capital letters, digits and hyphens, such as ACME-01.",
        "1 rule.missing: The key “title” is missing. Write a line “-- title: …” at the top.",
        "2 rule.value: “huge” is no value of grade. Use one of major, minor, observation.",
        "1 rule.missing: The key “remediation” is missing. "
          + "Write a line “-- remediation: …” at the top.",
      ]
    )
  }

  @Test func `a file that is no text is refused`() {
    let read = OwnRule.read([0x2D, 0xFF], named: "a.sql")
    #expect(read.rule == nil)
    #expect(
      read.problems.first?.message == "The file is no text in UTF-8 of at most 65536 bytes."
    )
  }

  private func outcome(_ answer: OwnRule.Answer) throws -> CheckOutcome {
    try rule(head + "SELECT 1").rule(answer).run(nil, RuleSamples.context(on: "2026-03-01"))
  }

  @Test func `a row is a finding, due soon while its day has not passed`() throws {
    let rows = [
      OwnRule.Row(subject: "C-1", due: nil, message: "One."),
      OwnRule.Row(subject: "C-2", due: try RuleSamples.day("2026-02-28"), message: "Two."),
      OwnRule.Row(subject: "C-3", due: try RuleSamples.day("2026-03-01"), message: "Three."),
    ]
    let findings = try outcome(.rows(rows)).findings
    #expect(
      findings.map { "\($0.key) \($0.judgement.result)" } == [
        "ACME-01/agreement/C-1/- fail", "ACME-01/agreement/C-2/2026-02-28 fail",
        "ACME-01/agreement/C-3/2026-03-01 dueSoon",
      ]
    )
    #expect(findings.first?.judgement.grade == .minor)
  }

  @Test func `no row holds, and a query that failed never reads as that`() throws {
    #expect(try outcome(.rows([])).findings.isEmpty)
    let finding = try #require(try outcome(.failure("SQLite says no.")).findings.first)
    #expect(finding.judgement.result == .insufficientData)
    #expect(finding.judgement.message == "ACME-01 could not be judged. SQLite says no.")
  }
}
