/// Checks bytes against the UTF-8 of the Unicode Standard, table 3-7.
enum UTF8Check {
  /// Whether all bytes are well-formed UTF-8.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    let count = bytes.count
    var position = 0
    while position < count {
      if position + 8 <= count {
        let word = unsafe UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          position += 8
          continue
        }
      }
      let length = unsafe length(UnsafeBufferPointer(rebasing: bytes[position...]))
      if length == 0 { return false }
      position += length
    }
    return true
  }

  /// The length of the character at the start; 0 if it is ill-formed.
  @inline(__always)
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = unsafe bytes[0]
    if first < 0x80 { return 1 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, bytes.count >= length else { return 0 }
    let second = unsafe bytes[1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return 0 }
    for offset in 2..<max(2, length) where unsafe bytes[offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
