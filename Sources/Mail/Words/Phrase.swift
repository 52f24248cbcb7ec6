/// A row of words with gaps, such as `user|mailbox … unknown`.
///
/// A word may have alternatives with `|` between them, and one that ends in `*` fits every word
/// that begins so. `…` stands for up to eight words, `?` after a word means that it may be missing, and `$` is
/// the end of the text.
package struct Phrase: Sendable {
  private struct Part: Sendable {
    var words: Set<String> = []
    var beginnings: [String] = []
    var isGap = false
    var isOptional = false
    var isEnd = false

    /// Whether the part could be met in a text of those words.
    func mayStand(in vocabulary: Set<String>) -> Bool {
      isGap || isEnd || isOptional || !beginnings.isEmpty || !words.isDisjoint(with: vocabulary)
    }

    func fits(_ word: String) -> Bool {
      words.contains(word) || beginnings.contains { word.utf8.starts(with: $0.utf8) }
    }
  }

  /// The most words that a gap passes over.
  private static let gap = 8

  private let parts: [Part]

  package init(_ pattern: String) {
    parts = pattern.split(separator: " ").map { piece in
      var part = Part()
      if piece == "…" {
        part.isGap = true
        return part
      }
      part.isEnd = piece == "$"
      part.isOptional = piece.hasSuffix("?")
      for word in piece.split(separator: "|").map({ $0.filter { $0 != "?" } }) {
        if word.hasSuffix("*") {
          part.beginnings.append(String(word.dropLast()))
        } else {
          part.words.insert(word)
        }
      }
      return part
    }
  }

  /// Whether the phrase stands somewhere in the text.
  package func isFound(in text: PhraseText) -> Bool {
    parts.allSatisfy { $0.mayStand(in: text.vocabulary) }
      && text.words.indices.contains { fits(text.words, at: $0, part: 0) }
  }

  private func fits(_ words: [String], at index: Int, part: Int) -> Bool {
    guard part < parts.count else { return true }
    let next = parts[part]
    if next.isEnd { return index == words.count }
    if next.isGap {
      return (0...Self.gap).contains { fits(words, at: index + $0, part: part + 1) }
    }
    if index < words.count, next.fits(words[index]), fits(words, at: index + 1, part: part + 1) {
      return true
    }
    return next.isOptional && fits(words, at: index, part: part + 1)
  }
}
