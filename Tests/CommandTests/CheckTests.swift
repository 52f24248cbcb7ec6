import Foundation
import TestSupport
import Testing

/// `liaison check` and `liaison rule` as the built program.
@Suite struct CheckTests {
  private let day = "2026-06-30"

  private func program() throws -> Program {
    let program = try Program()
    program.environment["COLUMNS"] = "80"
    try program.fillStore()
    return program
  }

  @Test func `a grave finding ends with 1, and with 0 if nobody asks for that`() throws {
    let program = try program()
    #expect(try program.run("check", "--as-of", day).code == 1)
    #expect(try program.run("check", "--as-of", day, "--fail-on", "never").code == 0)
  }

  @Test func `what matters most comes first`() throws {
    let program = try program()
    let result = try program.run("check", "--as-of", day, "--rule", "SUP-09")
    expectSnapshot(result.output, named: "check/sup-09.txt")
    #expect(result.errors == "")
  }

  @Test func `every judgement is shown when it is asked for`() throws {
    let program = try program()
    let result = try program.run("check", "--as-of", day, "--rule", "SUP-09", "--explain")
    expectSnapshot(result.output, named: "check/sup-09-explained.txt")
  }

  @Test func `the findings are a document of JSON`() throws {
    let program = try program()
    let check = try program.object("check", "--as-of", day, "--format", "json")
    #expect(check["asOf"] as? String == day)
    #expect(check["known"] as? String == "now")
    #expect(check["edition"] as? String == "2018")
    let policy = try #require(check["policy"] as? [String: Any])
    #expect((policy["sha256"] as? String)?.count == 64)
    let summary = try #require(check["summary"] as? [String: Any])
    #expect(
      Set(summary.keys) == [
        "pass", "dueSoon", "fail", "insufficientData", "notApplicable", "waived",
      ]
    )
    let findings = try #require(check["findings"] as? [[String: Any]])
    let first = try #require(findings.first)
    for key in [
      "key", "rule", "clause", "grade", "result", "subject", "due", "daysOverdue", "message",
      "remediation", "evidence",
    ] {
      #expect(first.keys.contains(key), "\(key)")
    }
  }

  @Test func `a waiver takes the finding away until its last day`() throws {
    let program = try program()
    let before = try program.object("check", "--as-of", day, "--rule", "SUP-09", "--format", "json")
    let findings = try #require(before["findings"] as? [[String: Any]])
    let subject = try #require(findings.first?["subject"] as? [String: Any])
    let reference = try #require(subject["reference"] as? String)
    try program.run(
      "waiver",
      "add",
      "W-1",
      "--set",
      "rule=SUP-09",
      "--set",
      "subjectKind=agreement",
      "--set",
      "subject=\(reference)",
      "--set",
      "approver=Ada",
      "--set",
      "reason=Being replaced.",
      "--set",
      "validFrom=2026-01-01",
      "--set",
      "expiresOn=2026-06-30",
      "--effective",
      "2026-01-01"
    )
    let during = try program.object("check", "--as-of", day, "--rule", "SUP-09", "--format", "json")
    #expect((during["findings"] as? [[String: Any]])?.count == findings.count - 1)
    let after = try program.object(
      "check",
      "--as-of",
      "2026-07-01",
      "--rule",
      "SUP-09",
      "--format",
      "json"
    )
    #expect((after["findings"] as? [[String: Any]])?.count == findings.count)
  }

  @Test func `a review that was held takes the finding away`() throws {
    let program = try program()
    let before = try program.object("check", "--as-of", day, "--rule", "SUP-09", "--format", "json")
    let findings = try #require(before["findings"] as? [[String: Any]])
    let subject = try #require(findings.first?["subject"] as? [String: Any])
    let reference = try #require(subject["reference"] as? String)
    try program.run(
      "review",
      "add",
      "R-1",
      "--set",
      "kind=contract",
      "--set",
      "agreement=\(reference)",
      "--set",
      "heldOn=2026-06-01",
      "--set",
      "result=Goes on.",
      "--set",
      "minutesIssuedOn=2026-06-05",
      "--effective",
      "2026-06-01"
    )
    try program.run(
      "attendance",
      "add",
      "--set",
      "review=R-1",
      "--set",
      "name=Ada",
      "--set",
      "side=ours",
      "--effective",
      "2026-06-01"
    )
    let after = try program.object("check", "--as-of", day, "--rule", "SUP-09", "--format", "json")
    #expect((after["findings"] as? [[String: Any]])?.count == findings.count - 1)
  }

  @Test func `a rule that does not exist is wrong use`() throws {
    let result = try program().run("check", "--rule", "SUP-99")
    #expect(result.code == 64)
    #expect(result.errors.contains("There is no rule SUP-99; `liaison rule list` names them."))
  }

  @Test func `a rule shows what it goes by`() throws {
    let program = try Program()
    program.environment["COLUMNS"] = "80"
    expectSnapshot(try program.run("rule", "show", "SUP-09").output, named: "check/rule-sup-09.txt")
    #expect(try program.run("rule", "show", "X").code == 64)
  }
}
