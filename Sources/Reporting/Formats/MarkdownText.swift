/// Writes texts so that GitHub Flavored Markdown shows them as they are.
enum MarkdownText {
  /// Gives a text on one line for a table cell or a paragraph; line breaks become `<br>`.
  static func inline(_ text: String) -> String {
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

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
