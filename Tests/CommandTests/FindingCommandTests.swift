import Foundation
import TestSupport
import Testing

/// Findings are kept by `liaison check --record` and followed by `liaison finding`.
@Suite struct FindingCommandTests {
  private let program: Program
  private let day = "2026-06-30"

  init() throws {
    program = try Program()
    try program.fillStore()
  }

  private func record(on day: String) throws -> String {
    try program.run("check", "--as-of", day, "--rule", "SUP-09", "--quiet", "--record").errors
  }

  private func keep(on day: String) throws -> String {
    let result = try program.run("check", "--as-of", day, "--rule", "SUP-09", "--record")
    return result.errors
  }

  private func findings(_ conditions: String...) throws -> [[String: Any]] {
    let words = conditions.flatMap { ["--where", $0] }
    return try program.objects(["finding", "list", "--format", "json", "--as-of", day] + words)
  }

  private func firstKey() throws -> String {
    try #require(try findings().first?["reference"] as? String)
  }

  private func said(_ code: Int32, _ sentence: String, _ arguments: String...) throws {
    let result = try program.run(arguments)
    #expect(result.code == code)
    #expect(result.errors == sentence + "\n")
  }

  @Test func `a run is kept once, and again makes no twins`() throws {
    let first = try keep(on: day)
    let count = try findings().count
    #expect(count > 0)
    #expect(
      first
        == "Kept the findings as of 2026-06-30: \(count) new, 0 found again, 0 reopened, 0 gone.\n"
    )
    let second = try keep(on: day)
    #expect(
      second
        == "Kept the findings as of 2026-06-30: 0 new, \(count) found again, 0 reopened, 0 gone.\n"
    )
    #expect(try findings().count == count)
    #expect(try record(on: day).isEmpty)
  }

  @Test func `a run as of an earlier day is refused, and nothing is stored`() throws {
    _ = try keep(on: day)
    let count = try findings().count
    #expect(
      try keep(on: "2026-06-29")
        == """
        error: A run as of 2026-06-30 is kept already, and runs are kept in the order of their \
        days. Check without --record, or as of 2026-06-30 or a later day.

        """
    )
    #expect(try findings().count == count)
  }

  @Test func `a finding goes step by step, and another person verifies it`() throws {
    _ = try keep(on: day)
    let key = try firstKey()
    let on = ["--on", day]
    try said(
      64,
      "error: A finding that is open cannot become done. It can become acknowledged or gone.",
      "finding",
      "done",
      key,
      "--by",
      "Anna",
      "--on",
      day
    )
    #expect(try program.run(["finding", "acknowledge", key] + on).code == 0)
    #expect(
      try program.run(["finding", "assign", key, "--to", "anna", "--planned", "2026-07-31"] + on)
        .code == 0
    )
    #expect(try program.run(["finding", "start", key] + on).code == 0)
    #expect(try program.run(["finding", "done", key, "--by", "Anna"] + on).code == 0)
    try said(
      64,
      "error: A finding is verified by another person than the one who did the work. "
        + "Have somebody else look at it.",
      "finding",
      "verify",
      key,
      "--by",
      "anna",
      "--on",
      day
    )
    #expect(try program.run(["finding", "verify", key, "--by", "Bert"] + on).code == 0)
    let verified = try #require(try findings("status=verified").first)
    #expect(verified["owner"] as? String == "anna")
    #expect(verified["doneBy"] as? String == "Anna")
    #expect(verified["verifiedBy"] as? String == "Bert")
  }

  @Test func `a finding that nobody knows is said to be unknown`() throws {
    try said(
      64,
      "error: There is no finding with the reference X.",
      "finding",
      "acknowledge",
      "X"
    )
  }

  @Test func `a waiver that is ended lets the finding stand again`() throws {
    _ = try keep(on: day)
    let subject = try #require(try findings().first?["subject"] as? String)
    let facts = [
      "rule=SUP-09", "subjectKind=agreement", "subject=\(subject)", "approver=Ada",
      "reason=Being replaced.", "validFrom=2026-01-01", "expiresOn=2026-12-31",
    ]
    let settings = facts.flatMap { ["--set", $0] }
    try program.run(["waiver", "add", "W-1", "--effective", "2026-01-01"] + settings)
    let count = try findings().count
    #expect(
      try keep(on: day)
        == "Kept the findings as of 2026-06-30: 0 new, \(count - 1) found again, 0 reopened, 1 "
        + "gone.\n"
    )
    try said(
      0,
      "Changed waiver W-1:\n  expiresOn 2026-12-31 → 2026-06-29",
      "waiver",
      "end",
      "W-1",
      "--on",
      "2026-06-29"
    )
    #expect(try keep(on: day).contains("1 reopened"))
  }
}
