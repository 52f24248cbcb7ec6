import Model
import Testing

@Suite struct ServiceLevelComparisonTests {
  private func number(_ text: String) throws -> Fraction { try Fraction(decimal: text) }

  @Test func `limits belong to what is met`() throws {
    let limit = try number("99.9")
    #expect(ServiceLevelComparison.atLeast(limit).isMet(by: limit))
    #expect(ServiceLevelComparison.atMost(limit).isMet(by: limit))
    let band = try #require(ServiceLevelComparison.between(limit, limit))
    #expect(band.isMet(by: limit))
    #expect(try !ServiceLevelComparison.atLeast(limit).isMet(by: number("99.899999999999")))
    #expect(try !ServiceLevelComparison.atMost(limit).isMet(by: number("99.900000000001")))
  }

  @Test func `the distance to a band is that to its nearer end`() throws {
    let band = try #require(ServiceLevelComparison.between(-5, 5))
    #expect(band.shortfall(of: -7) == 2)
    #expect(band.shortfall(of: 0) == 0)
    #expect(band.shortfall(of: 6) == 1)
    #expect(ServiceLevelComparison.between(5, -5) == nil)
  }

  @Test func `a comparison is made from the facts of a target`() {
    #expect(ServiceLevelComparison(.atLeast, value: 4, upper: nil) == .atLeast(4))
    #expect(ServiceLevelComparison(.atMost, value: 4, upper: 9) == .atMost(4))
    #expect(ServiceLevelComparison(.between, value: 4, upper: 9) == .between(4, 9))
    #expect(ServiceLevelComparison(.between, value: 4, upper: nil) == nil)
    #expect(ServiceLevelComparison(.between, value: 4, upper: 3) == nil)
  }

  @Test func `a comparison knows its kind`() {
    #expect(ServiceLevelComparison.atLeast(1).kind == .atLeast)
    #expect(ServiceLevelComparison.atMost(1).kind == .atMost)
    #expect(ServiceLevelComparison.between(1, 2)?.kind == .between)
  }
}
