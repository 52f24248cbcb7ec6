import Importing
import Model
import Testing

@testable import Storage

@Suite struct AsOfTests {
  /// The border of 29 March 2026 in Berlin is 22:00Z, because the clocks went forward.
  @Test(arguments: [
    ("2026-03-29T21:59:59Z", true), ("2026-03-29T21:59:59.999Z", true),
    ("2026-03-29T22:00:00Z", false), ("2026-03-29T22:00:00.000Z", false),
    ("2026-03-29T22:00:00.001Z", false),
  ])
  func `what was recorded by the end of the day was known then`(
    recordedAt: String,
    isKnown: Bool
  ) throws {
    let store = try Store.inMemory()
    let day = try #require(CivilDay("2026-03-29"))
    try store.setOrganization(
      [(.zone, "Europe/Berlin")],
      effectiveOn: .first,
      request("2026-01-01T00:00:00Z")
    )
    var agreement = NewAgreement(
      reference: "A",
      values: [.startsOn: .day(day)],
      recordedOn: day
    )
    agreement.effectiveOn = day
    try store.addAgreement(agreement, request(recordedAt))
    let then = try references(store, AsOf(day: day, knowledge: .then))
    #expect(then == (isKnown ? ["A"] : []))
    #expect(try references(store, AsOf(day: day)) == ["A"])
    #expect(try references(store, AsOf(day: day.adding(days: -1))) == [])
    #expect(try references(store, AsOf(day: day.adding(days: 1), knowledge: .then)) == ["A"])
  }

  private func references(_ store: Store, _ asOf: AsOf) throws -> [String] {
    try store.read(asOf: asOf) { reader in
      var references: [String] = []
      try reader.forEachAgreement { references.append($0.reference) }
      return references
    }
  }

  private func request(_ recordedAt: String) -> WriteRequest {
    WriteRequest(
      actor: "test",
      command: "test",
      recordedAt: recordedAt,
      salt: Array(repeating: 1, count: 16)
    )
  }
}
