/// A text as a row of words in which phrases are looked for.
///
/// Letters are small; apostrophes are left out, so that “doesn’t” is one word; an address becomes
/// the word `@`, and of a web address only the host stays; every other mark divides words.
package struct PhraseText {
  /// The most words that are looked at.
  private static let most = 1_500

  /// The words in their order.
  let words: [String]
  /// The words, each once.
  let vocabulary: Set<String>

  package init(_ text: String) {
    var words: [String] = []
    for piece in text.lowercased().split(whereSeparator: \.isWhitespace) {
      guard words.count < Self.most else { break }
      if piece.utf8.contains(UInt8(ascii: "@")) {
        words.append("@")
      } else if let scheme = piece.firstRange(of: "://") {
        words += Self.words(of: piece[scheme.upperBound...].prefix { $0 != "/" })
      } else {
        words += Self.words(of: piece)
      }
    }
    self.words = words
    vocabulary = Set(words)
  }

  private static func words(of piece: Substring) -> [String] {
    let plain = piece.filter { $0 != "'" && $0 != "\u{2019}" }
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
