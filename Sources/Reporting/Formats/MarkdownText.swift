/// Writes texts so that GitHub Flavored Markdown shows them as they are.
enum MarkdownText {
  /// Gives a text on one line for a table cell or a paragraph; line breaks become `<br>`.
  static func inline(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    var before: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\", "`", "*", "[", "]", "~", "|", "$": result += "\\\(scalar)"
      case "_": result += isWord(before) && isWord(after) ? "_" : "\\_"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += isWord(after) || after == "#" ? "&amp;" : "&"
      case "\r": result += after == "\n" ? "" : "<br>"
      case "\n": result += "<br>"
      case "\t", "\0"..<" ", "\u{7f}"..."\u{9f}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }

  /// Whether a byte never needs anything done; all bytes of characters beyond U+00BF are so.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "+")...UInt8(ascii: ":"), UInt8(ascii: " "), 0xc3...:
      true
    default: 0x80..<0xc0 ~= byte
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
