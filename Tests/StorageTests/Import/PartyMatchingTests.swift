import Importing
import Testing

@testable import Storage

struct PartyMatchingTests {
  private typealias Party = AgreementSample.Party

  private func agreement(_ key: String, _ parties: Party...) -> AgreementSample {
    AgreementSample(key, parties: parties)
  }

  private func parties(_ store: Store) throws -> [String] {
    try store.lines("SELECT reference FROM party ORDER BY id")
  }

  private func party(_ store: Store, of key: String) throws -> [String] {
    try store.lines(
      "SELECT p.reference FROM agreementParty m JOIN party p ON p.id = m.partyId "
        + "JOIN agreement a ON a.id = m.agreementId WHERE a.reference = '\(key)'"
    )
  }

  @Test func `an identifier finds a party under another name and from another source`() throws {
    let store = try Store.inMemory()
    try store.take(
      [agreement("A", Party(name: "Acme Ltd", identifiers: [("GB-COH", "01234567")]))],
      1
    )
    let result = try store.take(
      [agreement("B", Party(name: "ACME Limited", identifiers: [("GB-COH", "0123 4567")]))],
      2,
      scheme: "other"
    )
    #expect(try parties(store) == ["GB-COH:01234567"])
    #expect(result.outcome.parties.new == 0)
  }

  @Test func `a source's own number finds a party before its name does`() throws {
    let store = try Store.inMemory()
    try store.take(
      [
        agreement("A", Party(name: "Acme", identifiers: [("city:vendor", "7")])),
        agreement("B", Party(name: "Acme", identifiers: [("city:vendor", "8")])),
        agreement("C", Party(name: "Renamed", identifiers: [("city:vendor", "7")])),
      ],
      1
    )
    #expect(try parties(store) == ["city:vendor:7", "city:vendor:8"])
    #expect(try party(store, of: "C") == ["city:vendor:7"])
  }

  @Test func `a name finds a party of the same source, whatever its capitals`() throws {
    let store = try Store.inMemory()
    try store.take(
      [agreement("A", Party(name: "Acme Ltd")), agreement("B", Party(name: "ACME  LTD"))],
      1
    )
    #expect(try parties(store) == ["source:Acme Ltd"])
    let other = try store.take([agreement("C", Party(name: "Acme Ltd"))], 2, scheme: "other")
    #expect(try parties(store).count == 2)
    #expect(other.items(.likelyMatch).map(\.reference) == ["other:Acme Ltd"])
    #expect(other.items(.likelyMatch).first?.changes.first?.before == "source:Acme Ltd")
  }

  @Test(arguments: [false, true])
  func `a nameless one joins its only namesake with an identifier, in any order`(
    _ reversed: Bool
  ) throws {
    let store = try Store.inMemory()
    let samples = [
      agreement("A", Party(name: "Acme")),
      agreement("B", Party(name: "Acme", identifiers: [("GB-COH", "01234567")])),
    ]
    try store.take(reversed ? samples.reversed() : samples, 1)
    #expect(try parties(store) == ["GB-COH:01234567"])
    #expect(try store.verifyJournal().isIntact)
    #expect(try store.examine().filter { !$0.isSound }.map(\.name) == [])
  }

  @Test func `on doubt nothing is merged`() throws {
    let store = try Store.inMemory()
    try store.take(
      [
        agreement("A", Party(name: "Acme", identifiers: [("GB-COH", "01234567")])),
        agreement("B", Party(name: "Acme", identifiers: [("GB-COH", "07654321")])),
        agreement("C", Party(name: "Acme")),
      ],
      1
    )
    #expect(try parties(store).count == 3)
    #expect(try party(store, of: "C") == ["source:Acme"])
  }

  @Test func `junk identifiers match nobody`() throws {
    let store = try Store.inMemory()
    try store.take(
      [
        agreement("A", Party(name: "Acme", identifiers: [("GB-COH", "N/A")])),
        agreement("B", Party(name: "Bolt", identifiers: [("GB-COH", "N/A")])),
        agreement("C", Party(name: "Cray", identifiers: [("GB-COH", "00000000")])),
        agreement("D", Party(name: "Dune", identifiers: [("ES-NIF", "***1234**")])),
      ],
      1
    )
    #expect(try parties(store).count == 4)
    #expect(try store.lines("SELECT * FROM partyIdentifier") == [])
  }

  @Test func `a person's word about a party is kept`() throws {
    let store = try Store.inMemory()
    try store.take([agreement("A", Party(name: "Acme", city: "Bonn"))], 1)
    _ = try store.changeParty("source:Acme", [.city: .text("Berlin")], .number(2))
    let result = try store.take([agreement("B", Party(name: "Acme", city: "Essen"))], 3)
    #expect(result.outcome.parties.conflicting == 1)
    #expect(
      try store.lines("SELECT city FROM partyRevision ORDER BY id DESC LIMIT 1") == ["Berlin"]
    )
  }
}
