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
    for index in 0..<name.count {
      let byte = unsafe name[index]
      if byte >= 128 {
        result.removeLast(result.count - start)
        return unsafe normalizeWide(name, into: &result)
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
