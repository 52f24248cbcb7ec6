import Importing
import Model
import Testing

@testable import Storage

struct OtherRecordTests {
  private let day = CivilDay.of("2026-01-01")

  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.addParty(NewParty(reference: "P", name: "Party"), .number(1))
    try store.addPerson(NewPerson(reference: "ADA", name: "Ada", effectiveOn: day), .number(2))
    return store
  }

  // MARK: Parties

  @Test func `a party is entered, changed and found by name`() throws {
    let store = try Store.inMemory()
    var new = NewParty(reference: "P", name: "Party Ltd")
    new.roles = [.supplier, .customer]
    new.values = [.city: .text("Bonn"), .tier: .text("strategic")]
    try store.addParty(new, .number(1))
    #expect(
      try store.lines("SELECT name, city, tier, changed, effectiveOn FROM partyRevision") == [
        "Party Ltd|Bonn|strategic|name,city,tier|0001-01-01"
      ]
    )
    #expect(try store.lines("SELECT role FROM partyRole") == ["supplier", "customer"])
    #expect(
      try store.changeParty("P", [.city: .text("Essen"), .note: .empty], .number(2)) == [
        .init(field: "city", before: "Bonn", after: "Essen")
      ]
    )
    #expect(try store.changeParty("P", [.city: .text("Essen")], .number(3)) == [])
    #expect(try store.journalEntries().count == 2)
    let result = try store.take([AgreementSample("A", parties: [.init(name: "PARTY LTD")])], 4)
    #expect(result.items(.likelyMatch).first?.changes.first?.before == "P")
    #expect(try store.examine().flatMap(\.problems) == [])
  }

  @Test func `a party above another is named by reference`() throws {
    let store = try store()
    try store.addParty(NewParty(reference: "Q", name: "Child"), .number(3))
    _ = try store.changeParty("Q", [.parentParty: .text("P")], .number(4))
    #expect(
      try store.lines("SELECT parentId, changed FROM partyRevision ORDER BY id DESC LIMIT 1") == [
        "1|parentId"
      ]
    )
    #expect(
      thrown { _ = try store.changeParty("Q", [.parentParty: .text("Q")], .number(5)) }
        == "Party Q cannot stand above itself."
    )
    #expect(
      thrown { _ = try store.changeParty("Q", [.parentParty: .text("X")], .number(5)) }
        == "There is no party with the reference X."
    )
  }

  @Test func `a party's values are checked`() throws {
    let store = try store()
    #expect(
      thrown {
        _ = try store.changeParty(
          "P",
          [.name: .empty, .tier: .text("huge"), .city: .number(1), .endsOn: .empty],
          .number(3)
        )
      }
        == """
        A party has no field endsOn. Leave it out.
        city takes text. Give text.
        The name is blank. Give a name.
        \u{201C}huge\u{201D} is not a known value of tier. Use one of strategic, tactical, operational, commodity.
        """
    )
    #expect(
      thrown { try store.addParty(NewParty(reference: "P", name: "Again"), .number(3)) }
        == "There is already a party with the reference P. Choose another reference."
    )
    #expect(
      thrown {
        _ = try store.changeParty(
          "P",
          [.city: .text("Bonn")],
          effectiveOn: .of("2026-02-01"),
          .number(4)
        )
        _ = try store.changeParty(
          "P",
          [.city: .text("Essen")],
          effectiveOn: .of("2026-01-31"),
          .number(5)
        )
      }
        == "The change of P would hold from 2026-01-31, and the latest values hold from "
        + "2026-02-01. Give a later day, or none to correct them."
    )
  }

  @Test func `an identifier belongs to one party`() throws {
    let store = try store()
    try store.addParty(NewParty(reference: "Q", name: "Other"), .number(3))
    try store.addPartyIdentifier("P", scheme: "GB-COH", value: "0123 4567", .number(4))
    #expect(
      try store.lines("SELECT value, raw FROM partyIdentifier") == ["01234567|0123 4567"]
    )
    #expect(
      thrown {
        try store.addPartyIdentifier("Q", scheme: "GB-COH", value: "01234567", .number(5))
      } == "The identifier 01234567 of GB-COH belongs to party P."
    )
    #expect(
      thrown { try store.addPartyIdentifier("Q", scheme: "GB-COH", value: "N/A", .number(5)) }
        == "\u{201C}N/A\u{201D} identifies nobody in GB-COH. "
        + "Give the number as the register writes it."
    )
  }

  @Test func `a party that takes part is not voided`() throws {
    let store = try store()
    var new = NewAgreement(reference: "A", values: [:], recordedOn: day)
    new.parties = [(.supplier, "P")]
    try store.addAgreement(new, .number(3))
    #expect(
      thrown { try store.voidParty("P", reason: "wrong", .number(4)) }
        == "Party P takes part in 1 agreement. Void it first, or give the party an end instead."
    )
    try store.voidAgreement("A", reason: "wrong", .number(5))
    try store.voidParty("P", reason: "wrong", .number(6))
    #expect(
      thrown { try store.voidParty("P", reason: "wrong", .number(7)) }
        == "There is no party with the reference P."
    )
    #expect(
      try store.lines("SELECT kind, recordId, reason FROM voiding ORDER BY kind") == [
        "agreement|1|wrong", "party|1|wrong",
      ]
    )
  }

  @Test func `roles and contacts are spans`() throws {
    let store = try store()
    try store.addPartyRole(
      "P",
      .supplier,
      validFrom: day,
      validThrough: day,
      effectiveOn: day,
      .number(3)
    )
    var contact = NewContact(party: "P", name: "Cleo", effectiveOn: day)
    contact.email = "cleo@example.com"
    #expect(try store.addContact(contact, .number(4)) == 1)
    #expect(try store.lines("SELECT name, email FROM contact") == ["Cleo|cleo@example.com"])
    contact.validFrom = .of("2026-02-01")
    contact.validThrough = day
    contact.name = ""
    #expect(
      thrown { try store.addContact(contact, .number(5)) }
        == """
        The name is blank. Give a name.
        validThrough 2026-01-01 lies before validFrom 2026-02-01. Correct one of the two days.
        """
    )
    #expect(
      thrown {
        try store.addPartyRole(
          "P",
          .customer,
          validFrom: .of("2026-02-01"),
          validThrough: day,
          effectiveOn: day,
          .number(5)
        )
      }
        == "validThrough 2026-01-01 lies before validFrom 2026-02-01. "
        + "Correct one of the two days."
    )
    #expect(
      thrown {
        try store.addContact(NewContact(party: "X", name: "C", effectiveOn: day), .number(6))
      } == "There is no party with the reference X."
    )
  }

  // MARK: People, services, settings

  @Test func `people and their absences`() throws {
    let store = try store()
    var new = NewPerson(reference: "BEN", name: "Ben", effectiveOn: day)
    new.lead = "ADA"
    try store.addPerson(new, .number(3))
    #expect(
      try store.lines("SELECT name, leadId FROM personRevision ORDER BY id") == ["Ada|-", "Ben|1"]
    )
    #expect(
      thrown { try store.addPerson(new, .number(4)) }
        == "There is already a person with the reference BEN. Choose another reference."
    )
    func absence(_ starts: String, _ ends: String, _ deputy: String?) throws {
      try store.addAbsence(
        NewAbsence(
          person: "BEN",
          startsOn: .of(starts),
          endsOn: .of(ends),
          deputy: deputy,
          effectiveOn: day
        ),
        .number(4)
      )
    }
    try absence("2026-02-01", "2026-02-01", "ADA")
    #expect(
      thrown { try absence("2026-02-02", "2026-02-01", nil) }
        == "endsOn 2026-02-01 lies before startsOn 2026-02-02. Correct one of the two days."
    )
    #expect(
      thrown { try absence("2026-02-02", "2026-02-03", "BEN") }
        == "BEN cannot stand in for the same person."
    )
  }

  @Test func `an assignment ends by another that takes its place`() throws {
    let store = try store()
    let id = try store.addAssignment(
      NewAssignment(role: .relationshipManager, person: "ADA", party: "P", validFrom: day),
      .number(3)
    )
    #expect(
      thrown { try store.endAssignment(id, on: .of("2025-12-31"), .number(4)) }
        == "validThrough 2025-12-31 lies before validFrom 2026-01-01. "
        + "Correct one of the two days."
    )
    #expect(try store.endAssignment(id, on: .of("2026-06-30"), .number(4)) == 2)
    #expect(
      try store.lines("SELECT id, validFrom, validThrough, partyId FROM assignment") == [
        "1|2026-01-01|-|1", "2|2026-01-01|2026-06-30|1",
      ]
    )
    #expect(
      try store.lines("SELECT kind, recordId, reason FROM voiding") == [
        "assignment|1|It ended on 2026-06-30."
      ]
    )
    #expect(
      thrown { try store.endAssignment(1, on: day, .number(5)) }
        == "There is no assignment with the reference 1."
    )
  }

  @Test func `services and settings`() throws {
    let store = try store()
    try store.addService(
      NewService(reference: "S", name: "Mail", description: "Letters", effectiveOn: day),
      .number(3)
    )
    #expect(
      try store.lines("SELECT id >> 20, name, description FROM serviceRevision") == [
        "1|Mail|Letters"
      ]
    )
    #expect(
      thrown {
        try store.addService(NewService(reference: "", name: " ", effectiveOn: day), .number(4))
      } == "The reference is blank. Give a reference.\nThe name is blank. Give a name."
    )
    try store.setSetting("currency", to: "EUR", effectiveOn: day, .number(4))
    #expect(try store.lines("SELECT key, value FROM setting") == ["currency|EUR"])
    #expect(
      thrown { try store.setSetting("", to: "EUR", effectiveOn: day, .number(5)) }
        == "The key is blank. Give a key."
    )
  }

  @Test func `calendars and their exceptions are read as they will be`() throws {
    let store = try store()
    try store.addCalendar(
      NewCalendar(
        reference: "office",
        zone: "Europe/Berlin",
        windows: "mon-fri 09:00-17:00",
        effectiveOn: day
      ),
      .number(3)
    )
    var exception = NewCalendarException(
      calendar: "office",
      day: .of("2026-12-24"),
      effectiveOn: day
    )
    exception.windows = "09:00-12:00 13:00-14:00"
    try store.addCalendarException(exception, .number(4))
    #expect(
      try store.lines("SELECT day, windows FROM calendarException") == [
        "2026-12-24|09:00-12:00 13:00-14:00"
      ]
    )
    exception.windows = "morning"
    #expect(
      thrown { try store.addCalendarException(exception, .number(5)) }
        == "\u{201C}morning\u{201D} does not say when the calendar is open. "
        + "Write times, such as 09:00-12:00 13:00-15:00."
    )
    exception.windows = nil
    exception.calendar = "none"
    #expect(
      thrown { try store.addCalendarException(exception, .number(5)) }
        == "There is no calendar with the reference none."
    )
    #expect(
      thrown {
        try store.addCalendar(
          NewCalendar(
            reference: "x",
            zone: "Berlin",
            windows: "always",
            effectiveOn: day
          ),
          .number(5)
        )
      }
        == """
        \u{201C}Berlin\u{201D} is not a zone. Use an IANA name such as Europe/Berlin.
        \u{201C}always\u{201D} does not say when the calendar is open. Write weekdays and times, such as mon-thu 09:00-17:00, fri 09:00-12:00.
        """
    )
    #expect(try store.examine().flatMap(\.problems) == [])
  }
}
