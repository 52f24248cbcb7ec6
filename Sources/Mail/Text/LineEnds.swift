/// Makes the ends of lines all alike.
enum LineEnds {
  /// The bytes with LF in place of CR LF, CR CR LF and lone CR.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes[...].first(.carriageReturn, from: 0) != nil else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while let found = bytes[...].first(.carriageReturn, from: start) {
      result += bytes[start..<found]
      var next = found + 1
      while next < bytes.count, bytes[next] == .carriageReturn { next += 1 }
      if next < bytes.count, bytes[next] == .lineFeed {
        start = next
      } else {
        result += repeatElement(.lineFeed, count: next - found)
        start = next
      }
    }
    result += bytes[start...]
    return result
  }

  /// The text with every CRLF, lone CR and lone LF as the one line end, and one at its end.
  static func normalise(_ text: [UInt8], to end: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 32 + 2)
    var start = 0
    var index = 0
    while index < text.count {
      guard text[index] == 0x0D || text[index] == 0x0A else {
        index += 1
        continue
      }
      result += text[start..<index]
      result += end
      let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    guard start < text.count else { return result }
    return result + text[start...] + end
  }
}
