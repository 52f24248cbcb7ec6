/// Characters that XML 1.0 cannot hold, written `_xHHHH_` (ECMA-376 Part 1, 22.9.2.19).
///
/// A text that itself contains `_xHHHH` has `_x005F_` for its underscore, so that every text
/// comes back as it was. Forbidden are the controls but tab, line feed and carriage
/// return, and U+FFFE and U+FFFF (XML 1.0, 2.2, Char).
public enum XMLTextEscapes {
  /// Appends text as XML: escapes, the five entities, and references for what readers change.
  ///
  /// In an attribute tab and line feed are references too, because a reader makes them blanks
  /// (XML 1.0, 3.3.3). Bytes that are no UTF-8 become U+FFFD.
  public static func encode(
    _ text: UnsafeBufferPointer<UInt8>,
    inAttribute: Bool = false,
    into output: inout [UInt8]
  ) {
    var index = 0
    var plain = 0
    while index < text.count {
      let byte = unsafe text[index]
      if byte >= 128 {
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
        let rest = unsafe UnsafeBufferPointer(rebasing: text[index...])
        return unsafe encodeWide(rest, inAttribute, &output)
      }
      if isSpecial[Int(byte)], let escape = unsafe escape(text, index, inAttribute) {
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
        output.append(contentsOf: escape.utf8)
        plain = index + 1
      }
      index += 1
    }
    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
  }

  /// Goes on with text that has more than ASCII.
  private static func encodeWide(
    _ text: UnsafeBufferPointer<UInt8>,
    _ inAttribute: Bool,
    _ output: inout [UInt8]
  ) {
    let bytes = unsafe Array(String(decoding: text, as: UTF8.self).utf8)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if byte < 128 {
          let escape = isSpecial[Int(byte)] ? unsafe escape(bytes, index, inAttribute) : nil
          if let escape { output.append(contentsOf: escape.utf8) } else { output.append(byte) }
        } else if unsafe byte == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE {
          output.append(contentsOf: unsafe (bytes[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_").utf8)
          index += 2
        } else {
          output.append(byte)
        }
        index += 1
      }
    }
  }

  private static let isSpecial: [Bool] = (0..<128).map {
    $0 < 32 || "&<>\"_".utf8.contains(UInt8($0))
  }

  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>,
    _ index: Int,
    _ inAttribute: Bool
  ) -> String? {
    switch unsafe text[index] {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return inAttribute ? "&quot;" : nil
    case UInt8(ascii: "_"):
      // The closing underscore may come from an escape behind, so that it is not looked for.
      return unsafe code(text, index) == nil ? nil : "_x005F_"
    case 9: return inAttribute ? "&#9;" : nil
    case 10: return inAttribute ? "&#10;" : nil
    case 13: return "&#13;"
    case let byte:
      let digits = Array("0123456789ABCDEF")
      return "_x00\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])_"
    }
  }

  /// Turns the escapes in bytes from an index on back into what they stand for.
  public static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var output: [UInt8] = []
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = first
      while index < bytes.count {
        if let character = unsafe character(bytes, index) {
          output.append(contentsOf: String(character).utf8)
          index += 7
        } else {
          unsafe output.append(bytes[index])
          index += 1
        }
      }
    }
    bytes.removeLast(bytes.count - first)
    bytes += output
  }

  /// The character of the escape that starts at the index, or nil if there is none.
  private static func character(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: Int
  ) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, unsafe bytes[index + 6] == UInt8(ascii: "_") else { return nil }
    return unsafe code(bytes, index).flatMap { Unicode.Scalar($0) }
  }

  /// The number in `_xHHHH` at the index, or nil if there is none.
  private static func code(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, unsafe bytes[index] == UInt8(ascii: "_"),
      unsafe bytes[index + 1] == UInt8(ascii: "x")
    else { return nil }
    var code: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = unsafe hexadecimalDigit(bytes[index + offset]) else { return nil }
      code = code << 4 | digit
    }
    return code
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }
}
