/// The lines of a message that start with two hyphens, found once for all multipart bodies in it.
struct DelimiterLines {
  private let bytes: Bytes
  /// Where the lines start, in their order, counted from the first byte.
  private let offsets: [UInt32]

  /// What a line is for a boundary (RFC 2046, 5.1.1).
  enum Kind {
    /// The start of a part.
    case delimiter
    /// The end of the last part.
    case closing
  }

  /// One line that belongs to a boundary.
  struct Found {
    var kind: Kind
    var line: LineReader.Line
  }

  /// Finds the lines; of bytes beyond the four-thousand-millionth none.
  init(_ bytes: Bytes) {
    self.bytes = bytes
    var offsets: [UInt32] = []
    var position = bytes.startIndex
    while position < bytes.endIndex - 1, position - bytes.startIndex < UInt32.max {
      if bytes[position] == .hyphen, bytes[position + 1] == .hyphen {
        offsets.append(UInt32(position - bytes.startIndex))
      }
      guard let feed = bytes.first(.lineFeed, from: position) else { break }
      position = feed + 1
    }
    self.offsets = offsets
  }

  /// The lines of a boundary in a range, up to the closing one.
  func lines(of boundary: [UInt8], in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    for offset in starts(in: range) {
      guard let line = match(boundary, at: offset, end: range.upperBound) else { continue }
      found.append(line)
      if line.kind == .closing { break }
    }
    return found
  }

  /// A boundary that the lines of a range suggest: the first that stands there again; nil if none.
  ///
  /// Lines with blanks in them and lines of hyphens alone suggest nothing.
  func guess(in range: Range<Int>) -> [UInt8]? {
    var seen: Set<[UInt8]> = []
    for start in starts(in: range).prefix(1_000) {
      let end = bytes.first(.lineFeed, from: start) ?? bytes.endIndex
      let text = bytes[start + 2..<max(start + 2, min(end, range.upperBound))].trimmed
      guard 1...200 ~= text.count, text.allSatisfy({ 0x21...0x7E ~= $0 }),
        text.contains(where: { $0 != .hyphen })
      else { continue }
      if text.has("--".utf8, at: text.endIndex - 2), seen.contains(Array(text.dropLast(2))) {
        return Array(text.dropLast(2))
      }
      guard seen.insert(Array(text)).inserted else { return Array(text) }
    }
    return nil
  }

  private func starts(in range: Range<Int>) -> some Sequence<Int> {
    let first = bytes.startIndex
    let from = index(of: range.lowerBound - first)
    let end = max(from, index(of: range.upperBound - first))
    return offsets[from..<end].lazy.map { Int($0) + first }
  }

  /// The place of the first line that starts at the offset or later.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the line at an index is for a boundary; nil if nothing.
  ///
  /// Only blanks may follow, so that a boundary that starts with another one is no match for it.
  private func match(_ boundary: [UInt8], at start: Int, end: Int) -> Found? {
    guard bytes.has(boundary, at: start + 2) else { return nil }
    var index = start + 2 + boundary.count
    let isClosing = bytes.has("--".utf8, at: index)
    if isClosing { index += 2 }
    while index < end, bytes[index].isBlank || bytes[index] == .carriageReturn { index += 1 }
    guard index >= end || bytes[index] == .lineFeed else { return nil }
    let next = min(end, index + 1)
    let line = LineReader.Line(start: start, end: min(end, index), next: next)
    return Found(kind: isClosing ? .closing : .delimiter, line: line)
  }
}
