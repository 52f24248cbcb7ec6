import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct FindingLedgerTests {
  private func found(_ reference: String, due: String? = nil) throws -> CheckFinding {
    let due = try due.map { try RuleSamples.day($0) }
    let subject = Judgement.Subject(.agreement, reference, name: reference)
    return CheckFinding(
      rule: "SUP-09",
      clause: "8.3.4.1",
      remediation: "Do it.",
      judgement: .fail(subject, .minor, due: due, "Not done.")
    )
  }

  private func kept(_ key: String, _ status: String) throws -> Finding {
    try .sample(
      key,
      [
        "rule": "SUP-09", "subjectKind": "agreement", "subject": "C-1", "grade": "minor",
        "clause": "8.3.4.1", "message": "Not done.", "firstSeenOn": "2026-01-01",
        "lastSeenOn": "2026-02-01", "status": status,
      ]
    )
  }

  private func entries(
    _ known: [Finding],
    _ found: [CheckFinding],
    covers: (Finding) -> Bool = { _ in true }
  ) throws -> [String] {
    let ledger = FindingLedger(known, on: try RuleSamples.day("2026-03-01"))
    return ledger.entries(found, covers: covers).map { entry in
      "\(entry.event) \(entry.key) \(entry.status) \(entry.firstSeenOn) \(entry.lastSeenOn)"
    }
  }

  @Test func `a key names rule, subject, due day and part, and keeps them apart`() throws {
    #expect(try found("C-1", due: "2026-01-31").key == "SUP-09/agreement/C-1/2026-01-31")
    #expect(try found("C/1~2").key == "SUP-09/agreement/C~11~02/-")
    var part = try found("C-1")
    part.judgement = part.judgement.about("T-7")
    #expect(part.key == "SUP-09/agreement/C-1/-#T-7")
  }

  @Test func `what is found for the first time is open`() throws {
    #expect(
      try entries([], [found("C-1")]) == [
        "new SUP-09/agreement/C-1/- open 2026-03-01 2026-03-01"
      ]
    )
  }

  @Test func `a run again makes no twins, nor do two judgements with one key`() throws {
    let key = "SUP-09/agreement/C-1/-"
    #expect(
      try entries([kept(key, "inProgress")], [found("C-1"), found("C-1")]) == [
        "again \(key) inProgress 2026-01-01 2026-03-01"
      ]
    )
  }

  @Test(arguments: ["verified", "gone"])
  func `what was settled and is found again opens again`(status: String) throws {
    let key = "SUP-09/agreement/C-1/-"
    #expect(
      try entries([kept(key, status)], [found("C-1")]) == [
        "reopened \(key) open 2026-01-01 2026-03-01"
      ]
    )
  }

  @Test(arguments: ["open", "acknowledged", "inProgress"])
  func `what is found no more is gone`(status: String) throws {
    let key = "SUP-09/agreement/C-1/-"
    #expect(try entries([kept(key, status)], []) == ["gone \(key) gone 2026-01-01 2026-02-01"])
  }

  @Test(arguments: ["done", "verified", "gone"])
  func `what waits for its verification, or is settled, stays as it is`(status: String) throws {
    #expect(try entries([kept("SUP-09/agreement/C-1/-", status)], []).isEmpty)
  }

  @Test func `what the run did not look at stays as it is`() throws {
    #expect(try entries([kept("SUP-09/agreement/C-1/-", "open")], []) { _ in false }.isEmpty)
  }
}
