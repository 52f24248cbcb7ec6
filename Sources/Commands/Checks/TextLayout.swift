/// Breaks text into lines of a width.
struct TextLayout {
  /// The most characters of a line.
  let width: Int

  /// The text in lines, each after some blanks; words are not broken.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width - indent {
        lines.append(space + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [space + line]
  }

  /// The text as an item of a list.
  func item(_ text: String) -> [String] {
    var lines = wrapped(text, indent: 4)
    if let first = lines.first { lines[0] = "  · " + first.dropFirst(4) }
    return lines
  }

  /// A text cut to a length, with a sign that something is missing.
  func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(max(length - 1, 0)) + "…"
  }

  /// A text with blanks before or after it to a length.
  static func padded(_ text: String, to length: Int, atStart: Bool = false) -> String {
    let space = String(repeating: " ", count: max(length - text.count, 0))
    return atStart ? space + text : text + space
  }
}
