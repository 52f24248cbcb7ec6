/// Base64 (RFC 2045, 6.8).
///
/// Leniencies: characters outside the alphabet are passed over, padding may be missing, and what
/// follows padding is read as a new start.
enum Base64 {
  private static let invalid: UInt32 = 0x0100_0000
  private static let alphabet =
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// For each of four characters 256 entries: its six bits where they belong in 24, or `invalid`.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: invalid, count: 1_024)
    for (value, character) in alphabet.enumerated() {
      for place in 0..<4 {
        table[place * 256 + Int(character)] = UInt32(value) << UInt32(18 - 6 * place)
      }
    }
    return table
  }()

  /// The decoded bytes.
  static func decode(_ text: ArraySlice<UInt8>) -> DecodedBytes {
    var defects: MessageDefects = []
    let table = table
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 6) {
      output,
      count in
      unsafe text.withUnsafeBufferPointer { input in
        unsafe table.withUnsafeBufferPointer { table in
          var run = unsafe Base64Run(input: input, table: table, output: output)
          unsafe run.decode()
          unsafe count = run.written
          unsafe defects = run.defects
        }
      }
    }
    return DecodedBytes(bytes: bytes, defects: defects)
  }

  /// The bytes in Base64, in lines of 76 characters that all end with CR LF.
  static func lines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 57 * 78 + 80)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = min(start + 57, bytes.endIndex)
      append(bytes[start..<end], to: &result)
      result += [.carriageReturn, .lineFeed]
      start = end
    }
    return result
  }

  /// Adds bytes in Base64 without line ends.
  static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let count = min(3, bytes.endIndex - index)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0)
      }
      for place in 0..<4 {
        let bits = Int(group >> UInt32(18 - 6 * place) & 0x3F)
        result.append(place <= count ? alphabet[bits] : .equals)
      }
      index += count
    }
  }
}
