import Model
import TestSupport
import Testing

@Suite struct CreditTermsTests {
  private func euro(_ text: String) throws -> Money {
    try Money(text, currency: #require(Currency("EUR")))
  }

  private func ladder() throws -> CreditBands { try CreditBands("99.90:0 99.50:5 99.00:10 0:25") }

  private func terms(
    cap: String? = "12",
    minimum: String? = nil,
    combination: CreditRule.Combination = .sum,
    rounding: Rounding = .halfAwayFromZero
  ) throws -> CreditTerms {
    try CreditTerms(
      charge: euro("12345.70"),
      combination: combination,
      cap: cap.map { try Percentage($0) },
      minimum: minimum.map { try euro($0) },
      rounding: rounding
    )
  }

  private func item(
    _ shape: CreditShape,
    target: String = "99.9",
    value: MeasuredValue?,
    failures: Int = 1
  ) throws -> CreditItem {
    let comparison = ServiceLevelComparison.atLeast(try Fraction(decimal: target))
    return CreditItem(
      "Availability",
      shape: shape,
      comparison: comparison,
      judged: TargetTerms(comparison).judge(ServiceMeasurement(ours: value)),
      failures: failures
    )
  }

  private func april(_ downtime: Int64, _ shape: CreditShape? = nil) throws -> CreditItem {
    try item(shape ?? .bands(ladder()), value: .ratio(43_200 - downtime, of: 43_200))
  }

  private func lateReport(_ failures: Int = 1) throws -> CreditItem {
    CreditItem(
      "Report",
      shape: .fixed(try euro("150")),
      comparison: .atLeast(100),
      judged: JudgedMeasurement(state: .missed),
      failures: failures
    )
  }

  @Test(
    arguments: [
      (216, "99.5", "617.285", "617.29", "617.28", "617.29"),
      (217, "99.497685…", "1234.57", "1234.57", "1234.57", "1234.57"),
      (250, "99.421296…", "1234.57", "1234.57", "1234.57", "1234.57"),
      (500, "98.842592…", "3086.425", "3086.43", "3086.42", "1481.48"),
      (43, "99.900462…", "0", "0.00", "0.00", "0.00"),
    ] as [(Int64, String, String, String, String, String)]
  )
  func `the exact value picks the band and the end is rounded once`(
    downtime: Int64,
    value: String,
    exact: String,
    away: String,
    even: String,
    capped: String
  ) throws {
    let items = [try april(downtime)]
    #expect(items[0].judged.value?.exactText() == value)
    let uncapped = try terms(cap: nil).accrual(of: items)
    #expect(uncapped.combined.exactText() == exact)
    #expect(uncapped.amount.amountText == away)
    let bankers = try terms(cap: nil, rounding: .halfEven).accrual(of: items)
    #expect(bankers.amount.amountText == even)
    #expect(try terms().accrual(of: items).amount.amountText == capped)
  }

  @Test func `a late report is added and stays below the cap`() throws {
    let items = [try april(250), try lateReport()]
    #expect(try terms().accrual(of: items).amount.description == "1384.57 EUR")
    let highest = try terms(combination: .highest).accrual(of: items)
    #expect(highest.amount.description == "1234.57 EUR")
    #expect(highest.parts == (try terms().accrual(of: items)).parts)
  }

  @Test func `linear credits count full tenths of a per cent`() throws {
    let shape = CreditShape.linear(points: try Percentage("2"))
    let three = try terms(cap: nil).accrual(of: [april(216, shape)])
    #expect(three.combined.exactText() == "987.656")
    let still = try terms(cap: nil).accrual(of: [april(217, shape)])
    #expect(still.combined == three.combined)
    #expect(try terms(cap: nil).accrual(of: [april(43, shape)]).combined == 0)
    #expect(try terms(cap: nil).accrual(of: [april(44, shape)]).combined == 0)
  }

  @Test func `proportional credits take all downtime unless only the excess counts`() throws {
    let pounds = try #require(Currency("GBP"))
    let terms = try CreditTerms(charge: Money("5000", currency: pounds))
    let value = MeasuredValue.value(try Fraction(decimal: "99.444"))
    let all = try item(.proportional(factor: 10, excessOnly: false), value: value)
    #expect(try terms.accrual(of: [all]).amount.description == "278.00 GBP")
    let excess = try item(.proportional(factor: 10, excessOnly: true), value: value)
    #expect(try terms.accrual(of: [excess]).amount.description == "228.00 GBP")
    let met = MeasuredValue.value(try Fraction(decimal: "99.95"))
    let none = try item(.proportional(factor: 10, excessOnly: false), value: met)
    #expect(try terms.accrual(of: [none]).amount.description == "0.00 GBP")
  }

  @Test func `fixed sums count each failure`() throws {
    #expect(try terms().accrual(of: [lateReport(3)]).amount.description == "450.00 EUR")
    #expect(try terms().accrual(of: [lateReport(0)]).amount.description == "0.00 EUR")
  }

  @Test func `what is below the minimum is not credited`() throws {
    let items = [try lateReport()]
    #expect(try terms(minimum: "150").accrual(of: items).amount.description == "150.00 EUR")
    let below = try terms(minimum: "150.01").accrual(of: items)
    #expect(below.amount.description == "0.00 EUR" && below.combined == 150)
  }

  @Test func `without data the credit cannot be told`() throws {
    let items = [try item(.bands(ladder()), value: nil), try lateReport()]
    let accrual = try terms().accrual(of: items)
    #expect(accrual.parts == [nil, 150] && accrual.undetermined == ["Availability"])
    #expect(accrual.amount.description == "150.00 EUR")
  }

  @Test func `the steps say how a credit came about`() throws {
    let explanation = try terms().explanation(of: [april(500), lateReport(2)])
    #expect(explanation.accrual == (try terms().accrual(of: [april(500), lateReport(2)])))
    #expect(
      explanation.sentences == [
        "Availability: 98.842592… lies in the band from 0, 25 % of 12345.70 EUR: 3086.425 EUR.",
        "Report: 2 failures at 150.00 EUR: 300.00 EUR.",
        "The sum of 2 credits is 3386.425 EUR.",
        "The cap of 12 % of 12345.70 EUR is 1481.484 EUR: more is not credited.",
        "Rounded half away from zero: 1481.48 EUR.",
      ]
    )
  }

  @Test func `the steps name each shape and each reason for nothing`() throws {
    let disputed = CreditItem(
      "Calls",
      shape: .fixed(try euro("1")),
      comparison: .atLeast(1),
      judged: JudgedMeasurement(state: .disputed)
    )
    let excluded = CreditItem(
      "Mails",
      shape: .fixed(try euro("1")),
      comparison: .atLeast(1),
      judged: JudgedMeasurement(state: .excluded)
    )
    let items = [
      try april(216, .linear(points: Percentage("0.5"))),
      try april(216, .proportional(factor: 2, excessOnly: true)),
      try april(43, .linear(points: Percentage("0.5"))),
      try item(.bands(ladder()), value: nil), disputed, excluded,
    ]
    let terms = try terms(minimum: "500", combination: .highest, rounding: .halfEven)
    #expect(
      try terms.explanation(of: items).sentences == [
        "Availability: missed by 0.4, full tenths 4 at 0.5 % of 12345.70 EUR: 246.914 EUR.",
        "Availability: downtime 0.4 % of 12345.70 EUR, times 2: 98.7656 EUR.",
        "Availability: no credit, the target is met.",
        "Availability: the credit cannot be told, there is no value.",
        "Calls: the credit cannot be told, the value is disputed.",
        "Mails: no credit, the period is excluded.",
        "The highest of 4 credits is 246.914 EUR.",
        "The cap of 12 % of 12345.70 EUR is 1481.484 EUR: not exceeded.",
        "Less than the minimum of 500.00 EUR is not credited.",
        "Rounded half to even: 0.00 EUR.",
      ]
    )
  }

  @Test(arguments: 0..<100)
  func `no credit exceeds the cap, and more downtime never credits less`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let terms = try terms(cap: "\(Int.random(in: 0...100, using: &random))")
    let limit = try #require(terms.cap).share * Fraction(1_234_570)
    let shapes = [
      CreditShape.bands(try ladder()), .linear(points: Percentage(points: 3)),
      .proportional(factor: 4, excessOnly: Bool.random(using: &random)),
    ]
    let shape = try #require(shapes.randomElement(using: &random))
    var last: Int64 = 0
    for _ in 0..<8 {
      let downtime = Int64.random(in: 0...2_000, using: &random)
      let (less, more) = (try april(downtime, shape), try april(downtime + 9, shape))
      let amounts = try [less, more].map { try terms.accrual(of: [$0]).amount.minorUnits }
      last = amounts[1]
      #expect(amounts[0] <= amounts[1])
      #expect(Fraction(last) <= limit + 1)
    }
  }
}
