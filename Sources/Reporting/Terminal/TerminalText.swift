/// Cuts, breaks and pads texts by the places they take on a terminal.
enum TerminalText {
  /// Gives a text whose control and direction characters are replaced, so that data cannot move
  /// the cursor, colour the screen or turn the reading order; line feeds stay.
  static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if !wasReturn { result.append("\n") }
      case "\r": result.append("\n")
      case "\t", "\u{2028}", "\u{2029}": result.append(" ")
      case "\0"..<" ", "\u{7f}"..."\u{9f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}":
        result.append("\u{fffd}")
      default: result.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }

  /// Gives a text on one line.
  static func singleLine(_ text: String) -> String {
    guard text.utf8.contains(10) else { return text }
    return text.split(separator: "\n").joined(separator: " ")
  }

  /// Gives the start of a text with `…` at its end if the text takes more places than there are.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    return start(of: text, within: width - 1).trimmedEnd + "…"
  }

  /// Gives the lines of a text, broken at spaces where possible.
  ///
  /// If there are more lines than `limit`, the last one ends with `…`. A text without visible
  /// characters is one empty line.
  static func lines(_ text: String, width: Int, limit: Int = .max) -> [String] {
    if DisplayWidth.of(text) <= width, !text.utf8.contains(10) { return [text] }
    var result: [String] = []
    for paragraph in text.split(separator: "\n") {
      result += paragraphLines(paragraph, width: max(1, width))
      guard result.count <= limit else { break }
    }
    guard result.count > limit else { return result.isEmpty ? [""] : result }
    let rest = result[limit - 1] + " " + result[limit]
    return result[..<(limit - 1)] + [start(of: rest, within: width - 1).trimmedEnd + "…"]
  }

  private static func paragraphLines(_ text: Substring, width: Int) -> [String] {
    var result: [String] = []
    var line = ""
    var places = 0
    for word in text.split(separator: " ") {
      var word = String(word)
      var wordPlaces = DisplayWidth.of(word)
      if !line.isEmpty {
        if places + 1 + wordPlaces <= width {
          line += " " + word
          places += 1 + wordPlaces
          continue
        }
        result.append(line)
      }
      while wordPlaces > width {
        let head = wordStart(of: word, within: width)
        result.append(head)
        word = String(word.dropFirst(head.count))
        wordPlaces = DisplayWidth.of(word)
      }
      (line, places) = (word, wordPlaces)
    }
    return line.isEmpty ? result : result + [line]
  }

  /// Gives the part of a long word for one line, up to a hyphen or slash in its second half if
  /// there is one.
  private static func wordStart(of word: String, within width: Int) -> String {
    let head = start(of: word, within: width, atLeastOne: true)
    guard let end = head.lastIndex(where: { "-/_.".contains($0) }) else { return head }
    let part = head[...end]
    return part.count * 2 > head.count ? String(part) : head
  }

  /// Gives as many characters from the start as take no more places than there are.
  private static func start(of text: String, within width: Int, atLeastOne: Bool = false) -> String
  {
    var places = 0
    var result = ""
    for character in text {
      places += DisplayWidth.of(character)
      guard places <= width || (atLeastOne && result.isEmpty) else { break }
      result.append(character)
    }
    return result
  }

  /// Gives a text with spaces at its end or its start, so that it takes a number of places.
  static func pad(_ text: String, to width: Int, _ alignment: Column.Alignment) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return alignment == .left ? text + spaces : spaces + text
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
