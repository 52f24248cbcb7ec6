/// Puts the content of one mail of an mbox together.
struct MboxCollector {
  let variant: MboxVariant
  let maximumSize: Int
  private var content: [UInt8] = []
  private var removedQuotes: [Int] = []
  private var isTooLarge = false
  /// Whether the `>` at the start of what comes next is to be left out.
  private var isQuoted = false

  init(variant: MboxVariant, maximumSize: Int) {
    self.variant = variant
    self.maximumSize = maximumSize
  }

  /// Looks at the start of the line that comes next.
  mutating func startLine(_ head: ArraySlice<UInt8>) {
    let count = unsafe head.withUnsafeBytes { unsafe variant.quote($0) }
    isQuoted = count > 0
  }

  /// Takes bytes as they stand in the file.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    let kept = isQuoted ? bytes.dropFirst() : bytes
    if isQuoted, !isTooLarge { removedQuotes.append(content.count) }
    isQuoted = false
    // The empty line after the mail is taken off only at the end.
    guard !isTooLarge, content.count + kept.count <= maximumSize + 2 else {
      isTooLarge = true
      content = []
      removedQuotes = []
      return
    }
    content += kept
  }

  /// Takes a whole body whose length is known.
  ///
  /// If a line in it begins with `From `, the writer has changed no line.
  mutating func takeBody(_ bytes: ArraySlice<UInt8>) {
    let starts = Self.lineStarts(bytes)
    let isUntouched = starts.contains { bytes[$0...].starts(with: Array("From ".utf8)) }
    guard !isUntouched else { return take(bytes) }
    var from = bytes.startIndex
    for start in starts where bytes[start] == UInt8(ascii: ">") {
      take(bytes[from..<start])
      startLine(bytes[start...])
      from = start
    }
    take(bytes[from...])
  }

  /// Where lines begin that begin with `F` or `>`.
  private static func lineStarts(_ bytes: ArraySlice<UInt8>) -> [Int] {
    var starts: [Int] = []
    var previous: UInt8 = 0x0A
    for index in bytes.indices {
      let byte = bytes[index]
      if previous == 0x0A, byte == UInt8(ascii: "F") || byte == UInt8(ascii: ">") {
        starts.append(index)
      }
      previous = byte
    }
    return starts
  }

  /// Leaves out the line end of the empty line that the file has after each mail.
  mutating func dropLineEnd() {
    if content.last == 0x0A { content.removeLast() }
    if content.last == 0x0D { content.removeLast() }
  }

  /// The mail.
  func message(at offset: Int, length: Int, envelope: [UInt8]) -> MboxMessage {
    let isWhole = !isTooLarge && content.count <= maximumSize
    return MboxMessage(
      offset: offset,
      length: length,
      envelope: envelope,
      content: isWhole ? content : nil,
      removedQuotes: isWhole ? removedQuotes : []
    )
  }
}
