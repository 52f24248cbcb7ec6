/// Finds enhanced status codes and SMTP reply codes in text that people or programs wrote.
enum StatusScan {
  /// A status code and where it stands.
  struct Found {
    var status: EnhancedStatus
    /// Whether an SMTP reply code stands right before it.
    var followsReply: Bool
  }

  /// The status codes of a text in their order.
  static func found(in text: String) -> [Found] {
    let bytes = Array(text.utf8)
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes, index), !isDigit(bytes, index - 1), !isInNumber(bytes, index),
        let (status, end) = status(bytes, at: index)
      else {
        index += 1
        continue
      }
      found.append(.init(status: status, followsReply: followsReply(bytes, index)))
      index = end
    }
    return found
  }

  /// The first SMTP reply code of a failure or success (RFC 5321, 4.2) in a text; nil if there is
  /// none.
  static func reply(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where isReply(bytes, at: index) {
      return number(bytes[index..<index + 3])
    }
    return nil
  }

  /// The text from the last reply code on; nil if there is no code, or hardly any text after it.
  static func lastReply(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = bytes.indices.last(where: { isReply(bytes, at: $0) }),
      bytes.count - start > 12
    else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  // MARK: Codes

  private static func status(_ bytes: [UInt8], at index: Int) -> (EnhancedStatus, Int)? {
    guard byte(bytes, index + 1) == 46 else { return nil }
    let subject = bytes[(index + 2)...].prefix(4).prefix { $0 &- 48 < 10 }
    guard (1...3).contains(subject.count), byte(bytes, subject.endIndex) == 46 else { return nil }
    let detail = bytes[(subject.endIndex + 1)...].prefix(4).prefix { $0 &- 48 < 10 }
    guard (1...3).contains(detail.count), !goesOn(bytes, detail.endIndex),
      let status = EnhancedStatus(Int(bytes[index]) - 48, number(subject), number(detail))
    else { return nil }
    return (status, detail.endIndex)
  }

  /// Whether a dot and a digit, or a letter, follow: an IP address or the version of a program.
  private static func goesOn(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard let next = byte(bytes, index) else { return false }
    if next == 46 { return isDigit(bytes, index + 1) }
    return next &- 48 < 10 || (next | 0x20) &- 97 < 26
  }

  /// Whether a letter, a slash or the dot of a longer number stands before the digit.
  private static func isInNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard let before = byte(bytes, index - 1) else { return false }
    return before == 46 || before == 47 || (before | 0x20) &- 97 < 26
  }

  private static func followsReply(_ bytes: [UInt8], _ index: Int) -> Bool {
    var start = index - 1
    while start > 0, index - start <= 4, [32, 35, 39, 45, 40, 58].contains(bytes[start]) {
      start -= 1
    }
    return start >= 2 && start < index - 1 && isReply(bytes, at: start - 2)
  }

  private static func isReply(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count, [50, 52, 53].contains(bytes[index]), bytes[index + 1] &- 48 < 6,
      isDigit(bytes, index + 2)
    else { return false }
    if let before = byte(bytes, index - 1) {
      let isWord = before &- 48 < 10 || (before | 0x20) &- 97 < 26 || ".-/#_".utf8.contains(before)
      if isWord || before >= 128 { return false }
    }
    return byte(bytes, index + 3).map { " -:,#(<\n\r\t".utf8.contains($0) } ?? true
  }

  // MARK: Bytes

  private static func byte(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    byte(bytes, index).map { $0 &- 48 < 10 } ?? false
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
  }
}
