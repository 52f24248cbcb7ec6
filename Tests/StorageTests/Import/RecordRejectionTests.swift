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
