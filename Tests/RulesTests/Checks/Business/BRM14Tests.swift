import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM14Tests {
  private static let name = "Complaint K-1 of P-1 (Acme)"

  /// All steps until the day of closing, with reminders on the days given.
  private static func steps(
    closedOn day: String,
    reminders: [String] = []
  ) -> ComplaintSamples.Steps {
    ComplaintSamples.opening + [
      ("responded", "2026-03-13T10:00:00Z"), ("awaitingConsent", "2026-03-16T10:00:00Z"),
    ] + reminders.map { ("reminder", "\($0)T10:00:00Z") } + [("closed", "\(day)T10:00:00Z")]
  }

  private static let agreed = [
    "closureKind": "agreed", "consentBy": "Bea", "closureProof": "m-17",
  ]

  private func judge(
    _ more: [String: String],
    _ steps: ComplaintSamples.Steps = steps(closedOn: "2026-03-18"),
    escalations: [[String: String]] = [],
    _ change: (inout RuleContext) -> Void = { _ in }
  ) throws -> Judgement {
    let day = "2026-04-10"
    let file = try ComplaintSamples.file(on: day, steps, more, escalations: escalations)
    return try ComplaintSamples.judge(.complaintClosure, file, on: day, change)
  }

  @Test func `a complaint closed with consent and its proof passes`() throws {
    let judgement = try judge(Self.agreed)
    #expect(judgement.result == .pass)
    #expect(judgement.message == "\(Self.name) was closed 2026-03-18 as agreed, with its proof.")
  }

  @Test func `agreed without anybody who agreed is major`() throws {
    let judgement = try judge(["closureKind": "agreed"])
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == "\(Self.name) was closed 2026-03-18 as agreed; missing as of 2026-04-10: who agreed, a message or a signed note."
    )
  }

  @Test func `agreed without anything in writing is minor`() throws {
    let judgement = try judge(Self.agreed.merging(["closureProof": ""]) { $1 })
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "\(Self.name) was closed 2026-03-18 as agreed; missing as of 2026-04-10: a message or a signed note."
    )
  }

  @Test func `a complaint closed nobody says how fails`() throws {
    let judgement = try judge([:])
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "\(Self.name) was closed 2026-03-18, and it is not recorded how, as of 2026-04-10."
    )
  }

  @Test func `agreed without having asked fails`() throws {
    let steps = ComplaintSamples.opening + [("closed", "2026-03-18T10:00:00Z")]
    let judgement = try judge(Self.agreed, steps)
    #expect(judgement.grade == .minor)
    #expect(
      judgement.message
        == "\(Self.name) was closed 2026-03-18 as agreed; missing as of 2026-04-10: a request to close, as it was investigating before."
    )
  }

  @Test func `no answer takes two reminders, ten business days and a procedure`() throws {
    let procedure = try ControlledDocument.sample(
      "D-1",
      ["kind": "complaintProcedure", "title": "Complaints", "approvedOn": "2026-01-01"]
    )
    let steps = Self.steps(closedOn: "2026-03-31", reminders: ["2026-03-18", "2026-03-25"])
    let good = try judge(["closureKind": "deemed"], steps) {
      $0.organization.records.add(procedure)
    }
    #expect(good.result == .pass)
    let soon = Self.steps(closedOn: "2026-03-30", reminders: ["2026-03-18", "2026-03-24"])
    let bad = try judge(["closureKind": "deemed"], soon)
    #expect(bad.grade == .minor)
    #expect(
      bad.message
        == "\(Self.name) was closed 2026-03-30 as deemed; missing as of 2026-04-10: 2 reminders at least 5 business days apart, of which there is one, 10 business days since the first request, which are over at 2026-03-30T15:00:00Z, the rule in the agreed procedure."
    )
  }

  @Test func `no answer cannot be judged without a calendar`() throws {
    let judgement = try judge(["closureKind": "deemed"]) { $0.organization.calendar = nil }
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "\(Self.name) cannot be judged. The calendar of its clocks is not known."
    )
    let agreed = try judge(Self.agreed) { $0.organization.calendar = nil }
    #expect(agreed.result == .pass)
  }

  @Test func `a complainant who refuses must have been through all levels`() throws {
    let facts = ["closureKind": "exhausted", "closureProof": "Ombudsman named in m-18"]
    let levels = [["level": "3", "raisedAt": "2026-03-10T10:00:00Z"]]
    #expect(
      try judge(facts, escalations: levels).message
        == "\(Self.name) was closed 2026-03-18 as exhausted; missing as of 2026-04-10: level 4, as only level 3 was reached."
    )
    let top = levels + [["level": "4", "raisedAt": "2026-03-12T10:00:00Z"]]
    #expect(try judge(facts, escalations: top).result == .pass)
  }

  @Test func `a repeat needs the complaint that it repeats, of the same complainant`() throws {
    let day = "2026-04-10"
    let facts = ["closureKind": "duplicate", "leading": "2"]
    var file = try ComplaintSamples.file(on: day, Self.steps(closedOn: "2026-03-18"), facts)
    let other = try judge(facts)
    #expect(
      other.message
        == "\(Self.name) was closed 2026-03-18 as duplicate; missing as of 2026-04-10: the same complainant."
    )
    for (complainant, result) in [("bea", RuleResult.pass), ("Carl", .fail)] {
      var leading = try Complaint.sample("K-2", id: 2, ComplaintSamples.facts)
      leading.complainant = complainant
      file.records[Complaint.self] = [file.records[Complaint.self][0], leading]
      let context = try RuleSamples.context(on: day)
      #expect(Rule.complaintClosure.judge(file, context).map(\.result) == [result])
    }
  }

  @Test func `taken back and reclassified need something in writing`() throws {
    #expect(try judge(["closureKind": "withdrawn", "closureProof": "m-19"]).result == .pass)
    #expect(try judge(["closureKind": "withdrawn"]).result == .fail)
    let facts = ["closureKind": "reclassified", "closureProof": "An incident."]
    #expect(
      try judge(facts).message
        == "\(Self.name) was closed 2026-03-18 as reclassified; missing as of 2026-04-10: a word to the complainant."
    )
    let told = Self.steps(closedOn: "2026-03-18") + [("update", "2026-03-18T11:00:00Z")]
    #expect(try judge(facts, told).result == .pass)
  }

  @Test func `a complaint that is open on the day is not judged`() throws {
    let file = try ComplaintSamples.file(on: "2026-03-17", Self.steps(closedOn: "2026-03-18"))
    let context = try RuleSamples.context(on: "2026-03-17")
    #expect(Rule.complaintClosure.judge(file, context).isEmpty)
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .complaintClosure, until: "2026-04-10") { day in
      try ComplaintSamples.file(on: day, Self.steps(closedOn: "2026-03-18"))
    }
  }
}
