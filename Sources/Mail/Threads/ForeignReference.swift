/// Words in a text that may be somebody's reference number, such as `INC0012345` or `4711/26-B`.
public enum ForeignReference {
  /// How many characters a reference has.
  private static let lengths = 4...30
  /// The most words that are given.
  private static let most = 20

  /// The words that may be references, in their order, each once; at most 20.
  ///
  /// A word is taken if it has at least three digits, no more than four marks of `-/._#` between
  /// letters and digits, and is not a plain number of four digits, a time or a day.
  public static func words(in text: String) -> [String] {
    var words: [String] = []
    for piece in text.split(whereSeparator: { !isPart($0) }) where words.count < most {
      let word = String(piece.trimmingMarks)
      if isReference(word), !words.contains(word) { words.append(word) }
    }
    return words
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-/._#".contains(character)
  }

  private static func isReference(_ word: String) -> Bool {
    guard lengths.contains(word.count) else { return false }
    let digits = word.utf8.count { $0 &- 48 < 10 }
    let marks = word.count { "-/._#".contains($0) }
    guard digits >= 3, marks <= 4 else { return false }
    return !(digits == word.count && digits == 4) && !isDay(word)
  }

  /// Three numbers with marks between them, as days are written.
  private static func isDay(_ word: String) -> Bool {
    let parts = word.split { "-/.".contains($0) }
    return parts.count == 3
      && parts.allSatisfy { $0.count <= 4 && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
      && parts.contains { $0.count == 4 || $0.count == 2 }
  }
}

extension Substring {
  /// The text without marks at both ends.
  fileprivate var trimmingMarks: Substring {
    let isMark: (Character) -> Bool = { "-/._#".contains($0) }
    guard let last = lastIndex(where: { !isMark($0) }) else { return "" }
    return self[...last].drop(while: isMark)
  }
}
