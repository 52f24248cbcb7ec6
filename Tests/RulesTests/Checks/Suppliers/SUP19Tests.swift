import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP19Tests {
  /// A report due ten business days after each month from the first day of 2026-02 on.
  private func file(
    on day: String,
    _ change: (inout RecordShelf) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    try SupplierSamples.file(on: day) { contract in
      contract.records.add(
        try Obligation.sample(
          "O-1",
          [
            "agreement": "1", "debtor": "supplier", "kind": "serviceReport", "title": "Report",
            "startsOn": "2026-02-01", "recurrence": "FREQ=MONTHLY", "coverage": "previousMonth",
          ]
        )
      )
      try change(&contract.records)
    }
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.supplierObligations.only(file, try RuleSamples.context(on: day))
  }

  private func proof(_ facts: [String: String] = [:]) throws -> Proof {
    let all = [
      "kind": "serviceReport", "title": "January", "obligation": "1", "dueOn": "2026-02-13",
      "receivedOn": "2026-02-13",
    ]
    return try Proof.sample("PR-1", all.merging(facts) { $1 })
  }

  private func decision(_ accepted: String, on day: String, reason: String? = nil) throws
    -> ProofDecision
  {
    try ProofDecision.sample(
      "PD-1",
      ["proof": "1", "isAccepted": accepted, "decidedOn": day, "decidedBy": "Ada"]
    )
  }

  @Test func `the due day itself is in time, the day after it is not`() throws {
    let due = try judge(try file(on: "2026-02-13"), on: "2026-02-13")
    #expect(due.result == .dueSoon)
    #expect(due.part == "O-1")
    #expect(
      due.message == "Obligation O-1 (Report) of C-1: due 2026-02-13, not received."
    )
    let late = try judge(try file(on: "2026-02-14"), on: "2026-02-14")
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Obligation O-1 (Report) of C-1: due 2026-02-13, not received, 1 day overdue as of 2026-02-14.
        """
    )
  }

  @Test func `a proof counts when it is accepted, however late that is`() throws {
    let file = try file(on: "2026-02-16") {
      $0.add(try proof())
      $0.add(try decision("yes", on: "2026-02-16"))
    }
    let waiting = try judge(file, on: "2026-02-15")
    #expect(waiting.result == .fail)
    #expect(waiting.message.contains("received and not judged yet, 2 days overdue"))
    let judgement = try judge(file, on: "2026-02-16")
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == """
        Obligation O-1 (Report) of C-1: nothing is overdue as of 2026-02-16, 0 fulfilled late.
        """
    )
  }

  @Test func `what was rejected is asked for again and stays overdue`() throws {
    let file = try file(on: "2026-02-16") {
      $0.add(try proof())
      $0.add(try decision("no", on: "2026-02-16"))
    }
    #expect(
      try judge(file, on: "2026-02-16").message
        == """
        Obligation O-1 (Report) of C-1: due 2026-02-13, rejected, asked for again by 2026-02-23, 3 \
        days overdue as of 2026-02-16.
        """
    )
  }

  @Test func `what came late and was accepted is told`() throws {
    let file = try file(on: "2026-02-20") {
      $0.add(try proof(["receivedOn": "2026-02-14"]))
      $0.add(try decision("yes", on: "2026-02-16"))
    }
    #expect(try judge(file, on: "2026-02-20").message.hasSuffix(", 1 fulfilled late."))
  }

  @Test func `three in a row are major`() throws {
    let two = try judge(try file(on: "2026-04-16"), on: "2026-04-16")
    #expect(two.grade == .minor)
    let three = try judge(try file(on: "2026-04-17"), on: "2026-04-17")
    #expect(three.grade == .major)
    #expect(
      three.message
        == """
        Obligation O-1 (Report) of C-1: due 2026-02-13, not received, 63 days overdue as of \
        2026-04-17 and 2 more.
        """
    )
  }

  @Test func `what was waived is not owed`() throws {
    let facts = ["obligation": "1", "dueOn": "2026-02-13", "state": "waived", "reason": "New"]
    let file = try file(on: "2026-02-14") { $0.add(try ObligationInstance.sample("OI-1", facts)) }
    #expect(try judge(file, on: "2026-02-14").result == .pass)
  }

  @Test func `a recurrence that cannot be read and a missing calendar are told`() throws {
    var file = try file(on: "2026-02-14")
    file.agreements[0].calendar = nil
    let context = try RuleSamples.context(on: "2026-02-14") { $0.organization.calendar = nil }
    let unknown = try Rule.supplierObligations.only(file, context)
    #expect(unknown.result == .insufficientData)
    #expect(
      unknown.message
        == """
        Obligation O-1 (Report) of C-1: a due day is not known. No business calendar is assigned.
        """
    )
    file.agreements[0].records[Obligation.self][0].recurrence = "FREQ=NEVER"
    #expect(
      try judge(file, on: "2026-02-14").message
        == """
        Obligation O-1 (Report) of C-1: its due days are not known, because its recurrence cannot \
        be read.
        """
    )
  }

  @Test func `what we owe ourselves is not judged here`() throws {
    var file = try file(on: "2026-02-14")
    file.agreements[0].records[Obligation.self][0].debtor = .us
    let context = try RuleSamples.context(on: "2026-02-14")
    #expect(Rule.supplierObligations.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-02-14")
    try Rule.supplierObligations.expectWaivable(try file(on: "2026-02-14"), context)
  }
}
