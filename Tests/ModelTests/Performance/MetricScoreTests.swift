import Model
import TestSupport
import Testing

@Suite struct MetricScoreTests {
  private func number(_ text: String) throws -> Fraction { try Fraction(decimal: text) }

  @Test(
    arguments: [
      ("99.9", "99", "99.72", "80"), ("95", "80", "93.5", "90"), ("100", "80", "100", "100"),
      ("99.9", "99", "98", "0"), ("99.9", "99", "100", "100"), ("99.9", "99", "99", "0"),
    ]
  )
  func `the linear score of what shall be high`(
    target: String,
    floor: String,
    value: String,
    score: String
  ) throws {
    let scoring = try MetricScore.linear(.atLeast(number(target)), floor: number(floor))
    #expect(try scoring.score(of: number(value)).exactText() == score)
  }

  @Test func `the linear score of what shall be low`() throws {
    let scoring = try MetricScore.linear(.atMost(4), floor: 8)
    #expect(scoring.score(of: 5) == 75)
    #expect(scoring.score(of: 3) == 100)
    #expect(scoring.score(of: 9) == 0)
  }

  @Test func `the linear score of a band falls on both sides`() throws {
    let scoring = try MetricScore.linear(#require(.between(-5, 5)), floor: 15)
    #expect(scoring.score(of: -5) == 100)
    #expect(scoring.score(of: 10) == 50)
    #expect(scoring.score(of: -10) == 50)
    #expect(scoring.score(of: 20) == 0)
  }

  @Test func `a target equal to its floor scores all or nothing`() throws {
    let scoring = try MetricScore.linear(.atLeast(100), floor: 100)
    #expect(scoring.score(of: 100) == 100)
    #expect(try scoring.score(of: number("99.999999999999")) == 0)
  }

  @Test func `a floor better than the target is refused`() {
    #expect(throws: ScoreProblem.floorBeyondTarget) {
      try MetricScore.linear(.atLeast(5), floor: 6)
    }
    #expect(throws: ScoreProblem.floorBeyondTarget) { try MetricScore.linear(.atMost(5), floor: 4) }
    #expect(throws: ScoreProblem.floorBeyondTarget) {
      try MetricScore.linear(#require(.between(1, 3)), floor: 2)
    }
  }

  @Test(
    arguments: [
      ("95", 100), ("94.999", 85), ("90", 85), ("80", 70), ("70", 50), ("69.9", 25),
    ] as [(String, Int)]
  )
  func `bands begin at their limit`(value: String, score: Int) throws {
    let bands = [(90, 85), (95, 100), (70, 50), (80, 70)].map {
      ScoreBand(limit: Fraction($0.0), score: Fraction($0.1))
    }
    let scoring = try MetricScore.bands(.atLeast(95), bands, otherwise: 25)
    #expect(try scoring.score(of: number(value)) == Fraction(score))
  }

  @Test func `bands of what shall be low end at their limit`() throws {
    let bands = [ScoreBand(limit: 4, score: 100), ScoreBand(limit: 8, score: 50)]
    let scoring = try MetricScore.bands(.atMost(4), bands, otherwise: 0)
    #expect(scoring.score(of: 4) == 100)
    #expect(try scoring.score(of: number("4.01")) == 50)
    #expect(scoring.score(of: 9) == 0)
  }

  @Test func `bands that make no sense are refused`() throws {
    let band = try #require(ServiceLevelComparison.between(1, 2))
    #expect(throws: ScoreProblem.bandsOfBand) { try MetricScore.bands(band, [], otherwise: 0) }
    #expect(throws: ScoreProblem.scoreOutOfRange) {
      try MetricScore.bands(.atLeast(1), [ScoreBand(limit: 1, score: 101)], otherwise: 0)
    }
    #expect(throws: ScoreProblem.scoreOutOfRange) {
      try MetricScore.bands(.atLeast(1), [], otherwise: -1)
    }
  }

  @Test func `the binary score is all or nothing`() {
    #expect(MetricScore.binary(.atMost(3)).score(of: 3) == 100)
    #expect(MetricScore.binary(.atMost(3)).score(of: 4) == 0)
  }

  @Test func `every problem has a sentence`() {
    let sentences = [ScoreProblem.floorBeyondTarget, .bandsOfBand, .scoreOutOfRange].map(\.sentence)
    #expect(
      sentences == [
        "The floor is better than the target.",
        "A target between two values cannot be scored by bands.",
        "A score lies below 0 or above 100.",
      ]
    )
  }

  @Test(arguments: 0..<100)
  func `a better value never scores less, and the formula holds between`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let target = Fraction(Int.random(in: -50...50, using: &random))
    let floor = Fraction(Int.random(in: -50...50, using: &random))
    guard floor != target else { return }
    let comparison: ServiceLevelComparison = floor < target ? .atLeast(target) : .atMost(target)
    let scoring = try MetricScore.linear(comparison, floor: floor)
    for value in (-60...60).map({ Fraction($0) }) {
      let exact = try #require(((value - floor) * 100).divided(by: target - floor))
      #expect(scoring.score(of: value) == min(100, max(0, exact)))
    }
  }
}
