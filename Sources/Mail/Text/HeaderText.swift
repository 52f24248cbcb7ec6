/// Decodes the text of header fields: folding undone, encoded words decoded (RFC 2047).
///
/// Neighbouring words of one charset are joined as bytes before they are decoded, since mailers
/// cut them anywhere. Words count wherever they stand, also in quotes and without blanks around
/// them. Bytes outside ASCII are UTF-8 (RFC 6532) or the fallback charset.
struct HeaderText {
  private let bytes: Bytes
  private let fallbackCharset: String?
  private var text = ""
  /// Where what was not yet taken starts.
  private var plainStart: Int
  /// The charset and bytes of the words read last, not yet decoded.
  private var charset: String?
  private var pending: [UInt8] = []
  /// The Base64 text of the words read last, not yet decoded.
  private var base64: [UInt8] = []

  /// The text of a field's value, without blanks at its ends and without line ends.
  static func decode(_ value: Bytes, fallbackCharset: String?) -> String {
    let bytes = value.trimmed
    let hasWord = hasEncodedWord(bytes)
    if !hasWord, bytes.isASCII, bytes.allSatisfy({ $0 >= 0x20 || $0 == .tab }) {
      return bytes.ascii
    }
    let unfolded = bytes.filter { $0 != .carriageReturn && $0 != .lineFeed && $0 != 0 }
    guard hasWord else {
      return singleLine(plain(unfolded[...], fallbackCharset))
    }
    var decoder = Self(bytes: unfolded[...], fallbackCharset: fallbackCharset)
    return singleLine(decoder.decode())
  }

  /// The text with blanks in place of line ends and without NUL.
  static func singleLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != .tab }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\0" {
      result.append(scalar == "\r" || scalar == "\n" ? " " : scalar)
    }
    return String(result)
  }

  private init(bytes: Bytes, fallbackCharset: String?) {
    self.bytes = bytes
    self.fallbackCharset = fallbackCharset
    plainStart = bytes.startIndex
  }

  private static func hasEncodedWord(_ bytes: Bytes) -> Bool {
    var from = bytes.startIndex
    while let mark = bytes.first(.equals, from: from) {
      if mark + 1 < bytes.endIndex, bytes[mark + 1] == UInt8(ascii: "?") { return true }
      from = mark + 1
    }
    return false
  }

  private static func plain(_ bytes: Bytes, _ fallbackCharset: String?) -> String {
    CharsetDecoder(label: nil, fallback: fallbackCharset).decode(bytes).text
  }

  private mutating func decode() -> String {
    var from = bytes.startIndex
    while let mark = bytes.first(.equals, from: from) {
      guard let word = EncodedWord(bytes, at: mark) else {
        from = mark + 1
        continue
      }
      takePlain(before: mark)
      take(word)
      from = word.end
      plainStart = word.end
    }
    takePlain(before: bytes.endIndex)
    flush()
    return text
  }

  /// Takes the text before a word; blanks between two words are no text.
  private mutating func takePlain(before end: Int) {
    let plain = bytes[plainStart..<end]
    let isBetweenWords = charset != nil && end < bytes.endIndex
    if plain.isEmpty || isBetweenWords && plain.allSatisfy(\.isBlank) { return }
    flush()
    text += Self.plain(plain, fallbackCharset)
  }

  private mutating func take(_ word: EncodedWord) {
    if charset != word.charset { flush() }
    charset = word.charset
    if word.isBase64 {
      base64 += word.text
    } else {
      flushBase64()
      pending += word.decodedQ
    }
  }

  /// Decodes neighbouring words together, for a mailer may cut Base64 anywhere.
  private mutating func flushBase64() {
    guard !base64.isEmpty else { return }
    pending += Base64.decode(base64[...]).bytes
    base64 = []
  }

  private mutating func flush() {
    flushBase64()
    if let charset {
      text += CharsetDecoder(label: charset, fallback: fallbackCharset).decode(pending[...]).text
    }
    charset = nil
    pending = []
  }
}
