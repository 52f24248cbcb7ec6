/// Quoted-printable (RFC 2045, 6.7).
///
/// Leniencies: lower-case digits, lines of any length, bytes outside ASCII; an equals sign that
/// starts nothing stays as it is.
enum QuotedPrintable {
  /// The decoded bytes; line ends stay as they are written.
  static func decode(_ text: ArraySlice<UInt8>) -> DecodedBytes {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var defects: MessageDefects = []
    var lines = LineReader(text)
    while let line = lines.next() {
      var end = line.end
      while end > line.start, text[end - 1].isBlank { end -= 1 }
      let isSoft = end > line.start && text[end - 1] == .equals
      if isSoft { end -= 1 }
      decodeLine(text[line.start..<end], &result, &defects)
      if !isSoft { result += text[line.end..<line.next] }
    }
    return DecodedBytes(bytes: result, defects: defects)
  }

  private static func decodeLine(
    _ line: ArraySlice<UInt8>,
    _ result: inout [UInt8],
    _ defects: inout MessageDefects
  ) {
    var start = line.startIndex
    while let mark = line.first(.equals, from: start) {
      result += line[start..<mark]
      if mark + 2 < line.endIndex, let high = line[mark + 1].hexadecimal,
        let low = line[mark + 2].hexadecimal
      {
        result.append(high << 4 | low)
        start = mark + 3
      } else {
        defects.insert(.malformedEncoding)
        result.append(.equals)
        start = mark + 1
      }
    }
    result += line[start...]
  }

  /// The bytes of a text in lines of at most 76 characters.
  ///
  /// Line feeds become CR LF; everything but printable ASCII is encoded, and blanks at the end of
  /// a line, a `From` at its start and a single dot, which some servers change.
  static func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var width = 0
    for index in text.indices {
      let byte = text[index]
      if byte == .lineFeed {
        result += [.carriageReturn, .lineFeed]
        width = 0
        continue
      }
      let isLast = index + 1 == text.endIndex || text[index + 1] == .lineFeed
      let encoded = isSafe(byte, isLast: isLast, startsLine: width == 0) ? [byte] : escape(byte)
      if width + encoded.count > (isLast ? 76 : 75) {
        result += [.equals, .carriageReturn, .lineFeed]
        width = 0
      }
      result += encoded
      width += encoded.count
    }
    return result
  }

  private static func isSafe(_ byte: UInt8, isLast: Bool, startsLine: Bool) -> Bool {
    if byte.isBlank { return !isLast }
    if startsLine, byte == UInt8(ascii: "F") || byte == UInt8(ascii: ".") { return false }
    return 0x21...0x7E ~= byte && byte != .equals
  }

  /// The byte as `=` and two upper-case hexadecimal digits.
  static func escape(_ byte: UInt8) -> [UInt8] {
    [.equals, digit(byte >> 4), digit(byte & 15)]
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x37 }
}
