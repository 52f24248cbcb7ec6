import GRDB
import Importing
import Model
import Testing

@testable import Storage

struct ImportTests {
  private let acme = AgreementSample.Party(name: "Acme", identifiers: [("GB-COH", "01234567")])

  private func sample(_ key: String, _ title: String, ends: String = "2026-12-31")
    -> AgreementSample
  {
    AgreementSample(
      key,
      [
        .title: .text(title), .startsOn: .day(.of("2026-01-01")), .endsOn: .day(.of(ends)),
        .value: .number(100), .valueCurrency: .text("EUR"),
      ],
      parties: [acme]
    )
  }

  @Test func `the same import again changes nothing`() throws {
    let store = try Store.inMemory()
    let first = try store.take([sample("A", "One"), sample("B", "Two")], 1)
    #expect(first.outcome.agreements.new == 2)
    #expect(first.outcome.parties.new == 1)
    #expect(first.outcome.batch == 1)
    #expect(first.problems == [])
    let before = try store.dump(without: [])
    let second = try store.take([sample("A", "One"), sample("B", "Two")], 2)
    #expect(second.outcome.isUnchanged)
    #expect(second.outcome.agreements.unchanged == 2)
    #expect(second.plan == [])
    let after = try store.dump(without: [])
    let added = Set(after).subtracting(before).map { $0.prefix { $0 != ":" } }.sorted()
    #expect(added == ["batch", "batchSource", "original"])
  }

  @Test func `a change gives a revision, and the plan shows before and after`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two")], 1)
    let result = try store.take([sample("A", "Uno", ends: "2027-06-30"), sample("B", "Two")], 2)
    #expect(result.outcome.agreements.changed == 1)
    #expect(result.outcome.agreements.unchanged == 1)
    #expect(
      result.plan == [
        PlanItem(
          action: .changed,
          kind: "agreement",
          reference: "A",
          changes: [
            .init(field: "title", before: "One", after: "Uno"),
            .init(field: "endsOn", before: "2026-12-31", after: "2027-06-30"),
          ],
          place: Place(line: 2, record: 1)
        )
      ]
    )
    #expect(
      try store.lines(
        "SELECT versionNumber, title, changed, effectiveOn, line FROM agreementRevision "
          + "WHERE agreementId = 1 ORDER BY id"
      ) == [
        "1|One|-|2026-01-01|2", "1|Uno|title,endsOn|2026-01-01|2",
      ]
    )
    #expect(try store.verifyJournal().isIntact)
  }

  @Test func `a dry run has the same plan and leaves nothing`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    let before = try store.dump(without: [])
    let dry = try store.take([sample("A", "Uno"), sample("C", "New")], 2, isDryRun: true)
    #expect(dry.outcome.batch == nil)
    #expect(try store.dump(without: []) == before)
    #expect(try store.journalEntries().count == 1)
    let wet = try store.take([sample("A", "Uno"), sample("C", "New")], 2)
    #expect(wet.plan == dry.plan)
    #expect(wet.outcome.agreements == dry.outcome.agreements)
  }

  @Test func `a failure in the middle leaves nothing`() throws {
    struct Stop: Error {}
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    let before = try store.dump(without: [])
    let request = ImportRequest(profile: "p", scheme: "p", importDay: .of("2026-03-01"))
    let bytes = Array("x".utf8)
    let body = { (session: ImportSession) in
      let source = try session.addSource(path: "x", .of(bytes)) { MemorySource(bytes) }
      _ = try session.take(sample("X", "Half").draft(line: 2), from: source)
      throw Stop()
    }
    #expect(throws: Stop.self) {
      _ = try store.importing(
        .number(2),
        request: request,
        isDryRun: false,
        plan: { _ in },
        body: body
      )
    }
    #expect(try store.dump(without: []) == before)
    #expect(try store.verifyJournal().isIntact)
    #expect(try store.take([sample("X", "Whole")], 3).outcome.agreements.new == 1)
  }

  @Test func `a person's value is kept, and the conflict is listed`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    _ = try store.changeAgreement(
      AgreementChange(reference: "A", values: [.title: .text("Mine")]),
      .number(2)
    )
    let same = try store.take([sample("A", "One")], 3)
    #expect(same.outcome.isUnchanged)
    let result = try store.take([sample("A", "Theirs")], 4)
    #expect(result.outcome.agreements.conflicting == 1)
    #expect(
      result.items(.conflicting).first?.changes == [
        .init(field: "title", before: "Mine", after: "Theirs")
      ]
    )
    #expect(try store.value(.title, of: "A") == "Mine")
    #expect(
      try store.batch(3).conflicts == [
        .init(agreement: "A", field: "title", kept: "Mine", offered: "Theirs")
      ]
    )
    #expect(try store.batch(2).conflicts == [])
  }

  @Test func `a field that a person left empty is filled by the source`() throws {
    let store = try Store.inMemory()
    try store.addAgreement(
      NewAgreement(
        reference: "A",
        values: [.title: .text("Mine")],
        recordedOn: .of("2026-01-01")
      ),
      .number(1)
    )
    try store.take([], 2)
    try store.tamper(
      "UPDATE agreement SET schemeId = (SELECT id FROM scheme WHERE name = 'source')"
    )
    let result = try store.take([sample("A", "Theirs")], 3)
    #expect(result.items(.conflicting).flatMap(\.changes).map(\.field) == ["title"])
    #expect(try store.value(.endsOn, of: "A") == "2026-12-31")
    #expect(try store.value(.title, of: "A") == "Mine")
  }

  // MARK: Vanished

  private func vanish(_ how: ImportRequest.Vanished) throws -> (Store, ImportResult) {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two")], 1) { $0.isComplete = true }
    let result = try store.take([sample("A", "One")], 2) {
      $0.isComplete = true
      $0.vanished = how
    }
    return (store, result)
  }

  @Test func `what has vanished is kept, flagged or ended`() throws {
    let (kept, keptResult) = try vanish(.keep)
    #expect(keptResult.outcome.agreements.vanished == 1)
    #expect(keptResult.items(.vanished).map(\.reference) == ["B"])
    #expect(
      try kept.lines("SELECT agreementId, isPresent, action FROM sourcePresence") == ["2|0|keep"]
    )
    #expect(try kept.value(.endedOn, of: "B") == nil)
    let (flagged, flaggedResult) = try vanish(.flag)
    #expect(flaggedResult.outcome.agreements.vanished == 1)
    #expect(
      try flagged.lines("SELECT agreementId, isPresent, action FROM sourcePresence") == [
        "2|0|flag"
      ]
    )
    #expect(try flagged.value(.endedOn, of: "B") == nil)
    let (ended, endedResult) = try vanish(.end)
    #expect(
      endedResult.items(.vanished).first?.changes == [
        .init(field: "endedOn", before: nil, after: "2026-02-28")
      ]
    )
    #expect(try ended.value(.endedOn, of: "B") == "2026-02-28")
    #expect(try ended.value(.endedOn, of: "A") == nil)
    #expect(try ended.verifyJournal().isIntact)
  }

  @Test(arguments: ImportRequest.Vanished.allCases)
  func `an agreement is vanished once, and again when it came back and vanished once more`(
    how: ImportRequest.Vanished
  ) throws {
    let (store, _) = try vanish(how)
    func take(_ keys: [String], _ number: Int) throws -> ImportResult {
      try store.take(keys.map { sample($0, $0 == "A" ? "One" : "Two") }, number) {
        $0.isComplete = true
        $0.vanished = how
      }
    }
    for number in 3...4 {
      let again = try take(["A"], number)
      #expect(again.outcome.agreements.vanished == 0)
      #expect(again.items(.vanished) == [])
      #expect(again.outcome.isUnchanged)
    }
    #expect(try take(["A", "B"], 5).outcome.agreements.vanished == 0)
    let more = try take(["A"], 6)
    #expect(more.outcome.agreements.vanished == 1)
    #expect(more.items(.vanished).map(\.reference) == ["B"])
    #expect(try take(["A"], 7).outcome.isUnchanged)
    #expect(
      try store.lines("SELECT isPresent, action FROM sourcePresence ORDER BY recordingId") == [
        "0|\(how)", "1|\(how)", "0|\(how)",
      ]
    )
    #expect(try store.verifyJournal().isIntact)
  }

  @Test func `what was kept when it vanished can be flagged and ended by a later import`() throws {
    let (store, _) = try vanish(.keep)
    func take(_ how: ImportRequest.Vanished, _ number: Int) throws -> ImportResult {
      try store.take([sample("A", "One")], number) {
        $0.isComplete = true
        $0.vanished = how
      }
    }
    #expect(try take(.flag, 3).outcome.agreements.vanished == 1)
    #expect(try take(.keep, 4).outcome.isUnchanged)
    let ended = try take(.end, 5)
    #expect(ended.outcome.agreements.vanished == 1)
    #expect(ended.items(.vanished).first?.changes.map(\.field) == ["endedOn"])
    #expect(try store.value(.endedOn, of: "B") == "2026-02-28")
    #expect(try take(.flag, 6).outcome.isUnchanged)
    #expect(try take(.end, 7).outcome.isUnchanged)
    let undone = try store.undoBatch(5, .number(8))
    #expect(undone.isComplete)
    #expect(try store.value(.endedOn, of: "B") == nil)
    #expect(try take(.flag, 9).outcome.isUnchanged)
    #expect(try take(.end, 10).outcome.agreements.vanished == 1)
  }

  @Test func `what is missing from a source that was not read whole is listed and not noted`()
    throws
  {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two")], 1) { $0.isComplete = true }
    for number in 2...3 {
      let result = try store.take([sample("A", "One"), sample("", "No key")], number) {
        $0.isComplete = true
      }
      #expect(result.outcome.agreements.vanished == 1)
    }
    #expect(try store.lines("SELECT * FROM sourcePresence") == [])
  }

  @Test func `a source that is not complete lets nothing vanish`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two")], 1)
    #expect(try store.take([sample("A", "One")], 2).outcome.agreements.vanished == 0)
  }

  // MARK: Records that are refused

  @Test func `a repeated key and unknown values are refused with a sentence`() throws {
    let store = try Store.inMemory()
    var odd = sample("C", "Odd")
    odd.values[.renewal] = .text("maybe")
    odd.values[.noticePeriod] = .text("3 months")
    odd.values[.valueCurrency] = nil
    let result = try store.take([sample("A", "One"), sample("A", "Two"), odd], 1)
    #expect(
      result.problems.map(\.message) == [
        "The key \u{201C}A\u{201D} stands in an earlier record of this import.",
        "\u{201C}maybe\u{201D} is not a known value of renewal.",
        "The amount in value has no currency of three letters.",
        "\u{201C}3 months\u{201D} is not a duration.",
      ]
    )
    #expect(result.outcome.agreements.new == 1)
  }
}
