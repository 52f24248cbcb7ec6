import Importing
import Model
import Testing

@testable import Storage

@Suite struct OwnPartyTests {
  /// In a register of many bodies, one is buyer of its own contract and supplier of another.
  @Test(arguments: [[0, 1], [1, 0]])
  func `a party is our own only if every record says so, in any order`(order: [Int]) throws {
    let town = AgreementSample.Party(
      role: .buyer,
      name: "Town",
      identifiers: [("CZ-ICO", "00000515")],
      isOwn: true
    )
    var supplying = town
    supplying.role = .supplier
    supplying.isOwn = false
    let county = AgreementSample.Party(role: .buyer, name: "County", isOwn: true)
    let samples = [
      AgreementSample("A", parties: [town, AgreementSample.Party(name: "Builder")]),
      AgreementSample("B", parties: [county, supplying]),
    ]
    let store = try Store.inMemory()
    _ = try store.take(order.map { samples[$0] }, 1)
    let own = try store.read(asOf: AsOf(day: .of("2030-01-01"))) { reader in
      var own: [String] = []
      try reader.forEachParty { if $0.isOwn { own.append($0.name) } }
      return own
    }
    #expect(own == ["County"])
    #expect(try store.verifyJournal().isIntact)
  }
}
