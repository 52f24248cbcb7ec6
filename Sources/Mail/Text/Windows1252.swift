/// Windows-1252 as the WHATWG Encoding Standard has it: every byte is a character.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F; the five undefined ones are controls.
  private static let special: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]

  /// For each byte from 0x80 on its character in UTF-8, three bytes and their number.
  private static let table: [UInt32] = (0x80...0xFF).map { byte in
    let scalar = byte < 0xA0 ? special[byte - 0x80] : Unicode.Scalar(UInt8(byte))
    let bytes = Array(String(scalar).utf8)
    return bytes.enumerated().reduce(UInt32(bytes.count) << 24) { sum, next in
      sum | UInt32(next.element) << UInt32(8 * next.offset)
    }
  }

  /// The characters of the bytes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    let table = table
    return unsafe String(unsafeUninitializedCapacity: bytes.count * 3) { output in
      var written = 0
      for byte in bytes {
        guard byte >= 0x80 else {
          unsafe output[written] = byte
          written += 1
          continue
        }
        let entry = table[Int(byte) - 0x80]
        for place in 0..<Int(entry >> 24) {
          unsafe output[written] = UInt8(truncatingIfNeeded: entry >> UInt32(8 * place))
          written += 1
        }
      }
      return written
    }
  }
}
