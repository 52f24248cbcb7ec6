import Importing
import Model
import Testing

@testable import Storage

@Suite struct ChangesTests {
  // MARK: A store with agreements

  /// `A` with `P`, from 2026-01-01 to 2026-12-31, recorded on the second day of January.
  private func store() throws -> Store {
    let store = try Store.inMemory()
    var party = NewParty(reference: "P", name: "Acme")
    party.effectiveOn = .of("2026-01-01")
    party.roles = [.supplier]
    try store.addParty(party, request("2026-01-02", "Ada"))
    var agreement = NewAgreement(
      reference: "A",
      values: [
        .title: .text("Cleaning"), .startsOn: .day(.of("2026-01-01")),
        .endsOn: .day(.of("2026-12-31")),
      ],
      recordedOn: .of("2026-01-02")
    )
    agreement.effectiveOn = .of("2026-01-01")
    agreement.parties = [(.supplier, "P")]
    try store.addAgreement(agreement, request("2026-01-02", "Ada"))
    return store
  }

  private func change(
    _ store: Store,
    _ values: [Field: RecordValue],
    from day: String,
    on recorded: String,
    _ actor: String
  ) throws {
    var wanted = AgreementChange(reference: "A", values: values)
    wanted.effectiveOn = .of(day)
    _ = try store.changeAgreement(wanted, request(recorded, actor))
  }

  private func request(_ day: String, _ actor: String) -> WriteRequest {
    WriteRequest(
      actor: actor,
      command: "test",
      recordedAt: "\(day)T10:00:00Z",
      salt: Array(repeating: 1, count: 16)
    )
  }

  private func changes(
    _ store: Store,
    _ from: String,
    _ to: String,
    _ knowledge: AsOf.Knowledge = .now,
    of record: String? = nil
  ) throws -> [ChangedRecord] {
    try store.read(asOf: AsOf(day: .of(to), knowledge: knowledge)) { reader in
      var found: [ChangedRecord] = []
      try reader.forEachChange(since: .of(from), of: record) { found.append($0) }
      return found
    }
  }

  /// A change in words: `changed agreement A of Acme: title One → Two by Ada from 2026-02-01`.
  private func words(_ change: ChangedRecord) -> String {
    var text = "\(change.kind.rawValue) \(change.record) \(change.reference)"
    if let party = change.partyName { text += " of \(party)" }
    guard change.kind == .changed || change.facts.contains(where: { $0.name == "status" }) else {
      return text + origin(change.origin) + (change.reason.map { ": \($0)" } ?? "")
    }
    let facts = change.facts.map {
      "\($0.name) \($0.before ?? "–") → \($0.after ?? "–")\(origin($0.origin))"
    }
    return text + ": " + facts.joined(separator: "; ")
  }

  private func origin(_ origin: ChangedRecord.Origin) -> String {
    " by \(origin.actor)" + (origin.effectiveOn.map { " from \($0)" } ?? "")
  }

  // MARK: What took effect

  @Test func `what took effect by the end of the earlier day is no change`() throws {
    let store = try store()
    #expect(
      try changes(store, "2025-12-31", "2026-01-01").map(words) == [
        "added agreement A of Acme by Ada from 2026-01-01",
        "added party P of Acme by Ada from 2026-01-01",
      ]
    )
    #expect(try changes(store, "2026-01-01", "2026-06-30").isEmpty)
    #expect(try changes(store, "2026-06-30", "2026-06-30").isEmpty)
  }

  @Test func `every fact says who set what holds now, not who wrote last`() throws {
    let store = try store()
    try change(
      store,
      [.owner: .text("Jana"), .note: .text("x")],
      from: "2026-02-01",
      on: "2026-02-02",
      "Ada"
    )
    try change(store, [.note: .text("y")], from: "2026-03-01", on: "2026-03-02", "Ben")
    #expect(
      try changes(store, "2026-01-31", "2026-06-30").map(words) == [
        "changed agreement A of Acme: owner – → Jana by Ada from 2026-02-01; "
          + "note – → y by Ben from 2026-03-01"
      ]
    )
    #expect(
      try changes(store, "2026-02-01", "2026-06-30").map(words) == [
        "changed agreement A of Acme: note x → y by Ben from 2026-03-01"
      ]
    )
  }

  @Test func `a fact that came back to what it was is no change`() throws {
    let store = try store()
    try change(store, [.title: .text("Other")], from: "2026-02-01", on: "2026-02-01", "Ada")
    try change(store, [.title: .text("Cleaning")], from: "2026-03-01", on: "2026-03-01", "Ada")
    #expect(try changes(store, "2026-01-31", "2026-06-30").isEmpty)
    #expect(try changes(store, "2026-01-31", "2026-02-28").count == 1)
  }

  @Test func `an agreement whose term ran out has ended without a word`() throws {
    let store = try store()
    #expect(
      try changes(store, "2026-12-30", "2027-01-01").map(words) == [
        "ended agreement A of Acme: status active → expired by Ada from 2027-01-01"
      ]
    )
    #expect(try changes(store, "2026-12-30", "2026-12-31").isEmpty)
    #expect(try changes(store, "2027-01-01", "2027-12-31").isEmpty)
  }

  @Test func `a record ends on the day after its last one`() throws {
    let store = try store()
    var plan = NewRecord(Plan.type, reference: "PL", effectiveOn: .of("2026-01-01"))
    for (number, field) in Plan.type.fields.enumerated() where field.isRequired {
      plan.values[field.name] = RecordSamples.value(field, number, ["party": "P"])
    }
    plan.set("validThrough", .day(.of("2026-05-31")))
    try store.addRecord(plan, today: .of("2026-01-02"), request("2026-01-02", "Ada"))
    let kinds = try changes(store, "2026-05-30", "2026-05-31", of: "plan")
    #expect(kinds.isEmpty)
    let ended = try changes(store, "2026-05-31", "2026-06-01", of: "plan")
    #expect(ended.map(words) == ["ended plan PL by Ada from 2026-06-01"])
  }

  @Test func `a party that takes no longer part has ended, and what replaced it was added`() throws
  {
    let store = try store()
    for (party, isPresent, actor) in [("P", false, "Ada"), ("Q", true, "Ben")] {
      if isPresent {
        var new = NewParty(reference: party, name: "Beta")
        new.effectiveOn = .of("2026-01-01")
        try store.addParty(new, request("2026-01-03", "Ada"))
      }
      try store.setParty(
        party,
        role: .supplier,
        isPresent: isPresent,
        inAgreement: "A",
        effectiveOn: .of("2026-04-01"),
        request("2026-04-02", actor)
      )
    }
    #expect(
      try changes(store, "2026-03-31", "2026-04-30").map(words) == [
        "ended agreementParty A supplier P of Beta by Ada from 2026-04-01",
        "added agreementParty A supplier Q of Beta by Ben from 2026-04-01",
      ]
    )
  }

  // MARK: What was known

  @Test func `what was voided is a change only of what was known`() throws {
    let store = try store()
    try store.voidAgreement("A", reason: "never signed", request("2026-03-05", "Ben"))
    #expect(try changes(store, "2026-02-28", "2026-03-31").isEmpty)
    #expect(
      try changes(store, "2026-02-28", "2026-03-31", .then).map(words) == [
        "voided agreement A of Acme by Ben: never signed"
      ]
    )
    #expect(try changes(store, "2026-03-05", "2026-03-31", .then).isEmpty)
    #expect(
      try changes(store, "2026-01-01", "2026-03-31", .then).map(words) == [
        "added party P of Acme by Ada from 2026-01-01"
      ]
    )
  }

  @Test func `what was recorded late counts by the day it was known`() throws {
    let store = try store()
    try change(store, [.owner: .text("Jana")], from: "2026-02-01", on: "2026-05-10", "Ben")
    let words = words
    let expected = ["changed agreement A of Acme: owner – → Jana by Ben from 2026-02-01"]
    #expect(try changes(store, "2026-04-30", "2026-05-31").isEmpty)
    #expect(try changes(store, "2026-04-30", "2026-05-31", .then).map(words) == expected)
    #expect(try changes(store, "2026-01-31", "2026-02-28").map(words) == expected)
    #expect(try changes(store, "2026-01-31", "2026-02-28", .then).isEmpty)
  }

  @Test func `what an import brought says its file and line, and undo who took it back`() throws {
    let store = try Store.inMemory()
    for (number, title) in [(1, "One"), (2, "Two")] {
      let sample = AgreementSample("A", [.title: .text(title)])
      try store.take([sample], number) { $0.effectiveOn = .of("2026-03-0\(number)") }
    }
    let changed = try changes(store, "2026-03-01", "2026-03-31", of: "agreement")
    let fact = try #require(changed.first?.facts.first { $0.name == "title" })
    #expect(fact.before == "One" && fact.after == "Two")
    #expect(fact.origin.source?.file == "2.csv")
    #expect(fact.origin.source?.line == 2)
    #expect(fact.origin.entry == 2)
    _ = try store.undoBatch(2, .number(3, "batch undo"))
    #expect(try changes(store, "2026-03-01", "2026-03-31", of: "agreement").isEmpty)
  }

  @Test func `a contact that is corrected is changed, and one that is voided is gone`() throws {
    let store = try store()
    var contact = NewContact(party: "P", name: "Grete", effectiveOn: .of("2026-02-01"))
    contact.email = "old@acme.example"
    try store.addContact(contact, request("2026-02-01", "Ada"))
    let (number, _) = try store.changeEntry(
      .contact,
      "1",
      to: ["email": .text("new@acme.example")],
      today: .of("2026-03-10"),
      request("2026-03-10", "Ben")
    )
    #expect(
      try changes(store, "2026-02-28", "2026-03-31", .then).map(words) == [
        "changed contact P Grete of Acme: email old@acme.example → new@acme.example by Ben "
          + "from 2026-02-01"
      ]
    )
    _ = try store.voidEntry(
      .contact,
      "\(number)",
      reason: "left",
      today: .of("2026-04-10"),
      request("2026-04-10", "Ada")
    )
    #expect(
      try changes(store, "2026-03-31", "2026-04-30", .then).map(words) == [
        "voided contact P Grete of Acme by Ada: left"
      ]
    )
  }

  // MARK: Kinds

  @Test func `every kind that a person can record is compared, in the order that is named`() throws
  {
    let store = try FullSample.store()
    let found = try changes(store, "2025-12-31", "2026-12-31")
    var kinds: [String] = []
    for change in found where kinds.last != change.record { kinds.append(change.record) }
    let places = kinds.compactMap { ChangedRecord.records.firstIndex(of: $0) }
    #expect(places == places.sorted())
    let own: Set = ["reminder", "outboxMail", "mailMessage"]
    #expect(Set(kinds).isSuperset(of: Set(RecordType.all.map(\.name)).subtracting(own)))
    #expect(Set(kinds).isDisjoint(with: own))
    #expect(Set(kinds).isSuperset(of: ["person", "service", "calendar", "setting", "exception"]))
    for record in ChangedRecord.records {
      let alone = try changes(store, "2025-12-31", "2026-12-31", of: record)
      #expect(alone.map(words) == found.filter { $0.record == record }.map(words))
    }
  }

  @Test func `a whole file within a record is told by its digest alone`() throws {
    let store = try FullSample.store()
    let policy = try changes(store, "2025-12-31", "2026-12-31", of: "policy")
    #expect(policy.first?.facts.contains { $0.name == "sha256" } == true)
    #expect(policy.first?.facts.contains { $0.name == "content" } == false)
  }
}
