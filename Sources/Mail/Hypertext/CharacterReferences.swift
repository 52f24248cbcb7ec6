/// Resolves character references such as `&amp;` and `&#8364;` (HTML Standard, 13.2.5.72).
enum CharacterReferences {
  /// The longest reference between `&` and `;`.
  private static let longest = 10

  /// The text of the bytes with references resolved; an unknown one stays as it is.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: "&"), let (text, end) = reference(bytes[(position + 1)...])
      {
        result.append(contentsOf: text.utf8)
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of a reference after its `&`, and where it ends.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    if bytes.first == UInt8(ascii: "#") { return number(bytes.dropFirst()) }
    let letters = bytes.prefix(longest).prefix { ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 }
    let name = String(decoding: letters, as: UTF8.self)
    guard let scalar = NamedCharacters.scalars[name] else { return nil }
    return (String(scalar), passSemicolon(bytes, at: letters.endIndex))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    let isHexadecimal = bytes.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = (isHexadecimal ? bytes.dropFirst() : bytes).prefix { byte in
      byte &- 48 < 10 || (isHexadecimal && (byte | 0x20) &- 97 < 6)
    }
    guard !digits.isEmpty else { return nil }
    let written = String(
      decoding: digits.prefix { $0 == 48 }.isEmpty ? digits : digits.drop { $0 == 48 },
      as: UTF8.self
    )
    let value = UInt32(written.isEmpty ? "0" : written, radix: isHexadecimal ? 16 : 10) ?? 0
    let scalar = Unicode.Scalar(windows1252[value] ?? value)
    let text = scalar.map { isAllowed($0) ? String($0) : "\u{FFFD}" } ?? "\u{FFFD}"
    return (text, passSemicolon(bytes, at: digits.endIndex))
  }

  private static func passSemicolon(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    index < bytes.endIndex && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
  }

  /// Controls other than white space stand for nothing that could be shown.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 32 ? scalar.value != 127 : [9, 10, 13].contains(scalar.value)
  }

  /// What numbers of the C1 controls stand for, as in windows-1252.
  private static let windows1252: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]
}
