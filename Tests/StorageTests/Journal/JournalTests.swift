import GRDB
import Importing
import Testing

@testable import Storage

struct JournalTests {
  /// Three small entries and an import.
  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.setSetting("currency", to: "EUR", effectiveOn: .of("2026-01-01"), .number(1))
    try store.addPerson(
      NewPerson(reference: "P1", name: "Ada", effectiveOn: .of("2026-01-01")),
      .number(2)
    )
    try store.addService(
      NewService(reference: "S1", name: "Mail", effectiveOn: .of("2026-01-01")),
      .number(3)
    )
    try store.take(
      [
        AgreementSample("A", [.title: .text("One")], parties: [.init(name: "Acme")]),
        AgreementSample("B", [.title: .text("Two")], parties: [.init(name: "Bolt")]),
      ],
      4
    )
    return store
  }

  @Test func `an untouched store is intact, and the head is the last entry's hash`() throws {
    let store = try store()
    let result = try store.verifyJournal(includesOriginals: true)
    #expect(result.findings == [])
    #expect(result.isIntact)
    #expect(result.entryCount == 4)
    #expect(result.originalCount == 1)
    #expect(try result.head == store.journalEntries(limit: 1)[0].hash)
    #expect(try store.verifyJournal(expectedHead: result.head.uppercased()).isIntact)
  }

  @Test func `an empty store is intact`() throws {
    let result = try Store.inMemory().verifyJournal(
      expectedHead: String(repeating: "0", count: 64)
    )
    #expect(result.isIntact)
    #expect(result.head == String(repeating: "0", count: 64))
  }

  @Test func `entries are listed newest first, and one shows its tables`() throws {
    let store = try store()
    #expect(try store.journalEntries().map(\.id) == [4, 3, 2, 1])
    #expect(try store.journalEntries(from: 3, limit: 2).map(\.id) == [3, 2])
    let entry = try store.journalEntry(2)
    #expect(entry.actor == "tester")
    #expect(entry.recordedAt == "2026-03-01T10:00:02Z")
    #expect(entry.payload == #"{"name":"Ada","reference":"P1"}"#)
    #expect(entry.tables.map(\.table) == ["person", "personRevision"])
    #expect(entry.tables.map(\.rowCount) == [1, 1])
    #expect(
      thrown { _ = try store.journalEntry(9) }
        == "There is no journal entry with the reference 9."
    )
  }

  @Test func `a head from before still fits when the journal has grown`() throws {
    let store = try store()
    let head = try store.journalEntry(2).hash
    #expect(try store.verifyJournal(expectedHead: head).isIntact)
  }

  // MARK: Tampering with the chain

  private func findings(_ store: Store, head: String? = nil) throws -> [String] {
    try store.verifyJournal(expectedHead: head, includesOriginals: true).findings.map(\.message)
  }

  @Test func `an edited actor is found`() throws {
    let store = try store()
    try store.tamper("UPDATE journalEntry SET actor = 'mallory' WHERE id = 2")
    #expect(
      try findings(store) == ["Entry 2 was changed: its hash is not that of its content."]
    )
  }

  @Test func `an edited payload is found`() throws {
    let store = try store()
    try store.tamper("UPDATE journalEntry SET payload = '{}' WHERE id = 2")
    #expect(try findings(store) == ["The payload of entry 2 was changed."])
  }

  @Test func `a redacted payload is accepted, and the redaction is an entry`() throws {
    let store = try store()
    try store.redactJournalEntry(2, reason: "retention", .number(5, "journal redact"))
    #expect(try findings(store) == [])
    #expect(try store.journalEntry(2).isRedacted)
    #expect(try store.journalEntry(5).payload == #"{"entry":"2","reason":"retention"}"#)
  }

  @Test func `a removed entry is found`() throws {
    let store = try store()
    try store.tamper(
      """
      DELETE FROM journalDigest WHERE entryId = 2;
      DELETE FROM recording WHERE entryId = 2;
      DELETE FROM journalEntry WHERE id = 2;
      """,
      foreignKeys: false
    )
    #expect(
      try findings(store) == [
        "Entry 2 is missing.", "Entry 3 does not follow from the entry before it.",
        "Table person has 1 row of recording 2, which does not exist. It is person P1.",
        "Table personRevision has 1 row of recording 2, which does not exist. "
          + "It is personRevision id 1048577, personId 1.",
      ]
    )
  }

  @Test func `several removed entries are found`() throws {
    let store = try store()
    try store.tamper(
      """
      DELETE FROM personRevision; DELETE FROM person; DELETE FROM serviceRevision;
      DELETE FROM service; DELETE FROM journalDigest WHERE entryId IN (2, 3);
      DELETE FROM recording WHERE entryId IN (2, 3);
      DELETE FROM journalEntry WHERE id IN (2, 3);
      """,
      foreignKeys: false
    )
    #expect(
      try findings(store) == [
        "Entries 2 to 3 are missing.", "Entry 4 does not follow from the entry before it.",
      ]
    )
  }

  @Test func `two swapped entries are found`() throws {
    let store = try store()
    try store.tamper(
      """
      UPDATE journalEntry SET id = 100 WHERE id = 2;
      UPDATE journalEntry SET id = 2 WHERE id = 3;
      UPDATE journalEntry SET id = 3 WHERE id = 100;
      """,
      foreignKeys: false
    )
    let messages = try findings(store)
    #expect(messages.contains("Entry 2 does not follow from the entry before it."))
    #expect(messages.contains("Entry 2 was changed: its hash is not that of its content."))
    #expect(messages.contains("Entry 3 was changed: its hash is not that of its content."))
    #expect(messages.contains("Entry 4 does not follow from the entry before it."))
  }

  @Test func `a cut tail is found only by the head`() throws {
    let store = try store()
    try store.setSetting("zone", to: "UTC", effectiveOn: .of("2026-01-01"), .number(5))
    let head = try store.verifyJournal().head
    try store.tamper(
      """
      DELETE FROM setting WHERE recordingId = 5; DELETE FROM journalDigest WHERE entryId = 5;
      DELETE FROM recording WHERE id = 5; DELETE FROM journalEntry WHERE id = 5;
      """,
      foreignKeys: false
    )
    #expect(try findings(store) == [])
    #expect(
      try findings(store, head: head) == [
        "No entry has the hash \(head), which was given as the head: entries at the end are "
          + "missing or were rewritten."
      ]
    )
  }

  @Test func `a rewritten chain is found by the head`() throws {
    let store = try store()
    let head = try store.verifyJournal().head
    let other = try Store.inMemory()
    try other.setSetting("currency", to: "EUR", effectiveOn: .of("2026-01-01"), .number(7))
    #expect(try !other.verifyJournal(expectedHead: head).isIntact)
  }

  @Test func `a changed list of tables is found`() throws {
    let store = try store()
    try store.tamper("UPDATE journalDigest SET rowCount = 2 WHERE entryId = 1")
    #expect(
      try findings(store) == [
        "The list of tables that entry 1 wrote was changed.",
        "Entry 1 wrote 2 rows into table setting, and 1 is there.",
      ]
    )
  }

  @Test func `a recording moved in time is found`() throws {
    let store = try store()
    try store.tamper("UPDATE recording SET recordedAt = '2026-02-01T00:00:00Z' WHERE id = 2")
    #expect(
      try findings(store) == [
        "Recording 2 is out of order: it is dated or numbered before recording 1.",
        "Recording 2 is dated otherwise than its entry 2.",
      ]
    )
  }

  @Test func `a changed original is found`() throws {
    let store = try store()
    try store.tamper("UPDATE originalChunk SET content = X'00'")
    let name = try store.batch(1).sources[0].sha256
    #expect(
      try findings(store) == [
        "The content kept of 4.csv is not the one with the SHA-256 \(name)."
      ]
    )
    #expect(try store.verifyJournal().isIntact)
  }

  @Test func `every finding names entry, table and remedy`() throws {
    let store = try store()
    try store.tamper("UPDATE setting SET value = 'USD'")
    #expect(
      try store.verifyJournal().findings == [
        JournalFinding(
          entry: 1,
          table: "setting",
          record: "setting id 1, key currency",
          message: "The row that entry 1 wrote into table setting was changed. "
            + "It is setting id 1, key currency.",
          remedy: "Compare with a backup made before the change, and restore the store from it."
        )
      ]
    )
  }

  @Test func `a row among several, an added and a removed row are found`() throws {
    let edited = try store()
    try edited.tamper("UPDATE agreement SET reference = 'C' WHERE reference = 'B'")
    #expect(
      try findings(edited) == [
        "A row among the 2 that entry 4 wrote into table agreement was changed."
      ]
    )
    let removed = try store()
    try removed.tamper("DELETE FROM partyName WHERE partyId = 2")
    #expect(
      try findings(removed) == ["Entry 4 wrote 2 rows into table partyName, and 1 is there."]
    )
    let added = try store()
    try added.tamper(
      "INSERT INTO contact (id, partyId, name, effectiveOn, recordingId, sequence) "
        + "VALUES (1, 1, 'Eve', '2026-01-01', 4, 99)"
    )
    #expect(
      try findings(added) == [
        "Table contact has 1 row of entry 4 that the entry does not state. "
          + "It is contact of party source:Acme."
      ]
    )
    let emptied = try store()
    try emptied.tamper("DELETE FROM setting")
    #expect(
      try findings(emptied) == ["Entry 1 wrote 1 row into table setting, and 0 are there."]
    )
  }
}
