import TestSupport
import Testing

@testable import Mail

@Suite struct TextLinesTests {
  @Test(arguments: 0..<200)
  func `lines are those that Character knows`(seed: UInt64) {
    let pieces = [
      "\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", "a", "é",
      "e\u{301}",
      "日本", "👨‍👩‍👧", " ", "\u{A0}", "\u{2027}", "\u{C5}", "",
    ]
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 0...40, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let wanted = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    #expect(TextLines.lines(of: text) == wanted)
  }
}
