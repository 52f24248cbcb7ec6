/// What was read of one address.
struct AddressDraft {
  /// The bytes outside of angle brackets and comments, quotes taken off.
  private var phrase: [UInt8] = []
  /// Whether part of the phrase was in quotes, and whether all of it.
  private var hasQuotes = false
  /// Whether the phrase has something that is no blank, and whether it has an `@`.
  private var hasText = false
  private var hasAt = false
  /// Where the last quoted text ends in the phrase.
  private var quotedEnd = 0
  /// The text of the last comment.
  var comment: Bytes?
  /// The text in angle brackets; nil without any.
  var angle: Bytes? {
    didSet { if let oldValue, !oldValue.isEmpty { angle = oldValue } }
  }

  /// Whether nothing was read.
  var isEmpty: Bool { angle == nil && comment == nil && !hasText }

  /// Whether what was read can be the name of a group.
  var canNameGroup: Bool {
    angle == nil && hasText && !hasAt
      && !(phrase.count < 20 && phrase[...].trimmed.isWord("mailto"))
  }

  /// Whether an `@` was read last.
  var endsWithAt: Bool { phrase.last == UInt8(ascii: "@") }

  /// Whether a word may start here.
  var isAtWordStart: Bool { phrase.last.map { !($0.isDigit || $0.isLetter) } ?? true }

  /// Adds a byte outside of quotes.
  mutating func append(_ byte: UInt8) {
    phrase.append(byte)
    if !byte.isSpace { hasText = true }
    if byte == UInt8(ascii: "@") { hasAt = true }
  }

  /// Adds what was in quotes.
  mutating func append(quoted text: [UInt8]) {
    phrase += text
    hasText = true
    hasQuotes = true
    quotedEnd = phrase.count
  }

  /// The phrase as a name.
  func name(_ fallbackCharset: String?) -> String {
    Self.name(phrase[...], fallbackCharset)
  }

  /// The address; nil if nothing was read.
  func address(_ fallbackCharset: String?) -> MailAddress? {
    let commentName = comment.map { Self.name($0, fallbackCharset) } ?? ""
    if let angle {
      let name = name(fallbackCharset)
      return Self.split(Self.unquoted(angle), name: name.isEmpty ? commentName : name)
    }
    let text = withoutMailto(phrase[...].trimmed)
    guard !text.isEmpty else {
      return commentName.isEmpty
        ? nil : MailAddress(displayName: commentName, localPart: "", domain: "")
    }
    guard text.contains(UInt8(ascii: "@")) else { return nameOnly(text, commentName) }
    return plain(text, commentName, fallbackCharset)
  }

  private func nameOnly(_ text: Bytes, _ comment: String) -> MailAddress {
    let decoded = HeaderText.decode(text, fallbackCharset: nil)
    let isWord = !hasQuotes && !text.contains(where: \.isSpace)
    return isWord
      ? MailAddress(displayName: comment, localPart: decoded, domain: "")
      : MailAddress(displayName: decoded, localPart: "", domain: "")
  }

  /// An address without angle brackets; words before the one with `@` are its name, unless they
  /// are the quoted local part.
  private func plain(_ text: Bytes, _ comment: String, _ charset: String?) -> MailAddress {
    let at = text.lastIndex(of: UInt8(ascii: "@")) ?? text.endIndex
    var head = text[..<at]
    while let last = head.last, last.isSpace { head.removeLast() }
    let isQuotedLocal = hasQuotes && quotedEnd >= head.endIndex
    guard !isQuotedLocal, let blank = head.lastIndex(where: \.isSpace) else {
      return Self.split(String(decoding: text, as: UTF8.self), name: comment)
    }
    let name = Self.name(text[..<blank], charset)
    let address = String(decoding: text[(blank + 1)...], as: UTF8.self)
    return Self.split(address, name: name.isEmpty ? comment : name)
  }

  private func withoutMailto(_ text: Bytes) -> Bytes {
    text.startsWithWord("mailto:") ? text.dropFirst(7).trimmed : text
  }

  /// The text of an address in angle brackets: route, quotes and comments left out.
  private static func unquoted(_ angle: Bytes) -> String {
    var text = angle.trimmed
    if text.first == UInt8(ascii: "@"), let colon = text.first(.colon, from: text.startIndex) {
      text = text[(colon + 1)...]
    }
    if text.startsWithWord("mailto:") { text = text.dropFirst(7) }
    var result: [UInt8] = []
    var isQuoted = false
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == .quote {
        isQuoted.toggle()
      } else if isQuoted, byte == .backslash, index + 1 < text.endIndex {
        index += 1
        result.append(text[index])
      } else {
        result.append(byte)
      }
      index += 1
    }
    return String(decoding: result[...].trimmed, as: UTF8.self)
  }

  /// Splits at the last `@`; line ends, and blanks around the `@`, are left out.
  private static func split(_ address: String, name: String) -> MailAddress {
    let text = String(String.UnicodeScalarView(address.unicodeScalars.filter { !isLineEnd($0) }))
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else {
      return MailAddress(displayName: name, localPart: trimmed(text[...]), domain: "")
    }
    var domain = trimmed(text[text.index(after: at)...])
    domain.removeAll { $0 == " " || $0 == "\t" || $0 == ">" }
    return MailAddress(displayName: name, localPart: trimmed(text[..<at]), domain: domain)
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\r" || scalar == "\n" || scalar == "\0"
  }

  private static func trimmed(_ text: Substring) -> String {
    String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self)
  }

  /// The decoded text with single blanks.
  private static func name(_ bytes: Bytes, _ fallbackCharset: String?) -> String {
    HeaderText.decode(bytes, fallbackCharset: fallbackCharset)
  }
}
