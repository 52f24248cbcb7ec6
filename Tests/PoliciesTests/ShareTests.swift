import TestSupport
import Testing

@testable import Policies

@Suite struct ShareTests {
  @Test(arguments: [
    ("0%", 0), ("25%", 250_000), ("12.5%", 125_000), ("99.9999%", 999_999), ("100%", 1_000_000),
    ("0.0001%", 1), ("33.3300%", 333_300), ("0.05%", 500),
  ])
  func `a percentage is exact`(text: String, millionths: Int) {
    #expect(Policy.Share(text)?.millionths == millionths)
  }

  @Test(arguments: ["", "%", "25", "25 %", ".5%", "5.%", "+5%", "-5%", "1e1%", "00%", "101%", "٣%"])
  func `other forms are no percentage`(text: String) { #expect(Policy.Share(text) == nil) }

  @Test func `the text is the shortest`() throws {
    for text in ["0%", "25%", "12.5%", "99.9999%", "100%", "0.0001%", "0.05%", "10.01%"] {
      #expect(try #require(Policy.Share(text)).description == text)
    }
    #expect(Policy.Share("33.3300%")?.description == "33.33%")
  }

  @Test func `a part is compared exactly`() throws {
    let quarter = Policy.Share(percent: 25)
    #expect(quarter.isReached(by: 1, of: 4))
    #expect(!quarter.isReached(by: 24, of: 97))
    #expect(quarter.isReached(by: 25, of: 97))
    #expect(!quarter.isReached(by: Int.max / 4, of: .max))
    #expect(quarter.isReached(by: Int.max / 4 + 1, of: .max))
  }

  @Test func `of nothing no part is reached`() {
    #expect(!Policy.Share(percent: 0).isReached(by: 0, of: 0))
    #expect(Policy.Share(percent: 0).isReached(by: 0, of: 1))
    #expect(!Policy.Share(percent: 0).isReached(by: -1, of: 1))
  }

  @Test func `whole percent and millionths keep to the limits`() {
    #expect(Policy.Share(percent: 250).millionths == 1_000_000)
    #expect(Policy.Share(millionths: -1) == nil)
    #expect(Policy.Share(millionths: 1_000_001) == nil)
    #expect(Policy.Share(percent: 20) < Policy.Share(percent: 21))
  }
}
