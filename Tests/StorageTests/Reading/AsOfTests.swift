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

  /// TC-20: of the reviews held on 2025-03-01 and 2026-03-01 the second was recorded on 2026-04-15.
  @Test func `a review recorded late was in time, but not known then`() throws {
    let store = try Store.inMemory()
    let held = try [("2025-03-01", "2025-03-01"), ("2026-03-01", "2026-04-15")].map {
      (try #require(CivilDay($0)), try #require(CivilDay($1)))
    }
    for (index, (heldOn, recordedOn)) in held.enumerated() {
      var review = NewRecord(Review.type, reference: "R-\(index)", effectiveOn: heldOn)
      review.set("kind", .text("contract"))
      review.set("heldOn", .day(heldOn))
      try store.addRecord(review, today: recordedOn, request("\(recordedOn)T10:00:00Z"))
    }
    let day = try #require(CivilDay("2026-03-31"))
    let now = try due(store, AsOf(day: day))
    #expect(now.description == "2027-03-01")
    #expect(DueState(due: now, on: day) == .ok)
    let then = try due(store, AsOf(day: day, knowledge: .then))
    #expect(then.description == "2026-03-01")
    #expect(DueState(due: then, on: day) == .overdue(days: 30))
  }

  /// When the next yearly review is due after those that are visible.
  private func due(_ store: Store, _ asOf: AsOf) throws -> CivilDay {
    let held = try store.read(asOf: asOf) { try $0.records(Review.self).compactMap(\.heldOn) }
    let interval = try #require(Period(12, .month))
    let anchor = try #require(CivilDay("2024-03-01"))
    let schedule = try #require(
      ReviewSchedule(anchor: anchor, interval: interval, policy: .rolling)
    )
    return schedule.due(afterReviewsHeldOn: held)
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
