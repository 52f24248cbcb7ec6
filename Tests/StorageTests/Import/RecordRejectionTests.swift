import Importing
import Model
import Testing

@testable import Storage

/// Records of kinds that an import does not take, and why.
@Suite struct RecordRejectionTests {
  private let good = RecordDraft("review", "R-0", ["kind": "sla"], line: 1)

  /// Imports a good record and the others, and gives the problems as text.
  private func problems(_ records: [RecordDraft], store: Store? = nil) throws -> [String] {
    let store = try store ?? Store.inMemory()
    let result = try store.take(records: [good] + records, 5)
    #expect(result.outcome.others["reviews"]?.new == 1)
    #expect(try store.verifyJournal().findings == [])
    #expect(try store.examine().flatMap(\.problems) == [])
    return result.problems.map { problem in
      let place = problem.place.map { "\($0.line):\($0.column ?? 0) " } ?? ""
      return "\(place)\(problem.code): \(problem.message) \(problem.remedy)"
    }
  }

  @Test func `a bad value has its place`() throws {
    let record = RecordDraft("review", "R-1", ["kind": "sla", "heldOn": "2026-02-30"], line: 4)
    #expect(
      try problems([record]) == [
        "5:3 value.unreadable: \u{201C}2026-02-30\u{201D} is no value of heldOn. Write a day as YYYY-MM-DD."
      ]
    )
  }

  @Test func `a bad day of effect is refused`() throws {
    let record = RecordDraft("review", "R-1", ["kind": "sla"], on: "soon", line: 4)
    #expect(
      try problems([record]) == [
        "4:0 value.unreadable: \u{201C}soon\u{201D} is no value of effectiveOn. Write a day as YYYY-MM-DD."
      ]
    )
  }

  @Test func `an unknown fact is refused`() throws {
    let record = RecordDraft("riskAcceptance", "X", ["colour": "red"], line: 4)
    let found = try problems([record])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("4:3 field.unknown: A risk acceptance has no colour. Use one of "))
  }

  @Test func `an unknown kind is refused`() throws {
    #expect(
      try problems([RecordDraft("thing", "X", line: 4)]) == [
        "4:0 record.kindUnknown: There is no kind of record named \u{201C}thing\u{201D}. Correct the name of the kind."
      ]
    )
  }

  @Test func `every needed fact that is missing is named`() throws {
    #expect(
      try problems([RecordDraft("signature", "S-1", line: 4)]) == [
        "4:0 value.missing: The agreement is blank. Give a agreement.",
        "4:0 value.missing: The party is blank. Give a party.",
      ]
    )
  }

  @Test func `a reference to nothing is refused`() throws {
    let record = RecordDraft("review", "R-1", ["kind": "sla", "party": "nobody"], line: 4)
    #expect(
      try problems([record]) == [
        "5:3 reference.unknown: There is no party with the reference nobody. Correct the reference, or add the party to the file."
      ]
    )
  }

  /// A step of a complaint or dispute.
  private func step(
    _ kind: String,
    _ reference: String,
    _ owner: String,
    _ what: String,
    _ time: String,
    line: Int
  ) -> RecordDraft {
    kind == "complaintStep"
      ? RecordDraft(
        kind,
        reference,
        ["complaint": owner, "kind": what, "at": time],
        line: line
      )
      : RecordDraft(
        kind,
        reference,
        ["dispute": owner, "kind": what, "happenedOn": time],
        line: line
      )
  }

  private let complaint = RecordDraft(
    "complaint",
    "K-1",
    ["receivedAt": "2026-03-02T08:00:00Z"],
    line: 2
  )

  @Test func `steps of a complaint may come in any order of the file`() throws {
    let steps = [
      step("complaintStep", "S-3", "K-1", "acknowledged", "2026-03-03T10:00:00Z", line: 10),
      step("complaintStep", "S-1", "K-1", "received", "2026-03-02T08:00:00Z", line: 20),
      step("complaintStep", "S-2", "K-1", "triaged", "2026-03-02T09:00:00Z", line: 30),
    ]
    #expect(try problems(steps + [complaint]) == [])
  }

  @Test func `a step to which those before it do not lead is refused, and the rest taken`() throws {
    let steps = [
      step("complaintStep", "S-1", "K-1", "triaged", "2026-03-02T09:00:00Z", line: 10),
      step("complaintStep", "S-2", "K-1", "responded", "2026-03-02T10:00:00Z", line: 20),
      step("complaintStep", "S-3", "K-1", "acknowledged", "2026-03-03T10:00:00Z", line: 30),
      step("complaintStep", "S-4", "K-1", "update", "2026-03-01T10:00:00Z", line: 40),
    ]
    let store = try Store.inMemory()
    let found = try problems([complaint] + steps, store: store)
    #expect(found.count == 2)
    #expect(
      found.contains {
        $0.hasSuffix(
          "step.outOfOrder: 2026-03-02T10:00:00Z: A complaint that is triaged cannot become "
            + "responded; it can become acknowledged, closed or no complaint. Correct the step or "
            + "its time, or add the steps that lie between."
        )
      },
      "\(found)"
    )
    #expect(
      found.contains {
        $0.contains("2026-03-01T10:00:00Z lies before the receipt of the complaint.")
      },
      "\(found)"
    )
    // What the store has counts too; what it has already changes nothing.
    let more = [
      steps[0], step("complaintStep", "S-5", "K-1", "assessing", "2026-03-04T10:00:00Z", line: 10),
      step("complaintStep", "S-6", "K-1", "triaged", "2026-03-05T10:00:00Z", line: 20),
    ]
    let result = try store.take(records: more, 6)
    #expect(result.problems.map(\.code) == ["step.outOfOrder"])
    #expect(result.outcome.others["complaintSteps"]?.new == 1)
    #expect(result.outcome.others["complaintSteps"]?.unchanged == 1)
  }

  @Test func `a step that makes a later one of the store impossible is refused`() throws {
    let store = try Store.inMemory()
    let first = step("complaintStep", "S-1", "K-1", "triaged", "2026-03-04T09:00:00Z", line: 10)
    try store.take(records: [complaint, first], 1)
    let early = step(
      "complaintStep",
      "S-0",
      "K-1",
      "notAComplaint",
      "2026-03-03T09:00:00Z",
      line: 20
    )
    let result = try store.take(records: [early], 2)
    #expect(result.problems.map(\.code) == ["step.outOfOrder"])
  }

  @Test func `a step of a dispute to which those before it do not lead is refused`() throws {
    let store = try Store.inMemory()
    let day = try #require(CivilDay("2026-01-01"))
    try store.addAgreement(
      NewAgreement(
        reference: "C-1",
        values: [.title: .text("Cloud"), .startsOn: .day(day)],
        recordedOn: day
      ),
      .number(9)
    )
    let dispute = RecordDraft(
      "dispute",
      "D-1",
      ["agreement": "C-1", "subject": "Bill", "openedOn": "2026-03-02", "openedBy": "us"],
      line: 2
    )
    let steps = [
      step("disputeStep", "T-1", "D-1", "closed", "2026-03-05", line: 10),
      step("disputeStep", "T-2", "D-1", "acknowledged", "2026-03-03", line: 20),
    ]
    let result = try store.take(records: [dispute] + steps, 5)
    #expect(result.problems.map(\.code) == ["step.outOfOrder"])
    #expect(result.problems.first?.message.hasPrefix("2026-03-05: A dispute that is ") ?? false)
    #expect(result.outcome.others["disputeSteps"]?.new == 1)
  }

  @Test func `days out of order are refused, also against what the store has`() throws {
    let store = try Store.inMemory()
    let first = RecordDraft("review", "R-1", ["kind": "sla", "periodStart": "2026-02-01"])
    try store.take(records: [first], 1)
    let change = RecordDraft("review", "R-1", ["periodEnd": "2026-01-31"], line: 4)
    #expect(
      try problems([change], store: store) == [
        "4:3 date.reversed: periodEnd 2026-01-31 lies before periodStart 2026-02-01. Correct one of the two days."
      ]
    )
  }

  @Test func `a change from a day before the latest values is refused`() throws {
    let store = try Store.inMemory()
    try store.take(records: [RecordDraft("review", "R-1", ["kind": "sla"], on: "2026-02-01")], 1)
    let same = RecordDraft("review", "R-1", ["kind": "sla"], on: "2026-01-01", line: 4)
    #expect(try store.take(records: [same], 2).problems == [])
    let change = RecordDraft("review", "R-1", ["kind": "ola"], on: "2026-01-01", line: 4)
    #expect(
      try problems([change], store: store) == [
        "4:0 record.notAllowed: The change of R-1 would hold from 2026-01-01, and the latest values hold from 2026-02-01. Give a later day, or none to correct them."
      ]
    )
  }

  @Test func `what refers to a rejected record is rejected too, at any distance`() throws {
    let records = [
      RecordDraft("decision", "D-1", ["review": "R-1", "subject": "So be it"], line: 2),
      RecordDraft("topic", "T-1", ["review": "R-1", "kind": "scope"], line: 4),
      RecordDraft("review", "R-1", ["kind": "nothing"], line: 8),
    ]
    #expect(
      try problems(records).filter { $0.hasPrefix("4:") } == [
        "4:3 reference.rejected: The review \u{201C}R-1\u{201D} that it refers to was rejected. Correct that review first."
      ]
    )
    let chain = [
      RecordDraft("improvement", "I-1", ["title": "Mend", "party": "nobody"], line: 2),
      RecordDraft("dependencyGroup", "G-1", ["service": "s", "rule": "allOf"], line: 4),
      RecordDraft(
        "dependencyGroup",
        "G-2",
        ["service": "s", "rule": "allOf", "within": "G-1"],
        line: 7
      ),
      RecordDraft("service", "s", line: 12),
    ]
    let found = try problems(chain).map { String($0.prefix(24)) }
    #expect(found.filter { $0.contains("rejected") }.count == 2)
  }

  @Test func `the second record with a reference is refused`() throws {
    #expect(
      try problems([RecordDraft("review", "R-0", ["kind": "ola"], line: 4)]) == [
        "4:0 key.repeated: The review \u{201C}R-0\u{201D} stands in an earlier record of this import. Remove one of the records."
      ]
    )
  }

  @Test func `the reference of a withdrawn record is not given again`() throws {
    let store = try Store.inMemory()
    try store.take(records: [RecordDraft("review", "R-1", ["kind": "sla"])], 1)
    try store.voidRecord(Review.type, "R-1", reason: "Entered twice", .number(2))
    #expect(
      try problems([RecordDraft("review", "R-1", ["kind": "sla"], line: 4)], store: store) == [
        "4:0 reference.withdrawn: The review \u{201C}R-1\u{201D} was withdrawn, and its reference is not given again. Use another reference."
      ]
    )
  }
}
