import Foundation
import Importing
import Model
import Storage
import Testing

@testable import Intake

/// What a profile lets an import change in the store.
struct BehaviourTests {
  private let header = "Number,Title,Start,End,Value,Note,Supplier,Other"
  private let one = "A,One,2025-01-01,,100.00,First,Acme,"

  // MARK: Overwriting

  @Test(arguments: [
    ("never", "One", "2026-12-31", "First"), ("given", "Uno", "2026-12-31", "First"),
    ("always", "Uno", "2026-12-31", nil),
  ])
  func `the profile says whether the source replaces what is stored`(
    rule: String,
    title: String,
    end: String,
    note: String?
  ) throws {
    let desk = try Desk("behaviour: {overwrite: \(rule)}")
    try desk.run(header, one)
    let report = try desk.run(header, "A,Uno,2025-01-01,2026-12-31,100.00,,Acme,")
    #expect(report.agreements == [0, 1, 0, 0, 0])
    let stored = try #require(try desk.store.agreements()["A"])
    #expect(stored.title == title)
    #expect(stored.terms.endsOn == .of(end))
    #expect(stored.note == note)
    try desk.store.expectSound()
  }

  @Test func `a field may have a rule of its own`() throws {
    let yaml = Desk.yaml.replacingOccurrences(
      of: "title: Title",
      with: "title: {from: Title, overwrite: never}"
    ).replacingOccurrences(of: "note: Note", with: "note: {from: Note, overwrite: always}")
    let desk = try Desk(yaml: yaml)
    try desk.run(header, one)
    let report = try desk.run(header, "A,Uno,,2026-12-31,,,Acme,")
    #expect(report.items.map { $0.changes.map(\.field) } == [["note", "endsOn"]])
    let stored = try #require(try desk.store.agreements()["A"])
    #expect(stored.title == "One")
    #expect(stored.note == nil)
    #expect(stored.terms.startsOn == .of("2025-01-01"))
    #expect(stored.value?.minor == 10_000)
  }

  // MARK: Adding and changing

  @Test func `a profile that may not add rejects what is not stored`() throws {
    let store = try Store.inMemory()
    try Desk(store: store).run(header, one)
    let desk = try Desk("behaviour: {mayAdd: false}", store: store)
    let report = try desk.run(header, "A,Uno,2025-01-01,,100.00,First,Acme,", "B,Two,,,,,Bolt,") {
      $0.rejects = desk.folder.file("rejects.csv")
    }
    #expect(report.agreements == [0, 1, 0, 0, 0])
    #expect(report.records == [2, 1, 1])
    #expect(
      report.problems == [
        Problem(
          "agreement.unknown",
          file: desk.folder.file("input.csv"),
          place: Place(line: 3, record: 2),
          value: "B",
          message:
            "The agreement \u{201C}B\u{201D} is not in the store, and the profile may not add any.",
          remedy: "Add the agreement first, or let the profile add (behaviour, mayAdd)."
        )
      ]
    )
    #expect(try desk.folder.text("rejects.csv").contains("B,Two,,,,,Bolt,,agreement.unknown"))
    #expect(try store.agreements().keys.sorted() == ["A"])
  }

  @Test func `a profile that may not change adds only`() throws {
    let store = try Store.inMemory()
    try Desk(store: store).run(header, one)
    let desk = try Desk("behaviour: {mayUpdate: false}", store: store)
    let report = try desk.run(header, "A,Uno,2025-01-01,,100.00,First,Acme,", "B,Two,,,,,Bolt,")
    #expect(report.agreements == [1, 0, 1, 0, 0])
    #expect(try store.agreements()["A"]?.title == "One")
    #expect(try store.agreements()["B"]?.title == "Two")
  }

  @Test func `an agreement of another source is found by a further name`() throws {
    let store = try Store.inMemory()
    try Desk(store: store).run(header, "A,One,2025-01-01,,100.00,First,Acme,X-1")
    let desk = try Desk("behaviour: {matchBy: [other]}", store: store)
    let lines = "7,Uno,2025-01-01,,100.00,First,Acme,X-1"
    let report = try desk.run(header, lines, "8,New,,,,,Acme,X-2") { $0.source = "second" }
    #expect(report.agreements == [1, 1, 0, 0, 0])
    #expect(try store.agreements().keys.sorted() == ["8", "A"])
    #expect(try store.agreements()["A"]?.title == "Uno")
    // The key of the second source is now a name of its own.
    let again = try desk.run(header, "7,Uno,2025-01-01,,100.00,First,Acme,") {
      $0.source = "second"
    }
    #expect(again.agreements[0] == 0)
    try store.expectSound()
  }

  // MARK: What a change is

  @Test func `a change is a better reading unless the profile says that it is agreed`() throws {
    let desk = try Desk()
    try desk.run(header, one)
    try desk.run(header, "A,Uno,2025-01-01,,100.00,First,Acme,")
    #expect(try desk.store.revisions("A") == ["1 2025-01-01 -", "1 2025-01-01 title"])
    try desk.run(header, "A,Ein,2025-01-01,,100.00,First,Acme,") {
      $0.effectiveOn = CivilDay.of("2026-02-01").number
    }
    #expect(try desk.store.revisions("A").last == "1 2026-02-01 title")
    #expect(try desk.store.agreements(on: "2026-01-31")["A"]?.title == "Uno")
    #expect(try desk.store.agreements(on: "2026-02-01")["A"]?.title == "Ein")
  }

  @Test func `an agreed change is a version from the import on, or from the day given`() throws {
    let desk = try Desk("behaviour: {change: version}")
    try desk.run(header, one)
    let second = try desk.run(header, "A,Uno,2025-01-01,,100.00,First,Acme,") {
      $0.effectiveOn = CivilDay.of("2026-02-01").number
    }
    #expect(second.outcome.amendments.new == 1)
    try desk.run(header, "A,Ein,2025-01-01,,150.00,First,Acme,")
    #expect(
      try desk.store.revisions("A") == [
        "1 2025-01-01 -", "2 2026-02-01 title", "3 2026-03-01 title,value",
      ]
    )
    #expect(try desk.store.agreements(on: "2026-01-31")["A"]?.version == 1)
    #expect(try desk.store.agreements(on: "2026-02-28")["A"]?.version == 2)
    #expect(try desk.store.agreements(on: "2026-03-01")["A"]?.version == 3)
    let same = try desk.run(header, "A,Ein,2025-01-01,,150.00,First,Acme,")
    #expect(same.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `an agreed change of an earlier day does not hide behind a later version`() throws {
    let desk = try Desk("behaviour: {change: version}")
    try desk.run(header, one)
    try desk.run(header, "A,Uno,2025-01-01,,100.00,First,Acme,")
    try desk.run(header, "A,Ein,2025-01-01,,100.00,First,Acme,") {
      $0.effectiveOn = CivilDay.of("2026-02-01").number
    }
    #expect(try desk.store.agreements()["A"]?.title == "Ein")
    #expect(try desk.store.revisions("A").last == "3 2026-03-01 title")
    try desk.store.expectSound()
  }

  // MARK: What is gone

  @Test(arguments: ["keep", "flag", "end"])
  func `what a complete file no longer lists is kept, flagged or ended`(rule: String) throws {
    let desk = try Desk("complete: true\nbehaviour: {absent: \(rule)}")
    let two = "B,Two,2025-01-01,,,,Bolt,"
    try desk.run(header, one, two)
    let report = try desk.run(header, one)
    #expect(report.agreements == [0, 0, 1, 1, 0])
    #expect(report.items.map(\.action) == [.vanished])
    #expect(report.items.map(\.reference) == ["B"])
    let ended = try desk.store.agreements()["B"]?.terms.endedOn
    #expect(ended == (rule == "end" ? .of("2026-02-28") : nil))
    let again = try desk.run(header, one)
    #expect(again.outcome.agreements.vanished == 0)
    #expect(again.items.isEmpty)
    try desk.store.expectSound()
  }

  @Test func `the command's rule for what is gone goes before the profile's`() throws {
    let desk = try Desk("complete: true\nbehaviour: {absent: keep}")
    try desk.run(header, one, "B,Two,2025-01-01,,,,Bolt,")
    try desk.run(header, one) {
      $0.vanished = "end"
      $0.effectiveOn = CivilDay.of("2026-01-15").number
    }
    #expect(try desk.store.agreements()["B"]?.terms.endedOn == .of("2026-01-14"))
  }

  @Test func `what was ended for being gone is in force again when it comes back`() throws {
    let desk = try Desk("complete: true\nbehaviour: {absent: end}")
    let two = "B,Two,2025-01-01,,,,Bolt,"
    try desk.run(header, one, two)
    try desk.run(header, one)
    let report = try desk.run(header, one, two)
    #expect(report.agreements == [0, 1, 1, 0, 0])
    #expect(
      report.items.map { $0.changes.map(\.field) } == [["endedOn"]]
    )
    #expect(try desk.store.agreements()["B"]?.terms.endedOn == nil)
    let again = try desk.run(header, one, two)
    #expect(again.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `nothing is ended for being gone if a record was rejected`() throws {
    let desk = try Desk("complete: true\nbehaviour: {absent: end}")
    try desk.run(header, one, "B,Two,2025-01-01,,,,Bolt,")
    let report = try desk.run(header, one, "B,Two,2025-01-01,some day,,,Bolt,")
    #expect(report.rejected == 1)
    #expect(try desk.store.agreements()["B"]?.terms.endedOn == nil)
    #expect(
      report.problems.last
        == Problem(
          "vanished.notJudged",
          .warning,
          message:
            "Not every record could be read, so that nothing is flagged or ended for being gone.",
          remedy: "Correct the rejected records and import the whole source again."
        )
    )
    // Whole again, it is judged: nothing is gone.
    #expect(try desk.run(header, one, "B,Two,2025-01-01,,,,Bolt,").outcome.isUnchanged)
    #expect(try desk.run(header, one).agreements == [0, 0, 1, 1, 0])
    #expect(try desk.store.agreements()["B"]?.terms.endedOn == .of("2026-02-28"))
  }

  // MARK: A person's values

  @Test func `a person's value stays, and only what the source says anew is a conflict`() throws {
    let desk = try Desk()
    try desk.run(header, one)
    _ = try desk.store.changeAgreement(
      AgreementChange(reference: "A", values: [.title: .text("Mine")]),
      desk.next("agreement change")
    )
    let same = try desk.run(header, one)
    #expect(same.outcome.isUnchanged)
    #expect(same.agreements == [0, 0, 1, 0, 0])
    let note = try desk.run(header, "A,One,2025-01-01,,100.00,Second,Acme,")
    #expect(note.agreements == [0, 1, 0, 0, 0])
    let theirs = try desk.run(header, "A,Theirs,2025-01-01,,100.00,Second,Acme,")
    #expect(theirs.agreements == [0, 0, 0, 0, 1])
    #expect(theirs.needsAttention)
    #expect(theirs.items.map(\.action) == [.conflicting])
    let stored = try #require(try desk.store.agreements()["A"])
    #expect(stored.title == "Mine")
    #expect(stored.note == "Second")
    let batch = try #require(theirs.outcome.batch)
    #expect(
      try desk.store.batch(batch).conflicts.map { "\($0)" } == [
        "Conflict(agreement: \"A\", field: \"title\", kept: Optional(\"Mine\"), "
          + "offered: Optional(\"Theirs\"))"
      ]
    )
    #expect(try desk.store.batch(1).conflicts == [])
    try desk.store.expectSound()
  }
}
