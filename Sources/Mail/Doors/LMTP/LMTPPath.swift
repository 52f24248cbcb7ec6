/// The argument of MAIL and RCPT (RFC 5321, section 4.1.2): `FROM:<address> NAME=VALUE …`.
struct LMTPPath: Equatable {
  /// The address without angle brackets; empty for the null sender.
  var address: String
  /// The parameters by name in capitals, with their values.
  var parameters: [String: String]

  /// Reads an argument after the word `FROM:` or `TO:`; nil if it is none.
  ///
  /// Lenient: a space may follow the colon. A source route (`<@a,@b:c@d>`) is passed over, as
  /// the standard says.
  init?(_ argument: some Collection<UInt8>, after word: String) {
    guard argument.prefix(word.utf8.count).map(uppercase) == Array(word.utf8) else { return nil }
    let rest = Array(argument.dropFirst(word.utf8.count).drop { $0 == 0x20 })
    guard rest.first == UInt8(ascii: "<"), let end = Self.end(rest) else { return nil }
    var inside = rest[1..<end]
    if inside.first == UInt8(ascii: "@"), let colon = inside.firstIndex(of: UInt8(ascii: ":")) {
      inside = inside[(colon + 1)...]
    }
    guard inside.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), inside.count <= 1000 else { return nil }
    guard let address = String(validating: inside, as: UTF8.self) else { return nil }
    self.address = address
    parameters = [:]
    for word in rest[(end + 1)...].split(separator: 0x20) {
      let parts = word.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard let name = parts.first else { return nil }
      let value = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
      parameters[String(decoding: name.map(uppercase), as: UTF8.self)] = value
    }
  }

  /// Where the closing bracket stands that is not in a quoted local part.
  private static func end(_ bytes: [UInt8]) -> Int? {
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }
}
