import Model
import TestSupport
import Testing

@Suite struct RepeatedMissRuleTests {
  private let rule = RepeatedMissRule()

  /// One letter a period.
  ///
  /// That is + for met, - for missed, a dot for no data, s for missed and S for met with a small
  /// sample, ? for disputed and x for excluded.
  private func periods(_ text: String) -> [JudgedMeasurement] {
    text.map { letter in
      switch letter {
      case "+": JudgedMeasurement(state: .met)
      case "-": JudgedMeasurement(state: .missed)
      case "s": JudgedMeasurement(state: .missed, isSmallSample: true)
      case "S": JudgedMeasurement(state: .met, isSmallSample: true)
      case "?": JudgedMeasurement(state: .disputed)
      case "x": JudgedMeasurement(state: .excluded)
      default: JudgedMeasurement(state: .noData)
      }
    }
  }

  @Test func `three of the last six demand a review after the sixth`() throws {
    let half = periods("+-+-+-")
    let demand = try #require(rule.firstDemand(in: half))
    #expect(demand.period == 5 && demand.inARow == 1)
    #expect(demand.amongRecent == 3 && demand.recent == 6)
    #expect(rule.longestRun(in: half) == 1)
  }

  @Test func `two successive misses demand a review after the second`() throws {
    let demand = try #require(rule.firstDemand(in: periods("++--")))
    #expect(demand.period == 3 && demand.inARow == 2 && demand.amongRecent == 2)
    #expect(demand.recent == 4)
  }

  @Test(arguments: ["-.-", "-s-", "-S-", "-?-", "-x-", "-..?s-"])
  func `what is neither met nor missed does not end a row`(text: String) throws {
    let demand = try #require(rule.firstDemand(in: periods(text)))
    #expect(demand.period == text.count - 1 && demand.inARow == 2)
  }

  @Test(arguments: [
    "", "+", "-", "-+-", "-.", ".....", "ssssss", "??????", "-+++++-", "-+-+++-+++",
  ])
  func `fewer misses demand nothing`(text: String) {
    #expect(rule.firstDemand(in: periods(text)) == nil)
    #expect(rule.demandAtEnd(of: periods(text)) == nil)
  }

  @Test func `what is neither keeps its place among the last six`() {
    #expect(rule.firstDemand(in: periods("-+-+.-"))?.period == 5)
    #expect(rule.firstDemand(in: periods("-+-+..-")) == nil)
  }

  @Test func `a demand ends when the misses are no longer recent`() {
    #expect(rule.demandAtEnd(of: periods("-+-+-")) != nil)
    #expect(rule.demandAtEnd(of: periods("-+-+-+")) != nil)
    #expect(rule.demandAtEnd(of: periods("-+-+-++")) == nil)
    #expect(rule.firstDemand(in: periods("-+-+-++"))?.period == 4)
  }

  @Test func `the policy may ask for more or less`() {
    let strict = RepeatedMissRule(inARow: 1)
    #expect(strict.firstDemand(in: periods("++-"))?.period == 2)
    let lenient = RepeatedMissRule(inARow: 4, amongRecent: 4)
    #expect(lenient.firstDemand(in: periods("---+-"))?.period == 4)
    #expect(RepeatedMissRule(inARow: 0, amongRecent: 0).firstDemand(in: periods("+.")) == nil)
  }

  @Test func `the review is due 20 business days after the data`() throws {
    let calendar = try Sample.office()
    let due = try rule.reviewDue(dataDueOn: Sample.day("2026-03-13"), in: calendar)
    #expect(try due == Sample.day("2026-04-14"))
    #expect(throws: CalendarGap(calendar: "DE-BE", year: 2_031, kind: .holidays)) {
      try rule.reviewDue(dataDueOn: Sample.day("2030-12-20"), in: calendar)
    }
    let hours = RepeatedMissRule(reviewWithin: try Sample.period("8bh"))
    #expect(try hours.reviewDue(dataDueOn: Sample.day("2026-03-13"), in: calendar) == nil)
  }

  @Test(arguments: 0..<100)
  func `a period more never takes a first demand away`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let text = String((0..<14).compactMap { _ in "++-.s?x".randomElement(using: &random) })
    let all = periods(text)
    for count in all.indices {
      guard let demand = rule.firstDemand(in: Array(all[..<count])) else { continue }
      #expect(rule.firstDemand(in: all) == demand)
      #expect(all[demand.period].isMiss)
    }
  }
}
