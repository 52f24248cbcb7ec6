/// Divides texts into lines, over bytes: messages have many of them.
enum TextLines {
  /// The lines of a text without their ends, as `Character.isNewline` divides it; at least one.
  ///
  /// A line ends with LF, CR, CRLF, a vertical tab, a form feed, U+0085, U+2028 or U+2029.
  static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = endLength(bytes, at: index)
      guard length > 0 else {
        bytes.formIndex(after: &index)
        continue
      }
      lines.append(text[start..<index])
      index = bytes.index(index, offsetBy: length)
      start = index
    }
    lines.append(text[start...])
    return lines
  }

  /// How many bytes of an end of line stand there; 0 for none.
  private static func endLength(_ bytes: String.UTF8View, at index: String.Index) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D:
      let next = bytes.index(after: index)
      return next < bytes.endIndex && bytes[next] == 0x0A ? 2 : 1
    case 0xC2: return bytes[index...].starts(with: [0xC2, 0x85]) ? 2 : 0
    case 0xE2:
      let rest = bytes[index...]
      return rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: return 0
    }
  }
}
