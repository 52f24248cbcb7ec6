import Mail
import Testing

@Suite struct ForeignReferenceTests {
  @Test func `words with digits may be references`() {
    let text = "Your INC0012345, our #4711/26-B (see RE-2026.0815) and INC0012345."
    #expect(ForeignReference.words(in: text) == ["INC0012345", "4711/26-B", "RE-2026.0815"])
  }

  @Test(arguments: [
    "2026", "2026-05-03", "03.05.2026", "3/5/26", "A1", "ab12", "one two", "a-1-2-3-4-5-678",
  ])
  func `days, years and short words are none`(text: String) {
    #expect(ForeignReference.words(in: text).isEmpty)
  }

  @Test func `at most twenty words are given`() {
    let text = (1_000_000..<1_000_040).map(String.init).joined(separator: " ")
    #expect(ForeignReference.words(in: text).count == 20)
  }
}
