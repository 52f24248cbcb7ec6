/// Writes parameters of MIME fields (RFC 2045, 5.1; RFC 2231, 3 and 4).
enum ParameterWriter {
  private static let longest = 60

  /// The pieces of a parameter, one a line: as it is or in quotes where it is short ASCII, else
  /// in UTF-8 with percent signs.
  static func pieces(_ name: String, _ value: String) -> [String] {
    let isPlain = value.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    let isSafe = isPlain && !value.contains("=?") && value.first != " " && value.last != " "
    if isSafe, value.utf8.count <= longest { return ["\(name)=\(quotedIfNeeded(value))"] }
    let parts = encoded(value)
    guard parts.count > 1 else { return ["\(name)*=UTF-8''\(parts.first ?? "")"] }
    return parts.enumerated().map { index, part in
      "\(name)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(part)"
    }
  }

  private static func quotedIfNeeded(_ value: String) -> String {
    if !value.isEmpty, value.utf8.allSatisfy(isToken) { return value }
    let escaped = value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }

  /// The value with percent signs, cut to pieces that fit on a line.
  private static func encoded(_ value: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    for byte in value.utf8 {
      let isPlain = byte.isDigit || byte.isLetter || [0x2D, 0x2E, 0x5F].contains(byte)
      let escaped = QuotedPrintable.escape(byte).dropFirst()
      let written = isPlain ? [byte] : [UInt8(ascii: "%")] + escaped
      if part.count + written.count > longest - 20 {
        parts.append(part[...].ascii)
        part = []
      }
      part += written
    }
    return parts + (part.isEmpty ? [] : [part[...].ascii])
  }

  /// Whether a byte may stand in a token (RFC 2045, 5.1).
  static func isToken(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && !tokenSpecials.contains(byte)
  }

  private static let tokenSpecials = Set("()<>@,;:\\\"/[]?=".utf8)
}
