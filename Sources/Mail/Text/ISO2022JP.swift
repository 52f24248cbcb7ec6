/// ISO-2022-JP: Japanese in seven bits, switched by escape sequences (RFC 1468; RFC 2237 for
/// JIS X 0212; half-width katakana as Windows writes them).
enum ISO2022JP {
  /// What the bytes after an escape sequence are.
  private enum Mode {
    case ascii
    case katakana
    case kanji
    case supplement
  }

  private static let escape: UInt8 = 0x1B

  /// Whether a text has the escape sequence that starts two-byte characters.
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let found = bytes.first(escape, from: bytes.startIndex) else { return false }
    return mode(bytes, at: found).map { $0.mode == .kanji } ?? false
  }

  /// The bytes as EUC-JP.
  static func eightBit(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var mode = Mode.ascii
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == escape, let switched = Self.mode(bytes, at: index) {
        mode = switched.mode
        index = switched.end
        continue
      }
      index = take(bytes, at: index, mode, &result)
      if result.last == .lineFeed { mode = .ascii }
    }
    return result
  }

  /// Adds the character at an index; gives the index after it.
  private static func take(
    _ bytes: ArraySlice<UInt8>,
    at index: Int,
    _ mode: Mode,
    _ result: inout [UInt8]
  ) -> Int {
    let byte = bytes[index]
    let isPair =
      index + 1 < bytes.endIndex && 0x21...0x7E ~= byte && 0x21...0x7E ~= bytes[index + 1]
    switch mode {
    case .katakana where 0x21...0x5F ~= byte: result += [0x8E, byte | 0x80]
    case .kanji where isPair: result += [byte | 0x80, bytes[index + 1] | 0x80]
    case .supplement where isPair: result += [0x8F, byte | 0x80, bytes[index + 1] | 0x80]
    default:
      result.append(byte)
      return index + 1
    }
    return mode == .katakana ? index + 1 : index + 2
  }

  private static let sequences: [(bytes: [UInt8], mode: Mode)] = [
    (Array("$@".utf8), .kanji), (Array("$B".utf8), .kanji), (Array("$(@".utf8), .kanji),
    (Array("$(B".utf8), .kanji), (Array("$(D".utf8), .supplement), (Array("(B".utf8), .ascii),
    (Array("(J".utf8), .ascii), (Array("(H".utf8), .ascii), (Array("(I".utf8), .katakana),
  ]

  /// What an escape sequence switches to, and where it ends; nil if it is not known.
  private static func mode(
    _ bytes: ArraySlice<UInt8>,
    at index: Int
  ) -> (mode: Mode, end: Int)? {
    for sequence in sequences where bytes.has(sequence.bytes, at: index + 1) {
      return (sequence.mode, index + 1 + sequence.bytes.count)
    }
    return nil
  }
}
