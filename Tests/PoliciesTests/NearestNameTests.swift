import TestSupport
import Testing

@testable import Policies

@Suite struct NearestNameTests {
  private let names = ["dueSoon.lead", "grace.review", "edition", "miss.review"]

  @Test(arguments: [
    ("edition", "edition"), ("Edition", "edition"), ("editoin", "edition"), ("edtion", "edition"),
    ("editions", "edition"), ("grace.reviews", "grace.review"), ("mis.review", "miss.review"),
  ])
  func `the name with the fewest changes is found`(name: String, nearest: String) {
    #expect(NearestName.of(name, among: names) == nearest)
  }

  @Test(arguments: ["", "colour", "edi", "grace", "review"])
  func `a name that is not near has none`(name: String) {
    #expect(NearestName.of(name, among: names) == nil)
  }

  @Test func `a very long name is not compared`() {
    #expect(NearestName.of(String(repeating: "e", count: 101), among: names) == nil)
  }
}
