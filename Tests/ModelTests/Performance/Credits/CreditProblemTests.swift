import Model
import Testing

@Suite struct CreditProblemTests {
  private func euro(_ text: String) throws -> Money {
    try Money(text, currency: #require(Currency("EUR")))
  }

  private func item(_ shape: CreditShape, failures: Int = 1) -> CreditItem {
    CreditItem(
      "Availability",
      shape: shape,
      comparison: .atLeast(99),
      judged: JudgedMeasurement(state: .missed, value: 90),
      failures: failures
    )
  }

  @Test(
    arguments: [
      ("", .noBands), ("99.9", .notABand("99.9")), ("99.9:5:1", .notABand("99.9:5:1")),
      ("a:5", .notABand("a:5")), ("99:x", .notABand("99:x")), ("99:", .notABand("99:")),
      ("99.0:5 99:10", .sameBound("99")), ("99:101", .creditOutOfRange("101 %")),
      ("99:-1", .creditOutOfRange("-1 %")),
    ] as [(String, CreditProblem)]
  )
  func `a ladder that makes no sense is refused`(text: String, problem: CreditProblem) {
    #expect(throws: problem) { try CreditBands(text) }
  }

  @Test func `bands come in any order`() throws {
    let bands = try CreditBands("0:25 99.90:0\n99.50:5")
    #expect(bands.bands.map { $0.lowerBound.exactText() } == ["99.9", "99.5", "0"])
    #expect(try bands.band(of: Fraction(decimal: "99.5"))?.credit == Percentage("5"))
    #expect(bands.band(of: -1) == nil)
  }

  @Test func `terms that make no sense are refused`() throws {
    let charge = try euro("100")
    let dollars = try Money("5", currency: #require(Currency("USD")))
    #expect(throws: CreditProblem.negative) { try CreditTerms(charge: euro("-1")) }
    #expect(throws: CreditProblem.negative) {
      try CreditTerms(charge: charge, minimum: euro("-1"))
    }
    #expect(throws: CreditProblem.otherCurrency("USD")) {
      try CreditTerms(charge: charge, minimum: dollars)
    }
    #expect(throws: CreditProblem.capOutOfRange("100.5 %")) {
      try CreditTerms(charge: charge, cap: Percentage("100.5"))
    }
    #expect(try CreditTerms(charge: charge).cap == Percentage("15"))
  }

  @Test func `rules that cannot be applied are refused`() throws {
    let terms = try CreditTerms(charge: euro("100"), cap: nil)
    let dollars = try Money("5", currency: #require(Currency("USD")))
    func problem(_ item: CreditItem) -> CreditProblem? {
      do throws(CreditProblem) {
        _ = try terms.accrual(of: [item])
        return nil
      } catch { return error }
    }
    #expect(problem(item(.fixed(dollars))) == .otherCurrency("USD"))
    #expect(problem(item(.fixed(try euro("-5")))) == .negative)
    #expect(problem(item(.fixed(try euro("5")), failures: -1)) == .negative)
    #expect(problem(item(.linear(points: try Percentage("-1")))) == .negative)
    #expect(problem(item(.proportional(factor: -1, excessOnly: false))) == .negative)
    #expect(
      problem(item(.bands(try CreditBands("95:5"))))
        == .belowBands(name: "Availability", value: "90")
    )
    let most = Money(minorUnits: .max, currency: try #require(Currency("EUR")))
    #expect(problem(item(.fixed(most), failures: 2)) == .tooLarge)
  }

  @Test func `every problem has a sentence`() {
    let sentences = [
      CreditProblem.noBands, .notABand("x"), .sameBound("99"), .creditOutOfRange("101 %"),
      .belowBands(name: "Availability", value: "90"), .capOutOfRange("-1 %"),
      .otherCurrency("USD"), .negative, .tooLarge,
    ]
    .map(\.sentence)
    #expect(
      sentences == [
        "The ladder of credits has no bands.",
        "“x” is not a lower bound, a colon and a per cent, such as 99.50:5.",
        "Two bands begin at 99.", "A band credits 101 %; it must be from 0 % to 100 %.",
        "Availability: no band holds the value 90.",
        "The cap is -1 %; it must be from 0 % to 100 %.",
        "An amount is in USD, which is not the currency of the charge.",
        "A number of a credit rule is below zero.",
        "The credit does not fit the largest amount.",
      ]
    )
  }
}
