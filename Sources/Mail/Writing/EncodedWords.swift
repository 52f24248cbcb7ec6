/// Writes text as encoded words of at most 60 characters with a blank between them, in UTF-8 and
/// whichever of Q and B is shorter (RFC 2047, 2 and 4).
enum EncodedWords {
  /// What fits into one word of 60 characters, so that the name of most fields fits before it.
  private static let bytesOfB = 36
  private static let charactersOfQ = 48

  /// The text in encoded words.
  static func text(_ text: String) -> String {
    let size = text.utf8.reduce(0) { $0 + (isSafe($1) ? 1 : 3) }
    let isShorterInB = (text.utf8.count + 2) / 3 * 4 < size
    return pieces(text, inB: isShorterInB)
      .map { isShorterInB ? wordInB($0) : wordInQ($0) }
      .joined(separator: " ")
  }

  /// The text cut so that each piece fits, between characters of Unicode.
  private static func pieces(_ text: String, inB: Bool) -> [[UInt8]] {
    let limit = inB ? bytesOfB : charactersOfQ
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    var size = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let added = inB ? bytes.count : bytes.reduce(0) { $0 + (isSafe($1) ? 1 : 3) }
      if size + added > limit {
        pieces.append(piece)
        piece = []
        size = 0
      }
      piece += bytes
      size += added
    }
    return pieces + (piece.isEmpty ? [] : [piece])
  }

  private static func wordInB(_ bytes: [UInt8]) -> String {
    var encoded: [UInt8] = []
    Base64.append(bytes[...], to: &encoded)
    return "=?UTF-8?B?\(encoded[...].ascii)?="
  }

  private static func wordInQ(_ bytes: [UInt8]) -> String {
    let encoded = bytes.flatMap { byte in
      byte == .space ? [UInt8(ascii: "_")] : isSafe(byte) ? [byte] : QuotedPrintable.escape(byte)
    }
    return "=?UTF-8?Q?\(encoded[...].ascii)?="
  }

  /// Whether a byte takes one character in Q, in a phrase too (RFC 2047, 5).
  private static func isSafe(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || [0x20, 0x21, 0x2A, 0x2B, 0x2D, 0x2F].contains(byte)
  }
}
