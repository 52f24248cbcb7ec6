import Model
import Testing

@Suite struct AvailabilityElementTests {
  private func part(
    _ name: String,
    _ text: String?,
    _ causes: Set<String> = []
  ) throws -> AvailabilityElement {
    let value = try text.map { try Percentage($0) }
    return .part(AvailabilityPart(name, promised: value, causes: causes))
  }

  private func group(
    _ need: AvailabilityGroup.Need,
    _ members: [AvailabilityElement]
  ) -> AvailabilityElement {
    .group(AvailabilityGroup("group", need, members))
  }

  private func exact(_ element: AvailabilityElement) throws -> String {
    try #require(element.availability.exact).points.exactText(most: 12)
  }

  @Test func `a series is the product of its parts`() throws {
    let whole = group(
      .all,
      [
        try part("network", "99.95"), try part("hosting", "99.9"), try part("database", "99.99"),
      ]
    )
    let found = whole.availability
    #expect(try exact(whole) == "99.840064995")
    #expect(found.cautious.points.exactText(most: 12) == "99.84")
    #expect((found.lowest.rest.share * 43_200).text(decimals: 2) == "69.09")
    #expect(found.lowest < (try Percentage("99.9")))
  }

  @Test func `a doubled part fails only if both do`() throws {
    let hosting = group(.atLeast(1), [try part("a", "99.9"), try part("b", "99.9")])
    #expect(try exact(hosting) == "99.9999")
    let whole = group(.all, [try part("network", "99.95"), hosting, try part("database", "99.99")])
    #expect(try exact(whole) == "99.939905059995")
    #expect((whole.availability.lowest.rest.share * 43_200).text(decimals: 2) == "25.96")
    #expect(whole.availability.cautious.points.exactText(most: 12) == "99.84")
  }

  @Test func `two of three equal parts are the binomial sum`() throws {
    let parts = try ["a", "b", "c"].map { try part($0, "99") }
    let found = group(.atLeast(2), parts)
    #expect(try exact(found) == "99.9702")
    #expect(found.availability.cautious.points.exactText() == "98.5")
  }

  @Test func `k of unequal parts is the sum over the combinations`() throws {
    let parts = [try part("a", "90"), try part("b", "80"), try part("c", "70")]
    // 0.9·0.8·0.7 + 0.1·0.8·0.7 + 0.9·0.2·0.7 + 0.9·0.8·0.3
    #expect(try exact(group(.atLeast(2), parts)) == "90.2")
    #expect(try exact(group(.atLeast(3), parts)) == "50.4")
    #expect(try exact(group(.atLeast(1), parts)) == "99.4")
    #expect(try exact(group(.atLeast(4), parts)) == "0")
  }

  @Test func `redundant parts that share a supplier count in series`() throws {
    let shared = group(
      .atLeast(1),
      [
        try part("a", "99", ["supplier P-1"]),
        try part("b", "99", ["supplier P-1", "site Berlin"]),
      ]
    )
    #expect(try exact(shared) == "98.01")
    #expect(shared.sharedCauses == ["a and b count in series, they share supplier P-1."])
  }

  @Test func `the rest of a group stays redundant`() throws {
    let parts = [
      try part("a", "99", ["network N"]), try part("b", "99"), try part("c", "99", ["network N"]),
    ]
    // a and c in series, 98.01 %, beside b.
    #expect(try exact(group(.atLeast(1), parts)) == "99.9801")
    #expect(try exact(group(.atLeast(2), parts)) == "98.01")
  }

  @Test func `parts that share by way of a third count together`() throws {
    let parts = [
      try part("a", "90", ["site X"]), try part("b", "90", ["network N"]),
      try part("c", "90", ["site X", "network N"]),
    ]
    #expect(try exact(group(.atLeast(1), parts)) == "72.9")
    #expect(
      group(.atLeast(1), parts).sharedCauses
        == ["a and b and c count in series, they share network N, site X."]
    )
  }

  @Test func `an unknown part leaves a span`() throws {
    let series = group(.all, [try part("a", "99"), try part("b", nil)]).availability
    #expect(series.lowest == .zero)
    #expect(series.highest == (try Percentage("99")))
    #expect(series.exact == nil)
    let doubled = group(.atLeast(1), [try part("a", "99"), try part("b", nil)]).availability
    #expect(doubled.lowest == (try Percentage("99")))
    #expect(doubled.highest == .whole)
  }

  @Test func `the cautious bound is never below zero`() throws {
    let parts = try ["a", "b", "c"].map { try part($0, "50") }
    #expect(group(.all, parts).availability.cautious == .zero)
    #expect(group(.atLeast(1), parts).availability.cautious == (try Percentage("50")))
  }
}
