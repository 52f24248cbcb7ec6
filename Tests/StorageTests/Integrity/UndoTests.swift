import GRDB
import Importing
import Model
import Testing

@testable import Storage

struct UndoTests {
  private func sample(
    _ key: String,
    _ title: String,
    parties: [AgreementSample.Party] = [.init(name: "Acme")]
  ) -> AgreementSample {
    AgreementSample(
      key,
      [.title: .text(title), .startsOn: .day(.of("2026-01-01"))],
      parties: parties
    )
  }

  /// The store is intact, and its doctor finds nothing.
  private func expectSound(_ store: Store) throws {
    #expect(try store.examine().flatMap(\.problems) == [])
  }

  @Test func `what a batch made is voided, and the same file brings it back as new`() throws {
    let store = try Store.inMemory()
    let samples = [sample("A", "One"), sample("B", "Two", parties: [.init(name: "Bolt")])]
    try store.take(samples, 1)
    let facts = try store.facts()
    let outcome = try store.undoBatch(1, .number(2, "batch undo"))
    #expect(outcome.agreements == 2)
    #expect(outcome.parties == 2)
    #expect(outcome.isComplete)
    #expect(try store.facts() == [])
    #expect(try store.batch(1).undoneAt == "2026-03-01T10:00:02Z")
    #expect(
      try store.journalEntry(2).payload
        == #"{"agreements":"2","batch":"1","kept":"0","parties":"2","revisions":"0","versions":"0"}"#
    )
    try expectSound(store)
    let again = try store.take(samples, 3)
    #expect(again.outcome.agreements.new == 2)
    #expect(again.outcome.parties.new == 2)
    #expect(again.outcome.agreements.unchanged == 0)
    #expect(try store.facts() == facts)
    try expectSound(store)
  }

  @Test func `voided parties take no part when the file comes again`() throws {
    let store = try Store.inMemory()
    let samples = [
      sample("A", "One"),
      sample("B", "Two", parties: [.init(name: "Acme", identifiers: [("GB-COH", "01234567")])]),
    ]
    let first = try store.take(samples, 1)
    _ = try store.undoBatch(1, .number(2))
    let again = try store.take(samples, 3)
    #expect(again.outcome.parties == first.outcome.parties)
    #expect(again.items(.likelyMatch) == [])
    try expectSound(store)
  }

  @Test func `a batch is undone once`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    _ = try store.undoBatch(1, .number(2))
    let before = try store.dump(without: [])
    #expect(
      thrown { _ = try store.undoBatch(1, .number(3)) }
        == "Batch 1 was undone at 2026-03-01T10:00:02Z already."
    )
    #expect(
      thrown { _ = try store.undoBatch(9, .number(3)) }
        == "There is no batch with the reference 9."
    )
    #expect(try store.dump(without: []) == before)
  }

  @Test func `values are set back, and the newer file is a change again`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two")], 1)
    let facts = try store.facts()
    let newer = [
      sample("A", "Uno", parties: [.init(name: "Bolt")]), sample("B", "Two"), sample("C", "New"),
    ]
    try store.take(newer, 2)
    let changed = try store.facts()
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.agreements == 1)
    #expect(outcome.revisions == 1)
    #expect(outcome.parties == 1)
    #expect(outcome.others == 2)
    #expect(outcome.kept == [])
    #expect(try store.facts() == facts)
    #expect(
      try store.lines(
        "SELECT title, changed, effectiveOn, sourceId FROM agreementRevision "
          + "WHERE agreementId = 1 ORDER BY id"
      ) == [
        "One|-|2026-01-01|1", "Uno|title|2026-01-01|2", "One|title|2026-01-01|1",
      ]
    )
    try expectSound(store)
    let older = try store.take([sample("A", "One"), sample("B", "Two")], 4)
    #expect(older.outcome.isUnchanged)
    let again = try store.take(newer, 5)
    #expect(again.outcome.agreements.new == 1)
    #expect(again.outcome.agreements.changed == 1)
    #expect(again.outcome.agreements.conflicting == 0)
    #expect(try store.facts() == changed)
    try expectSound(store)
  }

  @Test func `what was changed after the import stays and is named`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One"), sample("B", "Two", parties: [.init(name: "Bolt")])], 1)
    _ = try store.changeAgreement(
      AgreementChange(reference: "A", values: [.note: .text("seen")]),
      .number(2)
    )
    _ = try store.changeParty("source:Bolt", [.city: .text("Bonn")], .number(3))
    let outcome = try store.undoBatch(1, .number(4))
    #expect(outcome.agreements == 1)
    #expect(outcome.parties == 0)
    #expect(
      outcome.kept == [
        .init(
          kind: "agreement",
          reference: "A",
          reason: "The agreement stays, because it was changed after the import."
        ),
        .init(
          kind: "party",
          reference: "source:Acme",
          reason: "The party stays, because agreements that stay name it."
        ),
        .init(
          kind: "party",
          reference: "source:Bolt",
          reason: "The party stays, because it was changed after the import."
        ),
      ]
    )
    #expect(try store.value(.title, of: "A") == "One")
    try expectSound(store)
  }

  @Test func `a field that a later change set keeps its value`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    var newer = sample("A", "Uno")
    newer.values[.note] = .text("noted")
    try store.take([newer], 2)
    _ = try store.changeAgreement(
      AgreementChange(reference: "A", values: [.title: .text("Mine")]),
      .number(3)
    )
    let outcome = try store.undoBatch(2, .number(4))
    #expect(
      outcome.kept.map(\.reason) == ["What was set in title after the import stays."]
    )
    #expect(try store.value(.title, of: "A") == "Mine")
    #expect(try store.value(.note, of: "A") == nil)
    try expectSound(store)
  }

  @Test func `batches can be undone in any order`() throws {
    for order in [[3, 2, 1], [2, 3, 1], [2, 1, 3], [1, 2, 3], [1, 3, 2], [3, 1, 2]] {
      let store = try Store.inMemory()
      try store.take([sample("A", "One")], 1)
      try store.take([sample("A", "Two")], 2)
      try store.take([sample("A", "Three")], 3)
      for (step, batch) in order.enumerated() {
        _ = try store.undoBatch(Int64(batch), .number(10 + step))
      }
      try expectSound(store)
      if order == [3, 2, 1] { #expect(try store.facts() == []) }
      if order == [2, 3, 1] { #expect(try store.facts() == []) }
    }
  }

  @Test func `undoing the middle one first and then the last leaves the first`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    try store.take([sample("A", "Two")], 2)
    try store.take([sample("A", "Three")], 3)
    let middle = try store.undoBatch(2, .number(4))
    #expect(middle.kept.map(\.reason) == ["What was set in title after the import stays."])
    #expect(try store.value(.title, of: "A") == "Three")
    let last = try store.undoBatch(3, .number(5))
    #expect(last.kept == [])
    #expect(try store.value(.title, of: "A") == "One")
    #expect(try store.take([sample("A", "One")], 6).outcome.isUnchanged)
    try expectSound(store)
  }

  @Test func `versions are voided and come back under a new number`() throws {
    let store = try Store.inMemory()
    func row(_ amendment: String?, _ day: String?, _ title: String) -> AgreementSample {
      var row = sample("A", title)
      row.amendment = amendment
      row.order = amendment ?? ""
      row.values[.changedOn] = day.map { .day(.of($0)) }
      return row
    }
    let first = [row(nil, nil, "One")]
    let all = first + [row("1", "2026-02-01", "Two"), row("2", "2026-02-15", "Three")]
    try store.take(first, 1) { $0.gathers = true }
    let facts = try store.facts()
    try store.take(all, 2) { $0.gathers = true }
    #expect(try store.value(.title, of: "A") == "Three")
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.versions == 2)
    #expect(outcome.kept == [])
    #expect(try store.facts() == facts)
    #expect(
      try store.lines("SELECT recordId FROM voiding WHERE kind = 'agreementVersion'") == [
        "\(1 << 20 + 2)", "\(1 << 20 + 3)",
      ]
    )
    try expectSound(store)
    let again = try store.take(all, 4) { $0.gathers = true }
    #expect(again.outcome.amendments.new == 2)
    #expect(try store.value(.title, of: "A") == "Three")
    #expect(
      try store.lines("SELECT number, amendment FROM agreementVersion ORDER BY number") == [
        "2|1", "3|2", "4|1", "5|2",
      ]
    )
    try expectSound(store)
  }

  @Test func `a version that a later change builds on stays`() throws {
    let store = try Store.inMemory()
    try store.take([sample("A", "One")], 1)
    try store.take([sample("A", "Two")], 2) { $0.changes = .version }
    _ = try store.changeAgreement(
      AgreementChange(reference: "A", values: [.note: .text("seen")]),
      .number(3)
    )
    let outcome = try store.undoBatch(2, .number(4))
    #expect(outcome.versions == 0)
    #expect(outcome.revisions == 0)
    #expect(
      outcome.kept.map(\.reason) == [
        "Version 2 stays, because it was changed or followed by another after the import."
      ]
    )
    #expect(try store.value(.title, of: "A") == "Two")
  }

  @Test func `flags and ends of what had vanished are taken back`() throws {
    let store = try Store.inMemory()
    let both = [sample("A", "One"), sample("B", "Two")]
    try store.take(both, 1) { $0.isComplete = true }
    let facts = try store.facts()
    try store.take([sample("A", "One")], 2) {
      $0.isComplete = true
      $0.vanished = .end
    }
    #expect(try store.value(.endedOn, of: "B") == "2026-02-28")
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.revisions == 1)
    #expect(outcome.others == 1)
    #expect(try store.facts() == facts)
    let again = try store.take([sample("A", "One")], 4) {
      $0.isComplete = true
      $0.vanished = .end
    }
    #expect(again.outcome.agreements.vanished == 1)
    #expect(try store.value(.endedOn, of: "B") == "2026-02-28")
    try expectSound(store)
  }

  @Test func `what another agreement says is not taken for what the agreement said before`() throws
  {
    let store = try Store.inMemory()
    func one(_ key: String, names: Bool) -> AgreementSample {
      var result = sample(key, "Title \(key)", parties: [.init(name: "Own \(key)")])
      guard names else { return result }
      result.mentions = [(.service, "S9", nil)]
      result.parties.append(.init(name: "Shared"))
      return result
    }
    try store.take([one("A", names: true), one("B", names: false)], 1)
    try store.take([one("A", names: true), one("B", names: true)], 2)
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.isComplete)
    #expect(
      try store.lines(
        "SELECT isPresent FROM agreementMention WHERE agreementId = 2 ORDER BY recordingId"
      ) == ["1", "0"]
    )
    #expect(
      try store.lines(
        """
        SELECT m.isPresent, m.record FROM agreementParty m JOIN partyName n ON n.partyId = m.partyId
        WHERE m.agreementId = 2 AND n.nameKey = 'shared' ORDER BY m.id
        """
      ) == ["1|2", "0|2"]
    )
    try expectSound(store)
  }

  @Test func `what was said of parties and mentioned is taken back`() throws {
    let store = try Store.inMemory()
    func said(_ city: String, _ state: String) -> AgreementSample {
      var sample = sample("A", "One", parties: [.init(name: "Acme", city: city)])
      sample.mentions = [(.contentItem, "scope", state)]
      if state == "present" { sample.mentions.append((.service, "S9", nil)) }
      return sample
    }
    try store.take([said("Bonn", "missing")], 1)
    try store.take([said("Essen", "present")], 2)
    let outcome = try store.undoBatch(2, .number(3))
    #expect(outcome.kept == [])
    let city = "SELECT city FROM partyRevision ORDER BY recordingId DESC, id DESC LIMIT 1"
    let mentions = """
      SELECT name, detail, isPresent FROM agreementMention m WHERE recordingId = (
        SELECT max(recordingId) FROM agreementMention n WHERE n.name = m.name) ORDER BY name
      """
    #expect(try store.lines(city) == ["Bonn"])
    #expect(try store.lines(mentions) == ["S9|-|0", "scope|missing|1"])
    let again = try store.take([said("Essen", "present")], 4)
    #expect(again.outcome.parties.changed == 1)
    #expect(try store.lines(city) == ["Essen"])
    #expect(try store.lines(mentions) == ["S9|-|1", "scope|present|1"])
    try expectSound(store)
  }

  @Test func `names that were added to what stays are named`() throws {
    let store = try Store.inMemory()
    var first = sample("A", "One")
    first.identifiers = [("OCID", "ocds-1")]
    try store.take([first], 1)
    var second = sample(
      "X",
      "One",
      parties: [.init(name: "Acme", identifiers: [("GB-COH", "01234567")])]
    )
    second.identifiers = [("OCID", "ocds-1")]
    try store.take([second], 2, scheme: "other") { $0.matchBy = ["OCID"] }
    let outcome = try store.undoBatch(2, .number(3))
    #expect(
      outcome.kept.map(\.reason) == [
        "The agreement is still known as X of other, because a name is never taken away."
      ]
    )
    try expectSound(store)
  }

  @Test func `a large batch is undone in one go`() throws {
    let store = try Store.inMemory()
    let samples = (1...3000).map {
      sample("K\($0)", "Title \($0)", parties: [.init(name: "Party \($0 % 700)")])
    }
    try store.take(samples, 1)
    _ = try store.changeAgreement(
      AgreementChange(reference: "K1000", values: [.note: .text("seen")]),
      .number(2)
    )
    let outcome = try store.undoBatch(1, .number(3))
    #expect(outcome.agreements == 2999)
    #expect(outcome.parties == 699)
    #expect(outcome.kept.map(\.reference) == ["K1000", "source:Party 300"])
    try expectSound(store)
  }
}
