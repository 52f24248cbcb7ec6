import Model
import TestSupport
import Testing

@Suite struct ScorecardTests {
  private func bounds() throws -> GradeBounds {
    try #require(GradeBounds(leastA: 90, leastB: 80, leastC: 70, leastD: 50))
  }

  private func card(_ entries: [ScorecardEntry]) throws -> Scorecard {
    try Scorecard(entries, bounds: bounds(), leastCoverage: Percentage("60"))
  }

  private func entry(
    _ name: String,
    _ weight: Fraction,
    _ value: String?,
    _ comparison: ServiceLevelComparison,
    floor: Fraction,
    mandatory: Bool = false
  ) throws -> ScorecardEntry {
    let measured = try value.map { MeasuredValue.value(try Fraction(decimal: $0)) }
    return ScorecardEntry(
      name,
      weight: weight,
      isMandatory: mandatory,
      judged: TargetTerms(comparison).judge(ServiceMeasurement(ours: measured)),
      scoring: try MetricScore.linear(comparison, floor: floor)
    )
  }

  private func sample(
    mandatoryAvailability: Bool = false,
    mandatoryDelivery: Bool = false
  ) throws -> [ScorecardEntry] {
    let nines = try Fraction(decimal: "99.9")
    return [
      try entry(
        "Availability",
        40,
        "99.72",
        .atLeast(nines),
        floor: 99,
        mandatory: mandatoryAvailability
      ),
      try entry("Response", 25, "93.5", .atLeast(95), floor: 80),
      try entry("Resolution", 15, "5", .atMost(4), floor: 8),
      try entry("Reports", 10, "100", .atLeast(100), floor: 80),
      try entry(
        "Delivery",
        10,
        nil,
        .atLeast(95),
        floor: 80,
        mandatory: mandatoryDelivery
      ),
    ]
  }

  @Test func `the score is weighted over the metrics with data`() throws {
    let card = try card(sample())
    #expect(card.score == Fraction(numerator: 7_575, denominator: 90))
    #expect(try #require(card.score).exactText(most: 4) == "84.1666…")
    #expect(card.grade == .b)
    #expect(try card.coverage == Percentage("90"))
    #expect(try card.strictScore == Fraction(decimal: "75.75"))
    #expect(card.strictGrade == .c)
    #expect(card.mandatoryMisses.isEmpty && !card.isInsufficient)
  }

  @Test func `one mandatory miss caps the grade at C`() throws {
    let card = try card(sample(mandatoryAvailability: true))
    #expect(card.grade == .c && card.uncappedGrade == .b)
    #expect(card.mandatoryMisses == ["Availability"])
  }

  @Test func `a mandatory metric without data counts as missed, and two misses cap at D`() throws {
    #expect(try card(sample(mandatoryDelivery: true)).grade == .c)
    let both = try card(sample(mandatoryAvailability: true, mandatoryDelivery: true))
    #expect(both.grade == .d)
    #expect(both.mandatoryMisses == ["Availability", "Delivery"])
  }

  @Test func `a cap never lifts a grade`() throws {
    let entries = [try entry("Only", 1, "0", .atLeast(1), floor: 0, mandatory: true)]
    #expect(try card(entries).grade == .e)
  }

  @Test func `a mandatory metric in dispute counts as missed and an excluded one does not`() throws
  {
    let states: [(MeasurementState, Bool)] = [
      (.met, false), (.missed, true), (.noData, true), (.disputed, true), (.excluded, false),
    ]
    for (state, isMiss) in states {
      let entry = ScorecardEntry(
        "One",
        weight: 1,
        isMandatory: true,
        judged: JudgedMeasurement(state: state),
        scoring: .binary(.atLeast(1))
      )
      #expect(entry.isMandatoryMiss == isMiss)
    }
  }

  @Test func `under the least coverage there is no grade`() throws {
    let enough = [
      try entry("Known", 60, "1", .atLeast(1), floor: 0),
      try entry("Unknown", 40, nil, .atLeast(1), floor: 0),
    ]
    #expect(try card(enough).grade == .a)
    let few = [
      try entry("Known", 59, "1", .atLeast(1), floor: 0),
      try entry("Unknown", 41, nil, .atLeast(1), floor: 0),
    ]
    let scarce = try card(few)
    #expect(scarce.grade == nil && scarce.uncappedGrade == nil && scarce.isInsufficient)
    #expect(scarce.score == 100 && scarce.strictScore == 59 && scarce.strictGrade == .d)
  }

  @Test func `without metrics or weights there is nothing to grade`() throws {
    for entries in [[], [try entry("Weightless", 0, "1", .atLeast(1), floor: 0)]] {
      let card = try card(entries)
      #expect(card.score == nil && card.strictScore == nil && card.coverage == nil)
      #expect(card.isInsufficient && card.strictGrade == nil)
    }
  }

  @Test func `a weight below zero is refused`() throws {
    let entries = [try entry("Delivery", -1, "1", .atLeast(1), floor: 0)]
    #expect(throws: ScorecardProblem.negativeWeight("Delivery")) { try card(entries) }
    #expect(
      ScorecardProblem.negativeWeight("Delivery").sentence
        == "The weight of Delivery is below zero."
    )
  }

  @Test func `bounds belong to the better grade and fall`() throws {
    let grades = try [90, 80, 70, 50, 49].map { try bounds().grade(of: $0) }
    #expect(grades == [.a, .b, .c, .d, .e])
    #expect(try bounds().grade(of: Fraction(decimal: "89.999999999999")) == .b)
    #expect(GradeBounds(leastA: 90, leastB: 90, leastC: 70, leastD: 50) == nil)
    #expect(GradeBounds(leastA: 90, leastB: 80, leastC: 70, leastD: 70) == nil)
    #expect(ScorecardGrade.allCases.map(\.rawValue) == ["A", "B", "C", "D", "E"])
  }

  @Test(arguments: 0..<100)
  func `the strict score is the score times the coverage`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let entries = try (0..<Int.random(in: 1...8, using: &random)).map { index in
      let value = Bool.random(using: &random) ? "\(Int.random(in: 0...120, using: &random))" : nil
      let weight = Fraction(Int.random(in: 1...40, using: &random))
      return try entry("\(index)", weight, value, .atLeast(100), floor: 0)
    }
    let card = try card(entries)
    let strict = try #require(card.strictScore)
    let coverage = try #require(card.coverage)
    #expect(strict == (card.score ?? 0) * coverage.share)
    #expect(strict >= 0 && strict <= 100 && coverage.isPart)
  }
}
