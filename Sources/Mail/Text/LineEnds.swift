/// Makes all line ends of a text line feeds.
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
}
