import TestSupport
import Testing

@testable import Mail

@Suite struct PhraseTextTests {
  @Test func `addresses become one word, web addresses their hosts, apostrophes nothing`() {
    let text = PhraseText(
      "It doesn’t WORK; write to Help@Acme.example, see https://www.Acme.example/a/b?c\tno-reply"
    )
    #expect(
      text.words == [
        "it", "doesnt", "work", "write", "to", "@", "see", "www", "acme", "example", "no", "reply",
      ]
    )
  }

  /// What a text is by its definition, over characters.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for piece in text.lowercased().split(whereSeparator: \.isWhitespace) {
      if piece.utf8.contains(UInt8(ascii: "@")) {
        words.append("@")
        continue
      }
      let host = piece.firstRange(of: "://").map { piece[$0.upperBound...].prefix { $0 != "/" } }
      let plain = (host ?? piece).filter { $0 != "'" && $0 != "\u{2019}" }
      words += plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return words
  }

  @Test(arguments: 0..<300)
  func `words are those of the definition over characters`(seed: UInt64) {
    let pieces = [
      "a", "Z", "9", "'", "’", "@", "://", "/", ".", "-", " ", "\t", "\n", "\r\n", "\u{0B}",
      "\u{A0}", "\u{2003}", "é", "É", "Σ", "ß", "ẞ", "İ", "½", "Ⅷ", "日本", "👍", "_", "\0",
    ]
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 0...60, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    #expect(PhraseText(text).words == Self.words(text))
  }

  @Test func `no more than fifteen hundred words are looked at, or the last piece to its end`() {
    #expect(PhraseText(String(repeating: "a ", count: 5_000)).words.count == 1_500)
    #expect(PhraseText(String(repeating: "é ", count: 5_000)).words.count == 1_500)
  }
}
