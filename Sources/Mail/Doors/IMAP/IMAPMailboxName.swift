/// The name of a mailbox as IMAP writes it: modified UTF-7 (RFC 3501, section 5.1.3).
///
/// Printable ASCII stands for itself and `&` is `&-`; all else is UTF-16 with the high byte
/// first, in base64 with `,` for `/` and without padding, between `&` and `-`.
public enum IMAPMailboxName {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8
  )

  /// The written form of a name.
  ///
  /// - Throws: A ``MailFault`` with code `imap.mailbox` for an empty name and for control
  ///   characters.
  public static func encode(_ name: String) throws -> String {
    let hasControls = name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    guard !name.isEmpty, !hasControls else { throw IMAPFault.mailboxName(name) }
    var result: [UInt8] = []
    var units: [UInt16] = []
    for unit in name.utf16 {
      guard 0x20...0x7E ~= unit else {
        units.append(unit)
        continue
      }
      close(&units, &result)
      result.append(UInt8(unit))
      if unit == UInt16(UInt8(ascii: "&")) { result.append(UInt8(ascii: "-")) }
    }
    close(&units, &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes the units that wait in base64.
  private static func close(_ units: inout [UInt16], _ result: inout [UInt8]) {
    guard !units.isEmpty else { return }
    result.append(UInt8(ascii: "&"))
    var bits = 0
    var count = 0
    for unit in units {
      bits = bits << 16 | Int(unit)
      count += 16
      while count >= 6 {
        count -= 6
        result.append(alphabet[bits >> count & 0x3F])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { result.append(alphabet[bits << (6 - count) & 0x3F]) }
    result.append(UInt8(ascii: "-"))
    units = []
  }

  /// The name of a written form, or nil if the form is none.
  public static func decode(_ written: String) -> String? {
    var units: [UInt16] = []
    var rest = Array(written.utf8)[...]
    while let byte = rest.popFirst() {
      guard 0x20...0x7E ~= byte else { return nil }
      guard byte == UInt8(ascii: "&") else {
        units.append(UInt16(byte))
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: "-")) else { return nil }
      guard let decoded = Self.units(rest[..<end]) else { return nil }
      units += end == rest.startIndex ? [UInt16(UInt8(ascii: "&"))] : decoded
      rest = rest[(end + 1)...]
    }
    return String(validating: units, as: UTF16.self)
  }

  private static func units(_ letters: ArraySlice<UInt8>) -> [UInt16]? {
    var result: [UInt16] = []
    var bits = 0
    var count = 0
    for letter in letters {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      bits = bits << 6 | value
      count += 6
      guard count >= 16 else { continue }
      count -= 16
      result.append(UInt16(bits >> count))
      bits &= (1 << count) - 1
    }
    return bits == 0 && count < 6 ? result : nil
  }

  /// The name as an argument of a command: written form, in quotes.
  static func argument(_ name: String) throws -> String {
    let written = try encode(name)
    let escaped = written.map { "\\\"".contains($0) ? "\\\($0)" : "\($0)" }
    return "\"\(escaped.joined())\""
  }
}
