/// One line of a message's text and what it looks like.
struct ReplyLine {
  /// What a line looks like, taken alone.
  enum Kind {
    /// Nothing but white space.
    case blank
    /// One punctuation mark repeated, or the two hyphens before a signature (RFC 3676, 4.3).
    case delimiter
    /// What a telephone or program adds, such as “Sent from my phone”.
    case device
    /// It announces a quotation or a forwarded message.
    case marker
    /// A repeated header of the quoted message.
    case header
    /// It starts with a quotation mark.
    case quote
    /// Anything else.
    case text
  }

  /// The line as it stands, without its end.
  let raw: Substring
  /// The line in small letters, without white space and invisible characters at both ends.
  let folded: String
  /// What the line looks like.
  var kind: Kind
  /// Whether the line belongs to the new text.
  var isReply = false

  private init(_ raw: Substring, isCode: Bool) {
    self.raw = raw
    folded = Self.trimmed(raw).small
    kind = Self.kind(of: folded, isCode: isCode)
  }

  /// The lines of a text; what stands between two lines of three backticks is code.
  static func lines(of text: String) -> [Self] {
    var isCode = false
    return TextLines.lines(of: text).map { raw in
      let line = Self(raw, isCode: isCode)
      if line.folded.hasPrefix("```") { isCode.toggle() }
      return line
    }
  }

  /// The line without white space, byte order marks and zero-width characters at both ends.
  static func trimmed(_ line: Substring) -> Substring {
    if let first = line.utf8.first, let last = line.utf8.last, first.isVisible, last.isVisible {
      return line
    }
    let scalars = line.unicodeScalars
    let isInvisible: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || (0x200B...0x200F).contains($0.value) || $0.value == 0xFEFF
    }
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
      let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    return line[first..<scalars.index(after: last)]
  }

  private static func kind(of folded: String, isCode: Bool) -> Kind {
    if folded.isEmpty { return .blank }
    if isCode { return .text }
    if isQuote(folded) { return .quote }
    if isDelimiter(folded) { return .delimiter }
    return DeviceLine.recognises(folded) ? .device : .text
  }

  /// Whether the line starts with `>`, `|`, or up to ten letters and `>` (the writer's initials).
  private static func isQuote(_ folded: String) -> Bool {
    let start = folded.utf8.prefix(11)
    if start.first == UInt8(ascii: ">") || start.first == UInt8(ascii: "|") { return true }
    guard start.contains(where: { $0 == UInt8(ascii: ">") || $0 >= 0x80 }) else { return false }
    let rest = folded.prefix(11).drop { $0.isLetter }
    return rest.first == ">" && rest.startIndex != folded.startIndex
  }

  /// Whether the line is one mark repeated, at least twice unless it is a dash or a dot of its own.
  private static func isDelimiter(_ folded: String) -> Bool {
    guard let start = folded.utf8.first, !start.isLetter, !start.isDigit else { return false }
    let marks = folded.filter { !$0.isWhitespace }
    guard let first = marks.first, marks.allSatisfy({ $0 == first }) else { return false }
    if "\u{2014}\u{1427}\u{2015}".contains(first) { return true }
    return marks.count >= 2 && "-_=~*#+\u{2013}".contains(first)
  }
}

extension UInt8 {
  /// Whether it is a mark, letter or digit of ASCII, which no reader trims.
  fileprivate var isVisible: Bool { 0x21...0x7E ~= self }
}
