/// One encoded word: `=?charset?encoding?text?=` (RFC 2047, 2).
///
/// Leniencies: any length; blanks in the text; a language after the charset (RFC 2231, 5), which
/// is left out.
struct EncodedWord {
  /// The name of the charset in lower case, without language.
  let charset: String
  /// Whether it is encoded with B, else with Q.
  let isBase64: Bool
  /// The encoded text.
  let text: Bytes
  /// Where the bytes after the word start.
  let end: Int

  private static let mark = UInt8(ascii: "?")
  private static let longestCharset = 60

  /// Reads the word that starts at an index; nil if there is none.
  init?(_ bytes: Bytes, at start: Int) {
    guard bytes.has("=?".utf8, at: start) else { return nil }
    let name = bytes[(start + 2)...].prefix(Self.longestCharset)
    guard let second = name.first(Self.mark, from: name.startIndex), second > start + 2,
      bytes[start + 2..<second].allSatisfy({ 0x21...0x7E ~= $0 }),
      second + 2 < bytes.endIndex, bytes[second + 2] == Self.mark
    else { return nil }
    switch bytes[second + 1].lowered {
    case UInt8(ascii: "b"): isBase64 = true
    case UInt8(ascii: "q"): isBase64 = false
    default: return nil
    }
    guard let close = Self.close(bytes, from: second + 3) else { return nil }
    let label = bytes[start + 2..<second].prefix { $0 != UInt8(ascii: "*") }
    charset = label.ascii.lowercased()
    text = bytes[second + 3..<close]
    end = close + 2
  }

  /// Where `?=` stands at or after an index, with no other word starting before it.
  private static func close(_ bytes: Bytes, from start: Int) -> Int? {
    var from = start
    while let found = bytes.first(mark, from: from), found + 1 < bytes.endIndex {
      if bytes[found + 1] == .equals { return found }
      if found > start, bytes[found - 1] == .equals { return nil }
      from = found + 1
    }
    return nil
  }

  /// The bytes of a text in Q: as quoted-printable, with `_` for a space (RFC 2047, 4.2).
  var decodedQ: [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == .equals, index + 2 < text.endIndex,
        let high = text[index + 1].hexadecimal, let low = text[index + 2].hexadecimal
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte == UInt8(ascii: "_") ? .space : byte)
        index += 1
      }
    }
    return result
  }
}
