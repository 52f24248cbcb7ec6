import GRDB
import Importing
import Model

@testable import Storage

/// A store with at least one row in every audited table.
enum FullSample {
  static let day = CivilDay.of("2026-01-01")

  static func store(at path: String? = nil) throws -> Store {
    let store = try path.map { try Store.create($0) } ?? Store.inMemory()
    try pattern.get().queue.backup(to: store.queue)
    return store
  }

  /// Filled once and copied for each test, since filling takes a second.
  private static let pattern = Result {
    let store = try Store.inMemory()
    try fill(store)
    return store
  }

  private static func fill(_ store: Store) throws {
    try people(store)
    try store.take(
      [agreement("A", title: "One"), agreement("B", title: "Two"), agreement("V", title: "Gone")],
      20
    )
    try store.addAgreement(
      NewAgreement(
        reference: "OWN",
        values: [.title: .text("Ours"), .startsOn: .day(day)],
        recordedOn: day
      ),
      .number(21)
    )
    _ = try store.changeAgreement(
      AgreementChange(
        reference: "A",
        values: [.title: .text("First")],
        version: .init(effectiveFrom: .of("2026-03-02"), amendment: "1")
      ),
      .number(22)
    )
    try store.take([agreement("A", title: "Other"), agreement("B", title: "Two")], 23) {
      $0.isComplete = true
      $0.vanished = .flag
    }
    try store.voidAgreement("V", reason: "never signed", .number(24))
    var assignment = NewAssignment(
      role: .contractManager,
      person: "P1",
      agreement: "A",
      validFrom: day
    )
    assignment.deputy = "P2"
    try store.addAssignment(assignment, .number(25))
    try store.take([agreement("Z", title: "Last")], 26, scheme: "other")
    _ = try store.undoBatch(3, .number(27))
    try RecordSamples.add(to: store, from: 100, day: day)
  }

  private static func people(_ store: Store) throws {
    try store.setSetting("currency", to: "EUR", effectiveOn: day, .number(1))
    var calendar = NewCalendar(
      reference: "office",
      zone: "Europe/Berlin",
      windows: "mon-fri 09:00-17:00",
      effectiveOn: day
    )
    calendar.country = "DE-BE"
    try store.addCalendar(calendar, .number(2))
    try store.addCalendarException(
      NewCalendarException(calendar: "office", day: .of("2026-12-24"), effectiveOn: day),
      .number(3)
    )
    try store.addPerson(NewPerson(reference: "P1", name: "Ada", effectiveOn: day), .number(4))
    try store.addPerson(NewPerson(reference: "P2", name: "Ben", effectiveOn: day), .number(5))
    try store.addAbsence(
      NewAbsence(
        person: "P1",
        startsOn: day,
        endsOn: .of("2026-01-05"),
        deputy: "P2",
        effectiveOn: day
      ),
      .number(6)
    )
    try store.addService(
      NewService(reference: "S1", name: "Mail", effectiveOn: day),
      .number(7)
    )
    try store.addService(
      NewService(reference: "S2", name: "Print", effectiveOn: day),
      .number(11)
    )
    var party = NewParty(reference: "US", name: "Our house")
    party.isOwn = true
    party.roles = [.ownEntity]
    try store.addParty(party, .number(8))
    try store.addPartyIdentifier("US", scheme: "DE-HRB", value: "12345", .number(9))
    try store.addContact(
      NewContact(party: "US", name: "Cleo", effectiveOn: day),
      .number(10)
    )
  }

  private static func agreement(_ key: String, title: String) -> AgreementSample {
    var sample = AgreementSample(
      key,
      [.title: .text(title), .startsOn: .day(day)],
      parties: [.init(name: "Acme \(key)", identifiers: [("GB-COH", "0123456\(key.utf8.count)")])]
    )
    sample.identifiers = [("OCID", "ocds-\(key)")]
    sample.mentions = [(.service, "S1", nil)]
    return sample
  }
}
