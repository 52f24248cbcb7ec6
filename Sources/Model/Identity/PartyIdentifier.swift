/// Turns identifiers of parties into the form in which they are matched, and refuses junk.
///
/// For a register the form has capitals and digits only: blanks, dots, dashes, slashes and
/// underscores are taken out, a label before a colon (`CIF: B12345674`) and letters of another
/// script at the beginning are dropped, and so is the scheme's own country before the number.
/// Refused, because a match on it would be by chance: masked values (`***1234**`, `XXXX`), fewer
/// than five characters, fewer than three digits (plain words), all digits equal, placeholders,
/// anything over 40 characters, and any other character inside. The values of a source's own
/// numbering are only trimmed; masked ones and placeholders are refused there too.
public enum PartyIdentifier {
  /// The value to match on, or nil for junk.
  public static func normalized(scheme: String, raw: String) -> String? {
    var raw = raw
    var result: [UInt8] = []
    let isUsable = raw.withUTF8 {
      unsafe normalize($0, scheme: IdentifierScheme(scheme), into: &result)
    }
    return isUsable ? String(decoding: result, as: UTF8.self) : nil
  }

  /// Appends the value to match on in UTF-8.
  ///
  /// The result is false, and nothing is appended, for junk.
  public static func normalize(
    _ raw: UnsafeBufferPointer<UInt8>,
    scheme: IdentifierScheme,
    into result: inout [UInt8]
  ) -> Bool {
    let start = result.count
    let isUsable =
      scheme.kind == .local
      ? unsafe local(raw, &result, start) : unsafe register(raw, scheme, &result, start)
    if !isUsable { result.removeLast(result.count - start) }
    return isUsable
  }

  private static func local(
    _ raw: UnsafeBufferPointer<UInt8>,
    _ result: inout [UInt8],
    _ start: Int
  ) -> Bool {
    var range = 0..<raw.count
    while let first = range.first, unsafe isBlank(raw[first]) {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, unsafe isBlank(raw[last]) { range = range.lowerBound..<last }
    var masks = 0
    var wide = 0
    for index in range {
      let byte = unsafe raw[index]
      if byte == UInt8(ascii: "*") { masks += 1 }
      if isLetter(byte) || isDigit(byte) || byte >= 128 { wide += 1 }
      result.append(byte)
    }
    return masks == 0 && wide > 0 && !isPlaceholder(result, from: start)
  }

  private static func register(
    _ raw: UnsafeBufferPointer<UInt8>,
    _ scheme: IdentifierScheme,
    _ result: inout [UInt8],
    _ start: Int
  ) -> Bool {
    for index in unsafe body(of: raw)..<raw.count {
      let byte = unsafe raw[index]
      if isDigit(byte) || (65...90).contains(byte) {
        result.append(byte)
      } else if (97...122).contains(byte) {
        result.append(byte - 32)
      } else if !isSeparator(byte) {
        return false
      }
    }
    dropPrefix(of: scheme, &result, start)
    return isSignificant(result, from: start)
  }

  /// Where the value begins, after a label and letters of another script.
  private static func body(of raw: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < raw.count, unsafe isSeparator(raw[index]) || raw[index] >= 128 { index += 1 }
    var end = index
    while end < raw.count, unsafe isLetter(raw[end]) || isSeparator(raw[end]) { end += 1 }
    return unsafe end < raw.count && raw[end] == UInt8(ascii: ":") ? end + 1 : index
  }

  private static func dropPrefix(
    of scheme: IdentifierScheme,
    _ result: inout [UInt8],
    _ start: Int
  ) {
    guard scheme.prefix.0 != 0, result.count >= start + 7, result[start] == scheme.prefix.0,
      result[start + 1] == scheme.prefix.1, isDigit(result[start + 2]) || isDigit(result[start + 3])
    else { return }
    result.removeSubrange(start..<(start + 2))
  }

  private static func isSignificant(_ value: [UInt8], from start: Int) -> Bool {
    guard (5...40).contains(value.count - start) else { return false }
    var digits = 0
    var isUniform = true
    var crosses = 0
    for index in start..<value.count {
      let byte = value[index]
      if isDigit(byte) { digits += 1 }
      if byte != value[start] { isUniform = false }
      crosses = byte == UInt8(ascii: "X") ? crosses + 1 : 0
      if crosses == 4 { return false }
    }
    return digits >= 3 && !isUniform
  }

  private static let placeholders: Set<[UInt8]> = Set(
    [
      "N/A", "NA", "N.A.", "NONE", "NULL", "NIL", "UNKNOWN", "TBD", "TBC", "XXX", "XXXX",
      "NOT APPLICABLE", "NOT AVAILABLE", "0", "00", "000", "0000", "00000", "000000", "0000000",
      "00000000", "000000000", "0000000000",
    ].map { Array($0.utf8) }
  )

  private static func isPlaceholder(_ value: [UInt8], from start: Int) -> Bool {
    guard value.count - start <= 14 else { return false }
    return placeholders.contains(value[start...].map { (97...122).contains($0) ? $0 - 32 : $0 })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    // Dash, dot and slash are 45 to 47.
    isBlank(byte) || byte &- 45 < 3 || byte == UInt8(ascii: "_")
  }
}
