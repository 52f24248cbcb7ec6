/// The form of a name in which two spellings count as the same name.
///
/// Letters are case-folded, runs of white space become one blank, and white space at both ends
/// goes. Nothing more: accents, punctuation and legal forms stay.
public enum NameKey {
  /// The key of a name.
  public static func normalized(_ name: String) -> String {
    var name = name
    var result: [UInt8] = []
    name.withUTF8 { unsafe normalize($0, into: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the key of a name in UTF-8; bytes that are no UTF-8 become U+FFFD.
  public static func normalize(_ name: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
    let start = result.count
    var pending = false
    var index = 0
    while index < name.count {
      let byte = unsafe name[index]
      index += 1
      if byte >= 128 {
        guard let pair = unsafe pair(name, index - 1), pair != 0x85, pair != 0xA0 else {
          result.removeLast(result.count - start)
          return unsafe normalizeWide(name, into: &result)
        }
        index += 1
        if pending { result.append(32) }
        pending = false
        result.append(contentsOf: foldedPairs[pair - 128])
        continue
      }
      if byte == 32 || byte &- 9 < 5 {
        pending = result.count > start
        continue
      }
      if pending { result.append(32) }
      pending = false
      result.append(byte &- 65 < 26 ? byte | 32 : byte)
    }
  }

  /// The scalar of a well-formed sequence of two bytes, or nil for any other sequence.
  private static func pair(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index + 1 < name.count else { return nil }
    let (lead, trail) = unsafe (name[index], name[index + 1])
    guard lead >= 0xC2, lead < 0xE0, trail & 0xC0 == 0x80 else { return nil }
    return Int(lead & 0x1F) << 6 | Int(trail & 0x3F)
  }

  /// The folded form of the scalars that take two bytes, U+0080 to U+07FF.
  private static let foldedPairs: [[UInt8]] = (0x80..<0x800).map { value in
    Unicode.Scalar(UInt32(value)).map { Array(folded($0).utf8) } ?? []
  }

  private static func normalizeWide(
    _ name: UnsafeBufferPointer<UInt8>,
    into result: inout [UInt8]
  ) {
    let start = result.count
    var pending = false
    for scalar in unsafe String(decoding: name, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = result.count > start
        continue
      }
      if pending { result.append(32) }
      pending = false
      result.append(contentsOf: folded(scalar).utf8)
    }
  }

  /// Full case folding of the Unicode Standard, section 3.13, by way of capitals.
  ///
  /// `ß` and `SS` become `ss`, final and inner sigma the same letter; the dotless i stays.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII || scalar.value == 0x131 { return scalar.properties.lowercaseMapping }
    return scalar.properties.uppercaseMapping.unicodeScalars.reduce(into: "") {
      $0 += $1.properties.lowercaseMapping
    }
  }
}
