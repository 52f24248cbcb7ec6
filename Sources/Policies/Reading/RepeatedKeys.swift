import Importing

/// Finds keys that stand more than once at the start of a line.
///
/// The parser stops at the first repeated key. So that the rest of the file is judged as well, the
/// later ones are noted here, with the line of the first, and blanked before parsing, together with
/// the lines that belong to them. A repeated key within a group is left to the parser.
struct RepeatedKeys {
  let findings: DataFindings

  /// The text with blank lines where a key stands again.
  func removed(from text: String) -> String {
    var firstLines: [Substring: Int] = [:]
    var isRemoving = false
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      if let key = Self.key(startingLine: line) {
        isRemoving = firstLines[key] != nil
        if let first = firstLines[key] {
          note(key, at: index + 1, first: first)
        } else {
          firstLines[key] = index + 1
        }
      }
      return isRemoving ? "" : line
    }.joined(separator: "\n")
  }

  private func note(_ key: Substring, at line: Int, first: Int) {
    findings.add(
      "duplicate",
      at: Place(line: line, column: 1),
      field: String(key),
      "The key “\(key)” stands in line \(first) already.",
      "Keep one of them."
    )
  }

  /// The key with which a line starts that is not indented, or nil.
  private static func key(startingLine line: Substring) -> Substring? {
    let key = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let rest = line.dropFirst(key.count)
    guard let first = key.first, first.isLetter, rest.first == ":" else { return nil }
    guard let next = rest.dropFirst().first else { return key }
    return next.isWhitespace ? key : nil
  }
}
