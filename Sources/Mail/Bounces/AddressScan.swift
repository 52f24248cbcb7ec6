/// Finds mail addresses in running text.
enum AddressScan {
  /// The addresses of a text in their order, in small letters, without angle brackets.
  static func addresses(in text: some StringProtocol) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    let bytes = Array(text.utf8)
    var found: [String] = []
    for at in bytes.indices where bytes[at] == UInt8(ascii: "@") {
      guard let start = localStart(bytes, at), let end = domainEnd(bytes, at) else { continue }
      found.append(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
    }
    return found
  }

  private static func localStart(_ bytes: [UInt8], _ at: Int) -> Int? {
    if at > 0, bytes[at - 1] == UInt8(ascii: "\"") {
      return bytes[..<(at - 1)].lastIndex(of: UInt8(ascii: "\""))
    }
    var start = at
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    return start == at ? nil : start
  }

  private static func domainEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
    var end = at + 1
    while end < bytes.count, isDomain(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == 46 || bytes[end - 1] == 45 { end -= 1 }
    return end == at + 1 ? nil : end
  }

  /// Whether the byte may stand in a local part (RFC 5322, 3.2.3), bytes above ASCII included.
  private static func isLocal(_ byte: UInt8) -> Bool {
    byte > 32 && byte != 127 && !"()<>[]:;,@\\\"".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 45 || byte == 46 || byte >= 128
  }
}
