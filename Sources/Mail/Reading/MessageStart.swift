/// Finds where a message starts, and makes its lines end with LF.
struct MessageStart {
  /// The message from its first field on.
  private(set) var bytes: Bytes
  /// The mbox line before it, without its line end.
  private(set) var envelopeLine: Bytes?
  /// What was tolerated.
  private(set) var defects: MessageDefects = []

  /// Whether lone CR were replaced.
  private(set) var isMended = false

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Looks at the bytes of a message.
  init(_ raw: Bytes) {
    bytes = raw
    mendLineEnds()
    skipBlankLines()
    takeEnvelopeLine()
  }

  /// Notes that a message has no fields at all.
  mutating func checkFields(of root: MessagePart) {
    if root.headers.isEmpty { defects.insert(.noFields) }
  }

  /// Puts LF in the place of CR where there is no LF at all; all offsets stay.
  private mutating func mendLineEnds() {
    guard bytes.first(.lineFeed, from: bytes.startIndex) == nil,
      bytes.first(.carriageReturn, from: bytes.startIndex) != nil
    else { return }
    isMended = true
    defects.insert(.loneCarriageReturn)
    for index in bytes.indices where bytes[index] == .carriageReturn { bytes[index] = .lineFeed }
  }

  private mutating func skipBlankLines() {
    if bytes.starts(with: Self.byteOrderMark) {
      bytes = bytes.dropFirst(3)
      defects.insert(.leadingBlankLines)
    }
    var lines = LineReader(bytes)
    while let line = lines.next(), bytes[line.start..<line.end].allSatisfy(\.isSpace) {
      // Fields may be missing: then the blank line is the end of the header block.
      guard line.next < bytes.endIndex else { break }
      bytes = bytes[line.next...]
      defects.insert(.leadingBlankLines)
    }
  }

  private mutating func takeEnvelopeLine() {
    guard bytes.starts(with: "From ".utf8) || bytes.starts(with: ">From ".utf8) else { return }
    var lines = LineReader(bytes)
    guard let line = lines.next() else { return }
    envelopeLine = bytes[line.start..<line.end]
    defects.insert(.envelopeLine)
    bytes = bytes[line.next...]
    skipBlankLines()
  }
}
