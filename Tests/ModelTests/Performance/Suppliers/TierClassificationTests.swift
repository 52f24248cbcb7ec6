import Model
import Testing

@Suite struct TierClassificationTests {
  private func months(_ count: Int) throws -> Period { try #require(Period(count, .month)) }

  @Test func `the matrix has 25 cells`() throws {
    let rows = try (1...5).reversed().map { impact in
      try (1...5).map { risk in
        let tier = try TierClassification(impact: impact, risk: risk).tier
        return String(tier.rawValue.prefix(1))
      }
      .joined()
    }
    #expect(rows == ["tttss", "tttss", "oottt", "ccooo", "ccooo"])
  }

  @Test func `the corners of the portfolio have names`() throws {
    let rows = try (1...5).reversed().map { impact in
      try (1...5).map { risk in
        try TierClassification(impact: impact, risk: risk).corner
          .map { String($0.rawValue.prefix(1)) } ?? "-"
      }
      .joined()
    }
    #expect(rows == ["ll-ss", "ll-ss", "-----", "rr-bb", "rr-bb"])
  }

  @Test func `an override needs a reason and leaves the matrix readable`() throws {
    let set = try TierClassification(
      impact: 1,
      risk: 1,
      override: .tactical,
      overrideReason: "Only supplier in town."
    )
    #expect(set.tier == .tactical && set.matrixTier == .commodity)
    for reason in [nil, "", " \n"] {
      #expect(throws: TierProblem.overrideWithoutReason) {
        try TierClassification(impact: 1, risk: 1, override: .tactical, overrideReason: reason)
      }
    }
  }

  @Test func `a critical function lifts the tier to strategic`() throws {
    let lifted = try TierClassification(
      impact: 1,
      risk: 1,
      override: .commodity,
      overrideReason: "Cheap.",
      isCritical: true
    )
    #expect(lifted.tier == .strategic && lifted.matrixTier == .commodity)
  }

  @Test(arguments: [0, 6, -1])
  func `an axis outside 1 to 5 is refused`(value: Int) {
    #expect(throws: TierProblem.impactOutOfRange(value)) {
      try TierClassification(impact: value, risk: 1)
    }
    #expect(throws: TierProblem.riskOutOfRange(value)) {
      try TierClassification(impact: 1, risk: value)
    }
  }

  @Test func `every problem has a sentence`() {
    #expect(
      TierProblem.impactOutOfRange(6).sentence == "The impact is 6; it must be from 1 to 5."
    )
    #expect(TierProblem.riskOutOfRange(0).sentence == "The risk is 0; it must be from 1 to 5.")
    #expect(
      TierProblem.overrideWithoutReason.sentence
        == "A tier that is set by a person needs a reason."
    )
  }
}
