/// Bytes as the letters a to z and the digits 2 to 7 (RFC 4648, section 6), small and without
/// padding, so that they survive mail servers that change capital letters.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        result.append(alphabet[buffer >> bits & 31])
      }
    }
    if bits > 0 { result.append(alphabet[buffer << (5 - bits) & 31]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a text, without regard to case; nil if it is not what ``encoded(_:)`` gives.
  static func decoded(_ text: some StringProtocol) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in text.lowercased().utf8 {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      buffer = (buffer << 5 | value) & 0xFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return encoded(result) == text.lowercased() ? result : nil
  }
}
