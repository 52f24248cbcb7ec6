import Importing
import Model
import Testing

@testable import Storage

/// Taking back an import that brought records of kinds.
@Suite struct UndoRecordTests {
  private let review = RecordDraft("review", "R-1", ["kind": "service", "result": "Good"])
  private let topic = RecordDraft("topic", "T-1", ["review": "R-1", "kind": "scope"])

  private func kept(_ outcome: UndoOutcome) -> [String] {
    outcome.kept.map { "\($0.kind) \($0.reference): \($0.reason)" }
  }

  private func expectSound(_ store: Store) throws {
    #expect(try store.examine().flatMap(\.problems) == [])
    #expect(try store.verifyJournal().findings == [])
  }

  private func change(_ store: Store, _ number: Int) throws {
    var change = NewRecord(Review.type, reference: "R-1", effectiveOn: nil)
    change.set("chair", .text("Ada"))
    try store.changeRecord(change, today: .of("2026-03-01"), .number(number))
  }

  @Test func `what the batch made is voided, whatever it refers to`() throws {
    let store = try Store.inMemory()
    try store.take(records: [topic, review], 1)
    let outcome = try store.undoBatch(1, .number(2))
    #expect(outcome.isComplete)
    #expect(outcome.others == 2)
    #expect(try store.record(Review.type, "R-1") == nil)
    #expect(
      try store.lines("SELECT kind, reason FROM voiding ORDER BY kind")
        == ["reviewRevision|Import 1 was undone.", "topicRevision|Import 1 was undone."]
    )
    try expectSound(store)
  }

  @Test func `what the batch changed is as before`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    try store.take(records: [RecordDraft("review", "R-1", ["result": "Bad"])], 2)
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.isComplete)
    #expect(outcome.revisions == 1)
    #expect(try store.record(Review.type, "R-1")?["result"] == "Good")
    #expect(try store.lines("SELECT kind FROM voiding") == ["reviewRevision"])
    try expectSound(store)
  }

  @Test func `what was changed later stays and is named`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    try change(store, 2)
    #expect(
      kept(try store.undoBatch(1, .number(3))) == [
        "review R-1: The review stays, because it was changed after the import."
      ]
    )
    #expect(try store.record(Review.type, "R-1")?["result"] == "Good")
  }

  @Test func `a change that was changed again stays and is named`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    try store.take(records: [RecordDraft("review", "R-1", ["result": "Bad"])], 2)
    try change(store, 3)
    #expect(
      kept(try store.undoBatch(2, .number(4))) == [
        "review R-1: What the import changed stays, because the review was changed again after it."
      ]
    )
    #expect(try store.record(Review.type, "R-1")?["result"] == "Bad")
  }

  @Test func `what records that stay refer to stays, at any distance`() throws {
    let store = try Store.inMemory()
    let service = RecordDraft("service", "mail", ["name": "Mail"])
    let group = RecordDraft("dependencyGroup", "G-1", ["service": "mail", "rule": "allOf"])
    try store.take(records: [service, group, review], 1)
    var inner = NewRecord(DependencyGroup.type, reference: "G-2", effectiveOn: nil)
    inner.set("service", .reference("mail"))
    inner.set("rule", .text("anyOf"))
    inner.set("within", .reference("G-1"))
    try store.addRecord(inner, today: .of("2026-03-01"), .number(2))
    let outcome = try store.undoBatch(1, .number(3))
    #expect(
      kept(outcome) == [
        "service mail: The service stays, because records that stay refer to it.",
        "dependency group G-1: The dependency group stays, because records that stay refer to it.",
      ]
    )
    #expect(outcome.others == 1)
    try expectSound(store)
  }

  @Test func `a party of the batch stays if a record that stays refers to it`() throws {
    let store = try Store.inMemory()
    try store.take(
      [AgreementSample("A", [.title: .text("One")], parties: [.init(name: "Acme")])],
      1
    )
    let party = try #require(try store.lines("SELECT reference FROM party").first)
    var new = NewRecord(Review.type, reference: "R-9", effectiveOn: nil)
    new.set("kind", .text("sla"))
    new.set("party", .reference(party))
    new.set("agreement", .reference("A"))
    try store.addRecord(new, today: .of("2026-03-01"), .number(2))
    #expect(
      kept(try store.undoBatch(1, .number(3))).map {
        $0.split(separator: ":").last.map(String.init)
      }
        == [
          " The agreement stays, because records that stay refer to it.",
          " The party stays, because agreements that stay name it.",
        ]
    )
    try expectSound(store)
  }

  @Test func `a row that was replaced again stays and is named`() throws {
    let store = try Store.inMemory()
    try store.take(records: [RecordDraft("person", "p", ["name": "P"])], 1)
    let absence = RecordDraft(
      "absence",
      "",
      ["person": "p", "startsOn": "2026-07-01", "endsOn": "2026-07-02"]
    )
    try store.take(records: [absence], 2)
    for (number, day) in [(3, "2026-07-03"), (4, "2026-07-04")] {
      let longer = RecordDraft(
        "absence",
        "",
        ["person": "p", "startsOn": "2026-07-01", "endsOn": day]
      )
      try store.take(records: [longer], number)
    }
    #expect(
      kept(try store.undoBatch(3, .number(5))) == [
        "absence 2: What the import changed stays, because the absence was changed again after it."
      ]
    )
  }

  // MARK: Coming in again

  @Test func `what was undone comes in again as new, and once more unchanged`() throws {
    let store = try Store.inMemory()
    let person = RecordDraft("person", "ada", ["name": "Ada"])
    let drafts = [person, topic, review]
    try store.take(records: drafts, 1)
    _ = try store.undoBatch(1, .number(2))
    let again = try store.take(records: drafts, 3)
    #expect(again.problems == [])
    #expect(again.outcome.others.mapValues(\.new) == ["people": 1, "reviews": 1, "topics": 1])
    #expect(try store.record(Topic.type, "T-1")?["review"] == "R-1")
    let unchanged = try store.take(records: drafts, 4)
    #expect(
      unchanged.outcome.others.mapValues(\.unchanged) == ["people": 1, "reviews": 1, "topics": 1]
    )
    try expectSound(store)
  }

  @Test func `an undone import is no reference for others until it comes in again`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    _ = try store.undoBatch(1, .number(2))
    let alone = try store.take(records: [topic], 3)
    #expect(alone.problems.map(\.code) == ["reference.unknown"])
    #expect(try store.take(records: [topic, review], 4).problems == [])
    try expectSound(store)
  }

  @Test func `what came in again is undone again, unless something refers to it`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review], 1)
    _ = try store.undoBatch(1, .number(2))
    try store.take(records: [review], 3)
    let second = try store.undoBatch(2, .number(4))
    #expect(second.isComplete)
    #expect(second.others == 1)
    #expect(try store.record(Review.type, "R-1") == nil)
    try store.take(records: [review], 5)
    try store.take(records: [topic], 6)
    #expect(
      kept(try store.undoBatch(3, .number(7))) == [
        "review R-1: The review stays, because records that stay refer to it."
      ]
    )
    #expect(try store.undoBatch(4, .number(8)).isComplete)
    try expectSound(store)
  }

  @Test func `a person enters again what an undone import had brought`() throws {
    let store = try Store.inMemory()
    try store.take(records: [review, RecordDraft("person", "ada", ["name": "Ada"])], 1)
    _ = try store.undoBatch(1, .number(2))
    #expect(thrown { try change(store, 3) } == "There is no review with the reference R-1.")
    var new = NewRecord(Review.type, reference: "R-1", effectiveOn: nil)
    new.set("kind", .text("sla"))
    try store.addRecord(new, today: .of("2026-03-01"), .number(4))
    try store.addPerson(
      NewPerson(reference: "ada", name: "Ada L.", effectiveOn: .of("2026-03-01")),
      .number(5)
    )
    #expect(try store.record(Review.type, "R-1")?["kind"] == "sla")
    #expect(
      try store.lines("SELECT name FROM personRevision ORDER BY id") == ["Ada", "Ada L."]
    )
    #expect(
      thrown { try store.addRecord(new, today: .of("2026-03-01"), .number(6)) }
        == "There is already a review with the reference R-1. Choose another reference."
    )
    try expectSound(store)
  }
}
