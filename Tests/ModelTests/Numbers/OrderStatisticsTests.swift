import Model
import TestSupport
import Testing

@Suite struct OrderStatisticsTests {
  @Test func `the median of an even count is the mean of the middle two`() throws {
    #expect(OrderStatistics.median([]) == nil)
    #expect(OrderStatistics.median([7]) == 7)
    #expect(OrderStatistics.median([9, 1, 5]) == 5)
    #expect(OrderStatistics.median([4, 1, 9, 2]) == 3)
    #expect(OrderStatistics.median([2, 1]) == Fraction(numerator: 3, denominator: 2))
  }

  @Test(arguments: [
    (90, [1], 1), (90, [1, 2], 2), (90, Array(1...10), 9), (90, Array(1...11), 10),
    (50, [15, 20, 35, 40, 50], 35), (30, [15, 20, 35, 40, 50], 20), (40, [50, 15, 20, 40, 35], 20),
    (100, [15, 20, 35, 40, 50], 50), (0, [3, 1, 2], 1), (101, [3, 1, 2], 3),
  ])
  func `a percentile is the value at the nearest rank`(percent: Int, values: [Int], result: Int) {
    #expect(OrderStatistics.percentile(percent, of: values) == result)
  }

  @Test func `there is no percentile of nothing`() {
    #expect(OrderStatistics.percentile(90, of: [Int]()) == nil)
  }

  @Test(arguments: 0..<100)
  func `at least so many percent lie at or below the percentile`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Int.random(in: 0...40, using: &random)
    }
    let percent = Int.random(in: 1...100, using: &random)
    let value = try #require(OrderStatistics.percentile(percent, of: values))
    #expect(values.count { $0 <= value } * 100 >= percent * values.count)
    #expect(values.count { $0 < value } * 100 < percent * values.count)
  }

  @Test func `a ratio without cases is no percentage`() throws {
    #expect(CaseRatio(0, of: 0).percentage == nil)
    #expect(CaseRatio(0, of: 0).text(decimals: 1) == "no cases")
    #expect(CaseRatio(0, of: 3).text(decimals: 1) == "0.0 %")
    #expect(CaseRatio(2, of: 3).text(decimals: 2) == "66.66 %")
    #expect(CaseRatio(of: [1, 2, 3], where: { $0 > 1 }) == CaseRatio(2, of: 3))
  }
}
