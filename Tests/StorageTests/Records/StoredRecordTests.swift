import Importing
import Model
import Testing

@testable import Storage

@Suite struct StoredRecordTests {
  private let day = CivilDay.of("2026-01-01")

  private func store() throws -> Store { try FullSample.store() }

  private func text(
    _ store: Store,
    _ name: String,
    on day: String = "2026-12-31",
    _ knowledge: AsOf.Knowledge = .now
  ) throws -> [String: String] {
    let type = try #require(RecordType.named(name))
    var facts: [String: String] = [:]
    try store.read(asOf: AsOf(day: .of(day), knowledge: knowledge)) { reader in
      try reader.forEachText(of: type, reference: "\(name)-A") { record in
        for (field, value) in zip(type.fields, record.values) {
          if let value { facts[field.name] = field.type.text(value) }
        }
      }
    }
    return facts
  }

  @Test(arguments: RecordType.all.map(\.name))
  func `what was entered is read again`(_ name: String) throws {
    let type = try #require(RecordType.named(name))
    let facts = try text(store(), name)
    #expect(!facts.isEmpty)
    for (number, field) in type.fields.enumerated() {
      let value = RecordSamples.value(field, number, [:])
      if let value { #expect(facts[field.name] == field.type.text(value)) }
    }
  }

  @Test func `every kind decodes into its value`() throws {
    try store().read(asOf: AsOf(day: .of("2026-12-31"))) { reader in
      for kind in RecordType.kinds {
        let records = try decoded(kind, reader)
        #expect(records == ["\(kind.type.name)-A"])
      }
    }
  }

  private func decoded<Kind: StoredRecord>(_: Kind.Type, _ reader: Reader) throws -> [String] {
    try reader.records(Kind.self).map(\.reference)
  }

  @Test func `a change holds from its day on and the earlier values before it`() throws {
    let store = try store()
    var change = NewRecord(Risk.type, reference: "risk-A", effectiveOn: .of("2026-06-01"))
    change.set("title", .text("Later"))
    let changes = try store.changeRecord(change, today: .of("2026-06-01"), .number(200))
    #expect(changes.map(\.field) == ["title"])
    #expect(try text(store, "risk", on: "2026-05-31")["title"] == "title ä <&> 0")
    #expect(try text(store, "risk", on: "2026-06-01")["title"] == "Later")
    #expect(try store.verifyJournal().findings == [])
  }

  @Test func `a change that says nothing new writes nothing`() throws {
    let store = try store()
    var change = NewRecord(Risk.type, reference: "risk-A", effectiveOn: nil)
    change.set("title", .text("title ä <&> 0"))
    #expect(try store.changeRecord(change, today: day, .number(200)) == [])
  }

  @Test func `a fact is taken away, unless every record has it`() throws {
    let store = try store()
    var change = NewRecord(Risk.type, reference: "risk-A", effectiveOn: nil)
    change.set("owner", nil)
    #expect(try store.changeRecord(change, today: day, .number(200)).map(\.after) == [nil])
    change.set("title", nil)
    let error = #expect(throws: InvalidRecord.self) {
      try store.changeRecord(change, today: day, .number(201))
    }
    #expect(error?.description == "The title is blank. Give a title.")
  }

  @Test func `a record that lacks what every record has is refused`() throws {
    let store = try store()
    let new = NewRecord(Signature.type, reference: "X", effectiveOn: day)
    let error = #expect(throws: InvalidRecord.self) {
      try store.addRecord(new, today: day, .number(200))
    }
    #expect(
      error?.description
        == "The agreement is blank. Give a agreement.\nThe party is blank. Give a party."
    )
  }

  @Test func `a reference to nothing is refused`() throws {
    let store = try store()
    var new = NewRecord(Risk.type, reference: "X", effectiveOn: day)
    new.set("title", .text("A gap"))
    new.set("party", .reference("NOBODY"))
    #expect(throws: StoreError.unknown(kind: "party", reference: "NOBODY")) {
      try store.addRecord(new, today: day, .number(200))
    }
  }

  @Test func `a value of another type and an unknown fact are refused in words`() throws {
    let store = try store()
    var new = NewRecord(Risk.type, reference: "X", effectiveOn: day)
    new.set("title", .text("A gap"))
    new.set("state", .text("unsure"))
    new.set("colour", .text("red"))
    let error = #expect(throws: InvalidRecord.self) {
      try store.addRecord(new, today: day, .number(200))
    }
    #expect(
      error?.description == """
        A risk has no colour. Use one of title, party, agreement, service, owner, state.
        \u{201C}unsure\u{201D} is no value of state. Write one of open, closed.
        """
    )
  }

  @Test func `a reference is taken once, and the store counts for those who give none`() throws {
    let store = try store()
    var new = NewRecord(Risk.type, reference: "risk-A", effectiveOn: day)
    new.set("title", .text("A gap"))
    #expect(throws: StoreError.self) { try store.addRecord(new, today: day, .number(200)) }
    new.reference = nil
    #expect(try store.addRecord(new, today: day, .number(201)) == "risk-2")
    #expect(try store.addRecord(new, today: day, .number(202)) == "risk-3")
  }

  @Test func `a voided record is gone from its voiding on and known before it`() throws {
    let store = try store()
    try store.voidRecord(Risk.type, "risk-A", reason: "Entered twice", .number(400))
    #expect(try text(store, "risk").isEmpty)
    #expect(throws: StoreError.unknown(kind: "risk", reference: "risk-A")) {
      try store.voidRecord(Risk.type, "risk-A", reason: "Again", .number(401))
    }
  }
}
