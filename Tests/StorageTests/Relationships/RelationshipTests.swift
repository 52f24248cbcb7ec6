import Importing
import Model
import Testing

@testable import Storage

@Suite struct RelationshipTests {
  private let day = CivilDay.of("2026-01-01")

  /// Two suppliers with an agreement each, one of them with records of several depths.
  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.take(["A", "B"].map(sample), 1)
    try store.addPerson(NewPerson(reference: "P1", name: "Ada", effectiveOn: day), .number(2))
    try add(store, 3, Review.type, "R1", ["kind": "contract", "agreement": "A"])
    try add(store, 4, Attendance.type, "R1a", ["review": "R1", "name": "Ada", "side": "ours"])
    try add(
      store,
      5,
      ServiceLevelTarget.type,
      "T1",
      [
        "agreement": "A", "title": "Up", "metric": "availability", "comparison": "atLeast",
        "value": "99.9", "window": "month",
      ]
    )
    try add(
      store,
      6,
      Measurement.type,
      "T1-1",
      ["target": "T1", "periodStart": "2026-01-01", "periodEnd": "2026-01-31"]
    )
    try add(
      store,
      7,
      Exclusion.type,
      "T1-1x",
      ["measurement": "T1-1", "kind": "maintenance", "seconds": "60", "reason": "Planned"]
    )
    try add(
      store,
      8,
      ControlledDocument.type,
      "D1",
      ["kind": "complaintProcedure", "title": "Complaints"]
    )
    return store
  }

  private func sample(_ key: String) -> AgreementSample {
    AgreementSample(
      key,
      [.title: .text("Contract \(key)"), .startsOn: .day(day)],
      parties: [
        .init(name: "Party \(key)", identifiers: [("GB-COH", "0123456\(key == "A" ? 1 : 2)")])
      ]
    )
  }

  private func add(
    _ store: Store,
    _ number: Int,
    _ type: RecordType,
    _ reference: String,
    _ values: [String: String]
  ) throws {
    var record = NewRecord(type, reference: reference, effectiveOn: day)
    for (name, text) in values {
      record.values[name] = try #require(type.field(name)?.type.value(text))
    }
    try store.addRecord(record, today: day, .number(number))
  }

  private func files(_ store: Store, on day: String = "2026-12-31") throws -> [RelationshipFile] {
    var files: [RelationshipFile] = []
    try store.read(asOf: AsOf(day: .of(day))) { reader in
      try reader.forEachRelationship { files.append($0) }
    }
    return files
  }

  @Test func `each party has its agreements, and each record lies with its agreement`() throws {
    let files = try files(store())
    #expect(files.map(\.party.name) == ["Party A", "Party B"])
    #expect(files.map { $0.agreements.map(\.reference) } == [["A"], ["B"]])
    let records = try #require(files.first?.agreements.first?.records)
    #expect(records[Review.self].map(\.reference) == ["R1"])
    #expect(records[Attendance.self].map(\.reference) == ["R1a"])
    #expect(records[Measurement.self].map(\.reference) == ["T1-1"])
    #expect(records[Exclusion.self].map(\.reference) == ["T1-1x"])
    #expect(files.last?.all(Review.self).isEmpty == true)
  }

  @Test func `a record of no party lies with the organisation`() throws {
    try store().read(asOf: AsOf(day: .of("2026-12-31"))) { reader in
      let file = try reader.organizationFile()
      #expect(file.records[ControlledDocument.self].map(\.reference) == ["D1"])
      #expect(file.records[Review.self].isEmpty)
      #expect(file.people.map(\.name) == ["Ada"])
    }
  }

  @Test func `our people have their leads and the days on which they are away`() throws {
    let store = try store()
    var person = NewPerson(reference: "P2", name: "Bea", effectiveOn: day)
    person.email = "bea@example.org"
    person.lead = "P1"
    try store.addPerson(person, .number(20))
    let absence = NewAbsence(
      person: "P2",
      startsOn: .of("2026-03-02"),
      endsOn: .of("2026-03-06"),
      deputy: "P1",
      effectiveOn: day
    )
    try store.addAbsence(absence, .number(21))
    try store.read(asOf: AsOf(day: .of("2026-12-31"))) { reader in
      let people = try reader.organizationFile().people
      let ada = try #require(people.first { $0.name == "Ada" })
      let bea = try #require(people.first { $0.name == "Bea" })
      #expect(bea.email == "bea@example.org")
      #expect(bea.lead == ada.id)
      #expect(bea.absence(on: .of("2026-03-06"))?.deputy == ada.id)
      #expect(bea.absence(on: .of("2026-03-07")) == nil)
      #expect(ada.absences.isEmpty)
      #expect(ada.lead == nil)
    }
  }

  @Test func `nothing is there before its day`() throws {
    let records = try files(store(), on: "2025-12-31").flatMap { $0.all(Review.self) }
    #expect(records.isEmpty)
  }

  @Test func `the members, versions and the standing of an agreement are there`() throws {
    let agreement = try #require(try files(store()).first?.agreements.first)
    #expect(agreement.members.map(\.role) == ["supplier"])
    #expect(agreement.title == "Contract A")
    #expect(agreement.terms.startsOn == day)
  }
}
