import Importing
import Model
import Testing

@testable import Storage

/// Settings, calendars, absences, contacts, roles and assignments that come with an import.
@Suite struct EntryIntakeTests {
  private let people = [
    RecordDraft("person", "anna", ["name": "Anna"]), RecordDraft("person", "ben", ["name": "Ben"]),
  ]

  private static let samples: [RecordDraft] = [
    RecordDraft("setting", "", ["key": "currency", "value": "EUR"]),
    RecordDraft(
      "calendar",
      "",
      ["reference": "office", "zone": "Europe/Berlin", "windows": "mon-fri 09:00-17:00"]
    ),
    RecordDraft("exception", "", ["calendar": "office", "day": "2026-12-24"]),
    RecordDraft(
      "absence",
      "",
      ["person": "anna", "startsOn": "2026-07-01", "endsOn": "2026-07-02"]
    ),
    RecordDraft("contact", "", ["party": "US", "name": "Cleo"]),
    RecordDraft("role", "", ["party": "US", "role": "branch"]),
    RecordDraft(
      "assignment",
      "",
      ["role": "contractManager", "person": "anna", "party": "US", "validFrom": "2026-01-01"]
    ),
  ]

  /// A fact of each sample that is no key, with another value.
  private static let changes: [String: (String, String)] = [
    "setting": ("value", "GBP"), "calendar": ("zone", "Europe/London"),
    "exception": ("name", "Christmas Eve"), "absence": ("deputy", "ben"),
    "contact": ("email", "c@example.org"), "role": ("validThrough", "2026-12-31"),
    "assignment": ("deputy", "ben"),
  ]

  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.addParty(NewParty(reference: "US", name: "Our house"), .number(1))
    return store
  }

  private func counts(_ result: ImportResult, _ name: String) throws -> [Int] {
    let plural = try #require(EntryType.named(name)).type.plural
    let counts = result.outcome.others[plural] ?? ImportCounts()
    return [counts.new, counts.changed, counts.unchanged, counts.rejected]
  }

  private func expectSound(_ store: Store) throws {
    #expect(try store.examine().flatMap(\.problems) == [])
    #expect(try store.verifyJournal().findings == [])
  }

  /// How many rows of a table hold.
  private func holding(_ store: Store, _ name: String) throws -> [String] {
    let table = try #require(EntryType.named(name)).table
    return try store.lines(
      """
      SELECT count(*) FROM \(table) t WHERE NOT EXISTS (
        SELECT 1 FROM voiding WHERE kind = '\(table)' AND recordId = t.id)
      """
    )
  }

  @Test(arguments: EntryType.all.map(\.type.name))
  func `it is new, then the same, then changed, and taken back`(_ name: String) throws {
    let store = try store()
    let first = try store.take(records: people + Self.samples, 2)
    #expect(first.problems == [])
    #expect(try counts(first, name) == [1, 0, 0, 0])
    let again = try store.take(records: people + Self.samples, 3)
    #expect(try counts(again, name) == [0, 0, 1, 0])
    #expect(again.outcome.isUnchanged)
    let (field, value) = try #require(Self.changes[name])
    var draft = try #require(Self.samples.first { $0.kind == name })
    draft.values.removeAll { $0.field == field }
    draft.values.append(.init(field: field, text: value, place: Place(line: 3)))
    let changed = try store.take(records: [draft], 4)
    #expect(try counts(changed, name) == [0, 1, 0, 0])
    #expect(changed.items(.changed).first?.changes.map(\.field) == [field])
    #expect(changed.items(.changed).first?.changes.map(\.after) == [value])
    #expect(try holding(store, name) == ["1"])
    try expectSound(store)
    let outcome = try store.undoBatch(3, .number(5))
    #expect(outcome.kept == [])
    #expect(try holding(store, name) == ["1"])
    #expect(try store.take(records: people + Self.samples, 6).outcome.isUnchanged)
    try expectSound(store)
  }

  @Test func `a row from a later day leaves what held before it`() throws {
    let store = try store()
    try store.take(records: Self.samples.filter { $0.kind == "calendar" }, 2)
    var later = try #require(Self.samples.first { $0.kind == "calendar" })
    later.effectiveOn = "2026-06-01"
    later.values.append(.init(field: "country", text: "DE", place: Place(line: 1)))
    try store.take(records: [later], 3)
    #expect(try holding(store, "calendar") == ["2"])
    #expect(
      try store.lines("SELECT country, effectiveOn FROM calendar ORDER BY id")
        == ["-|2026-03-01", "DE|2026-06-01"]
    )
    try expectSound(store)
  }

  @Test func `a contact that changes from a later day is missing on no day, also after undo`()
    throws
  {
    let store = try store()
    let contact = RecordDraft("contact", "", ["party": "US", "name": "Cleo"])
    let changed = RecordDraft("contact", "", ["party": "US", "name": "Cleo", "phone": "1"])
    try store.take(records: [contact], 2)
    try store.take(records: [changed], 3) { $0.effectiveOn = .of("2026-06-01") }
    let names = { (day: String) in
      try store.read(asOf: AsOf(day: .of(day), knowledge: .now)) { reader in
        try reader.contacts().map { "\($0.phone ?? "-") \($0.validThrough ?? "-")" }
      }
    }
    #expect(try names("2026-05-31") == ["- 2026-05-31"])
    #expect(try names("2026-06-01") == ["- 2026-05-31", "1 -"])
    let again = try store.take(records: [changed], 4) { $0.effectiveOn = .of("2026-06-01") }
    #expect(again.outcome.isUnchanged)
    #expect(try store.undoBatch(2, .number(5)).kept == [])
    #expect(try names("2026-06-01") == ["- -"])
    try expectSound(store)
  }

  @Test func `an assignment that a source corrects from a later day is missing on no day`() throws {
    let store = try store()
    let draft = { (deputy: String) in
      RecordDraft(
        "assignment",
        "",
        [
          "role": "contractManager", "person": "anna", "validFrom": "2026-01-01",
          "deputy": deputy,
        ]
      )
    }
    try store.take(records: people + [draft("")], 2)
    try store.take(records: [draft("ben")], 3) { $0.effectiveOn = .of("2026-06-01") }
    let count = try store.read(asOf: AsOf(day: .of("2026-05-31"), knowledge: .now)) {
      try $0.assignments().count
    }
    #expect(count == 1)
    try expectSound(store)
  }

  @Test func `a person's value stays until the source says something new`() throws {
    let store = try store()
    try store.take(records: Self.samples.filter { $0.kind == "setting" }, 2)
    try store.setSetting("currency", to: "CHF", effectiveOn: .of("2026-03-01"), .number(3))
    let same = try store.take(records: Self.samples.filter { $0.kind == "setting" }, 4)
    #expect(same.outcome.isUnchanged)
    let other = RecordDraft("setting", "", ["key": "currency", "value": "GBP"])
    let result = try store.take(records: [other], 5)
    #expect(
      result.items(.changed).first?.changes
        == [.init(field: "value", before: "CHF", after: "GBP")]
    )
  }

  @Test(arguments: [
    (
      RecordDraft(
        "calendar",
        "",
        ["reference": "c", "zone": "Mars", "windows": "mon 09:00-10:00"]
      ),
      "zone.unknown: \u{201C}Mars\u{201D} is not a zone. Use an IANA name such as Europe/Berlin."
    ),
    (
      RecordDraft(
        "calendar",
        "",
        ["reference": "c", "zone": "Europe/Berlin", "windows": "always"]
      ),
      "windows.unreadable: \u{201C}always\u{201D} does not say when the calendar is open. Write weekdays and times, such as mon-thu 09:00-17:00, fri 09:00-12:00."
    ),
    (
      RecordDraft("exception", "", ["calendar": "none", "day": "2026-01-01"]),
      "reference.unknown: There is no calendar with the reference none. Correct the reference, or add the calendar to the file."
    ),
    (
      RecordDraft("setting", "", ["key": "zone", "value": "Mars"]),
      "zone.unknown: \u{201C}Mars\u{201D} is not a zone. Use an IANA name such as Europe/Berlin."
    ),
    (
      RecordDraft(
        "absence",
        "",
        ["person": "ben", "startsOn": "2026-07-02", "endsOn": "2026-07-01"]
      ),
      "date.reversed: endsOn 2026-07-01 lies before startsOn 2026-07-02. Correct one of the two days."
    ),
    (
      RecordDraft(
        "absence",
        "",
        ["person": "ben", "startsOn": "2026-07-02", "endsOn": "2026-07-03", "deputy": "ben"]
      ),
      "record.notAllowed: ben cannot stand in for the same person. Correct the record."
    ),
    (
      RecordDraft("contact", "", ["party": "US"]),
      "value.missing: The name is blank. Give a name."
    ),
  ])
  func `what cannot be is refused in words`(_ draft: RecordDraft, _ words: String) throws {
    let store = try store()
    let result = try store.take(records: [RecordDraft("person", "ben", ["name": "Ben"])], 2)
    #expect(result.problems == [])
    let problems = try store.take(records: [draft], 3).problems
    #expect(problems.map { "\($0.code): \($0.message) \($0.remedy)" } == [words])
    try expectSound(store)
  }
}
