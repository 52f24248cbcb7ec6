import Importing
import Model
import Testing

@testable import Storage

/// Records of kinds that come with an import.
@Suite struct RecordIntakeTests {
  private let review = RecordDraft(
    "review",
    "R-1",
    ["kind": "service", "heldOn": "2026-02-01", "result": "Good"],
    line: 1
  )
  private let topic = RecordDraft("topic", "T-1", ["review": "R-1", "kind": "scope"], line: 9)

  private func expectSound(_ store: Store) throws {
    #expect(try store.examine().flatMap(\.problems) == [])
    #expect(try store.verifyJournal().findings == [])
  }

  private func counts(_ result: ImportResult, _ plural: String) -> [Int] {
    let counts = result.outcome.others[plural] ?? ImportCounts()
    return [counts.new, counts.changed, counts.unchanged, counts.rejected]
  }

  @Test func `a new record has its facts, its day and its place`() throws {
    let store = try Store.inMemory()
    let result = try store.take(records: [review], 1)
    #expect(result.problems == [])
    #expect(counts(result, "reviews") == [1, 0, 0, 0])
    #expect(result.plan.map(\.action) == [.new])
    #expect(result.plan.first?.kind == "review")
    #expect(
      try store.record(Review.type, "R-1")
        == ["kind": "service", "heldOn": "2026-02-01", "result": "Good"]
    )
    #expect(
      try store.lines("SELECT sourceId, line, record, effectiveOn FROM reviewRevision")
        == ["1|1|1|2026-03-01"]
    )
    try expectSound(store)
  }

  @Test func `records refer forward and to each other`() throws {
    let store = try Store.inMemory()
    let result = try store.take(records: [topic, review], 1)
    #expect(result.problems == [])
    #expect(try store.record(Topic.type, "T-1")?["review"] == "R-1")
    try expectSound(store)
  }

  @Test func `the same again changes nothing`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review, topic], 1)
    let result = try store.take(records: [review, topic], 2)
    #expect(counts(result, "reviews") == [0, 0, 1, 0])
    #expect(counts(result, "topics") == [0, 0, 1, 0])
    #expect(result.outcome.isUnchanged)
    #expect(try store.lines("SELECT count(*) FROM reviewRevision") == ["1"])
  }

  @Test func `a change is told fact by fact, and what is not named stays`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    let change = RecordDraft("review", "R-1", ["result": "", "chair": "Ada"], line: 4)
    let result = try store.take(records: [change], 2)
    #expect(counts(result, "reviews") == [0, 1, 0, 0])
    #expect(
      result.items(.changed).first?.changes
        == [
          .init(field: "chair", before: nil, after: "Ada"),
          .init(field: "result", before: "Good", after: nil),
        ]
    )
    #expect(
      try store.record(Review.type, "R-1")
        == ["kind": "service", "heldOn": "2026-02-01", "chair": "Ada"]
    )
    try expectSound(store)
  }

  @Test func `a dry run tells the same and stores nothing`() throws {
    let store = try Store.inMemory()
    let dry = try store.take(records: [topic, review], 1, isDryRun: true)
    #expect(try store.record(Review.type, "R-1") == nil)
    let wet = try store.take(records: [topic, review], 1)
    #expect(dry.plan == wet.plan)
    #expect(dry.outcome.others == wet.outcome.others)
  }

  @Test func `a record without a reference gets the next one`() throws {
    let store = try Store.inMemory()
    let draft = RecordDraft("review", "", ["kind": "sla"])
    let result = try store.take(records: [draft, draft], 1)
    #expect(counts(result, "reviews") == [2, 0, 0, 0])
    #expect(
      try store.lines("SELECT reference FROM review ORDER BY id") == ["review-1", "review-2"]
    )
    #expect(result.plan.map(\.reference) == ["review-1", "review-2"])
  }

  @Test func `what a person set after the source stays until the source says something new`() throws
  {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    var change = NewRecord(Review.type, reference: "R-1", effectiveOn: nil)
    change.set("result", .text("Bad"))
    try store.changeRecord(change, today: .of("2026-03-01"), .number(2))
    let same = try store.take(records: [review], 3)
    #expect(counts(same, "reviews") == [0, 0, 1, 0])
    #expect(try store.record(Review.type, "R-1")?["result"] == "Bad")
    let other = RecordDraft("review", "R-1", ["result": "Better"])
    let next = try store.take(records: [other], 4)
    #expect(
      next.items(.changed).first?.changes
        == [.init(field: "result", before: "Bad", after: "Better")]
    )
  }

  @Test func `the day of a record is the one it states, else that of the import`() throws {
    let store = try Store.inMemory()
    let dated = RecordDraft("review", "R-1", ["kind": "sla"], on: "2026-01-15")
    let plain = RecordDraft("review", "R-2", ["kind": "sla"])
    try store.take(records: [dated, plain], 1) { $0.effectiveOn = .of("2026-02-02") }
    #expect(
      try store.lines("SELECT effectiveOn FROM reviewRevision ORDER BY id")
        == ["2026-01-15", "2026-02-02"]
    )
    let later = RecordDraft("review", "R-1", ["kind": "ola"])
    try store.take(records: [later], 2)
    #expect(try store.record(Review.type, "R-1", on: "2026-01-15")?["kind"] == "ola")
  }

  @Test func `people and services come in the same way`() throws {
    let store = try Store.inMemory()
    let records = [
      RecordDraft("person", "anna", ["name": "Anna", "lead": "ben"]),
      RecordDraft("person", "ben", ["name": "Ben"]),
      RecordDraft("service", "mail", ["name": "Mail", "liveFrom": "2025-01-01"]),
    ]
    let result = try store.take(records: records, 1)
    #expect(counts(result, "people") == [2, 0, 0, 0])
    #expect(counts(result, "services") == [1, 0, 0, 0])
    #expect(
      try store.lines("SELECT name, leadId, sourceId FROM personRevision ORDER BY id")
        == ["Anna|2|1", "Ben|-|1"]
    )
    try expectSound(store)
  }
}
