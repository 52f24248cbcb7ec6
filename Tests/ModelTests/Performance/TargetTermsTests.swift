import Model
import Testing

@Suite struct TargetTermsTests {
  private func target(
    _ text: String = "95",
    tolerance: Fraction = .zero,
    scale: Int64 = 100
  ) throws -> TargetTerms {
    TargetTerms(.atLeast(try Fraction(decimal: text)), scale: scale, tolerance: tolerance)
  }

  private func decimal(_ text: String) throws -> MeasuredValue {
    .value(try Fraction(decimal: text))
  }

  @Test func `what would be displayed as met is compared exactly`() throws {
    let judged = try target("99.9").judge(ServiceMeasurement(ours: .ratio(43_155, of: 43_200)))
    #expect(judged.state == .missed)
    #expect(try #require(judged.value).exactText() == "99.895833…")
  }

  @Test func `exactly the target is met`() throws {
    #expect(try target().judge(ServiceMeasurement(ours: .ratio(19, of: 20))).state == .met)
    #expect(try target().judge(ServiceMeasurement(ours: .ratio(18, of: 20))).state == .missed)
  }

  @Test func `no data is not met`() throws {
    #expect(try target("0").judge(ServiceMeasurement()).state == .noData)
    #expect(try target("0").judge(ServiceMeasurement(ours: .ratio(0, of: 0))).state == .noData)
    #expect(try target("0").judge(ServiceMeasurement(ours: .ratio(-1, of: 5))).state == .noData)
    let decided = ServiceMeasurement(supplier: .ratio(5, of: 5), decided: .ours)
    #expect(try target("0").judge(decided).state == .noData)
  }

  @Test func `a small sample is flagged and still met or missed`() throws {
    let four = try target().judge(ServiceMeasurement(ours: .ratio(4, of: 4)))
    #expect(four.state == .met && four.isSmallSample && !four.isMet && !four.isMiss)
    let five = try target().judge(ServiceMeasurement(ours: .ratio(5, of: 5)))
    #expect(five.state == .met && !five.isSmallSample && five.isMet)
    let stated = try target("8").judge(ServiceMeasurement(ours: decimal("7.9"), sampleSize: 4))
    #expect(stated.state == .missed && stated.isSmallSample && !stated.isMiss)
    let unknown = try target("8").judge(ServiceMeasurement(ours: decimal("7.9")))
    #expect(!unknown.isSmallSample && unknown.isMiss)
  }

  @Test func `values that differ by more than the tolerance are disputed until decided`() throws {
    let terms = try target("99.9", tolerance: Fraction(decimal: "0.05"))
    var measurement = ServiceMeasurement(ours: try decimal("99.88"), supplier: try decimal("99.93"))
    #expect(terms.judge(measurement).state == .missed)
    measurement.supplier = try decimal("99.930000000001")
    #expect(terms.judge(measurement).state == .disputed)
    #expect(terms.judge(measurement).value == nil)
    measurement.decided = .supplier
    #expect(terms.judge(measurement).state == .met)
    measurement.decided = .ours
    #expect(terms.judge(measurement).state == .missed)
    measurement.isInDispute = true
    #expect(terms.judge(measurement).state == .disputed)
    measurement.isExcluded = true
    #expect(terms.judge(measurement).state == .excluded)
  }

  @Test func `the supplier's value counts where we have none`() throws {
    let measurement = ServiceMeasurement(supplier: .ratio(96, of: 100))
    #expect(try target().judge(measurement).state == .met)
  }

  @Test func `parts per million are judged in their own unit`() throws {
    let terms = TargetTerms(.atMost(500), scale: 1_000_000)
    let judged = terms.judge(ServiceMeasurement(ours: .ratio(3, of: 5_999)))
    #expect(judged.state == .missed)
    #expect(try #require(judged.value).exactText(most: 3) == "500.083…")
  }
}
