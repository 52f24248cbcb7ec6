/// Reads a header block: fields, one a line, continued on lines that start with a blank, up to a
/// blank line (RFC 5322, 2.2).
///
/// Leniencies: lines may end with LF, CR LF or CR CR LF; a lone CR ends a line where a field, a
/// blank or another CR follows it. Blanks may stand before the colon. A line that is no field is
/// passed over if a field with a usual name follows before a blank line, else the body starts with
/// it; the first line of a part that is no message is never passed over. A line of blanks
/// continues a field, unless text follows it that is none.
struct HeaderReader {
  private let bytes: Bytes
  private let limits: MessageLimits
  private var position: Int
  private var entries: [HeaderFields.Entry] = []
  /// Whether a continuation belongs to the last entry.
  private var continues = false
  private var defects: MessageDefects = []
  /// Whether the first line may be passed over.
  private let isMessage: Bool
  /// Where the lines end that were found to be strays.
  private var strayEnd = 0

  /// How far a usual field may be from a line that is none.
  private static let strayLines = 100
  /// The names by which a header block is known to go on.
  private static let usualNames: Set = [
    "received", "return-path", "delivered-to", "from", "sender", "reply-to", "to", "cc", "subject",
    "date", "message-id", "in-reply-to", "references", "mime-version", "content-type",
    "content-transfer-encoding", "content-disposition", "content-id", "content-language",
    "auto-submitted", "precedence", "authentication-results", "dkim-signature", "list-id",
  ]

  /// What a block holds.
  struct Block {
    var fields: HeaderFields
    /// Where the body starts.
    var bodyStart: Int
    var defects: MessageDefects
  }

  /// Reads the block at the start of the bytes.
  static func read(_ bytes: Bytes, limits: MessageLimits, isMessage: Bool = false) -> Block {
    var reader = Self(bytes, limits, isMessage)
    return reader.read()
  }

  private init(_ bytes: Bytes, _ limits: MessageLimits, _ isMessage: Bool) {
    self.bytes = bytes
    self.limits = limits
    self.isMessage = isMessage
    position = bytes.startIndex
  }

  private mutating func read() -> Block {
    var end = bytes.endIndex
    var bodyStart = bytes.endIndex
    while position < bytes.endIndex {
      let line = line(at: position)
      let isTooLong = !line.isEmpty && line.end - bytes.startIndex > limits.headerBytes
      if line.isEmpty || isTooLong || startsBody(line) {
        if isTooLong { defects.insert(.headerCut) }
        end = position
        bodyStart = isTooLong ? afterBlankLine(position) : line.isEmpty ? line.next : position
        break
      }
      take(line)
      position = line.next
    }
    if let last = entries.last, last.valueEnd > end { entries[entries.count - 1].valueEnd = end }
    let source = bytes[bytes.startIndex..<end]
    if source.first(0, from: source.startIndex) != nil { defects.insert(.nul) }
    let fields = HeaderFields(source: source, entries: entries, fallbackCharset: nil)
    return Block(fields: fields, bodyStart: bodyStart, defects: defects)
  }

  /// Takes a line as a field, a continuation, or as something to be passed over.
  private mutating func take(_ line: LineReader.Line) {
    if bytes[line.start].isBlank {
      if continues { entries[entries.count - 1].valueEnd = line.end }
      return
    }
    continues = false
    guard let (nameEnd, colon) = colon(in: line) else { return }
    guard entries.count < limits.fields else {
      defects.insert(.fieldsCut)
      return
    }
    continues = true
    entries.append(
      .init(name: line.start, nameEnd: nameEnd, value: colon + 1, valueEnd: line.end)
    )
  }

  /// Whether a line that is neither blank nor a field belongs to the body.
  private mutating func startsBody(_ line: LineReader.Line) -> Bool {
    guard !bytes[line.start].isBlank else { return isBlankBeforeText(line) }
    guard colon(in: line) == nil, line.start >= strayEnd else { return false }
    if bytes.has("From ".utf8, at: line.start) || bytes.has(">From ".utf8, at: line.start) {
      defects.insert(.envelopeLine)
      return false
    }
    if isMessage || !entries.isEmpty, let end = usualField(after: line) {
      defects.insert(.strayHeaderLine)
      strayEnd = end
      return false
    }
    defects.insert(entries.isEmpty ? .noFields : .noBlankLine)
    return true
  }

  /// Where the next field with a usual name starts, before a blank line; nil if there is none near.
  private mutating func usualField(after line: LineReader.Line) -> Int? {
    var next = line.next
    for _ in 0..<Self.strayLines where next < bytes.endIndex {
      let following = self.line(at: next)
      if following.isEmpty { return nil }
      if let (nameEnd, _) = colon(in: following), nameEnd - next < 40 {
        let name = bytes[next..<nameEnd].ascii.lowercased()
        if Self.usualNames.contains(name) || name.hasPrefix("x-") { return next }
      }
      next = following.next
    }
    return nil
  }

  /// Whether a line has only blanks and is followed by text that is no part of the header.
  private mutating func isBlankBeforeText(_ line: LineReader.Line) -> Bool {
    if entries.isEmpty { return true }
    guard bytes[line.start..<line.end].allSatisfy(\.isBlank), line.next < bytes.endIndex else {
      return false
    }
    let following = self.line(at: line.next)
    guard !following.isEmpty, !bytes[following.start].isBlank, colon(in: following) == nil else {
      return false
    }
    defects.insert(.noBlankLine)
    return true
  }

  /// The end of the name and the place of the colon; nil for a line that is no field.
  private func colon(in line: LineReader.Line) -> (nameEnd: Int, colon: Int)? {
    var index = line.start
    while index < line.end, 0x21...0x7E ~= bytes[index], bytes[index] != .colon { index += 1 }
    guard index > line.start else { return nil }
    let nameEnd = index
    while index < line.end, bytes[index].isBlank { index += 1 }
    return index < line.end && bytes[index] == .colon ? (nameEnd, index) : nil
  }

  /// The line at an index; a lone CR ends it where that can be meant.
  private mutating func line(at start: Int) -> LineReader.Line {
    var lines = LineReader(bytes)
    lines.position = start
    guard var line = lines.next() else { return .init(start: start, end: start, next: start) }
    var from = start
    while let found = bytes[..<line.end].first(.carriageReturn, from: from) {
      if endsLine(found, within: line) {
        defects.insert(.loneCarriageReturn)
        line.next = found + 1
        line.end = found
        return line
      }
      from = found + 1
    }
    return line
  }

  /// Whether a lone CR is meant as a line end.
  private func endsLine(_ index: Int, within line: LineReader.Line) -> Bool {
    let next = index + 1
    guard next < line.end else { return false }
    if bytes[next].isBlank || bytes[next] == .carriageReturn { return true }
    let end = bytes[..<line.end].first(.carriageReturn, from: next) ?? line.end
    return colon(in: .init(start: next, end: end, next: end)) != nil
  }

  /// The start of the body after what is left of a header block that is too long.
  private func afterBlankLine(_ start: Int) -> Int {
    var lines = LineReader(bytes)
    lines.position = start
    while let line = lines.next() {
      if line.isEmpty { return line.next }
    }
    return bytes.endIndex
  }
}
