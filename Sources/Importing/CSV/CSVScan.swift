/// Takes one record apart, eight bytes at a time.
///
/// Every special byte (delimiter, quote, escape) and every control byte stops the copying of
/// plain text; what it means depends on whether the position is inside quotes. The byte at `end`
/// must be a line feed, so that no loop needs to test for the end: only a line feed is compared
/// with it. Eight more bytes after it are read and thrown away. The result is never longer than
/// the input; it may be followed by seven bytes of rubbish.
@safe
struct CSVScan {
  /// How an attempt ended.
  enum Outcome {
    /// The record is complete; `position` is after its line end.
    case record
    /// The input ends within the record.
    case needsMore
    /// The source ends within quotes.
    case unclosed
  }

  /// The place of something doubtful; a field of 0 means none.
  struct Finding {
    var field = 0
    var line = 0
  }

  let input: UnsafePointer<UInt8>
  let end: Int
  let isLast: Bool
  let output: UnsafeMutablePointer<UInt8>
  let ends: UnsafeMutablePointer<Int>
  let fieldLimit: Int
  let marks: CSVMarks

  var position: Int
  var line: Int
  /// The number of bytes in `output`.
  var written = 0
  /// The number of fields found; `ends` holds at most `fieldLimit` of them.
  var fields = 0
  /// Has the highest bit of a byte set if there is a byte outside ASCII.
  var bits: UInt64 = 0
  var hasQuotes = false
  var hasLineEnd = true
  /// Where the record's text ends in the input, before the line end.
  var textEnd = 0
  /// Whether the position is within quotes.
  var inQuotes = false
  /// Where the latest quote was opened, and its place.
  var opening = 0
  var opened = Finding()
  var quoteInside = Finding()
  var textAfterQuote = Finding()
  var nul = Finding()
  /// How the attempt ended, set by the reader.
  var outcome = Outcome.needsMore
  /// Whether one of the findings is set.
  var isDoubtful = false

  /// Reads from `position` to the end of the record.
  @inline(__always)
  mutating func record() -> Outcome {
    while true {
      var floor = written
      var isQuoted = false
      if marks.trims { skipBlanks() }
      if marks.hasQuote, byte() == marks.quote {
        if let stop = quotedPart() { return stop }
        floor = written
        isQuoted = true
        noteTextAfterQuote()
      }
      switch plainPart(afterQuotes: isQuoted) {
      case .delimiter:
        endField(floor: floor)
        position += 1
      case .lineEnd:
        endField(floor: floor)
        return .record
      case .input: return .needsMore
      }
    }
  }

  private enum Stop {
    case delimiter
    case lineEnd
    case input
  }

  /// Copies what is outside quotes up to the end of the field.
  ///
  /// Quotes after a quoted part are not noted again.
  @inline(__always)
  private mutating func plainPart(afterQuotes: Bool) -> Stop {
    while true {
      copyPlain(marks.stopsOutside)
      let byte = byte()
      if byte == marks.delimiter { return .delimiter }
      if byte == 0x0A || byte == 0x0D { return lineEnd(byte) }
      if marks.hasEscape, byte == marks.escape {
        guard escaped() else { return .input }
      } else {
        if marks.hasQuote, byte == marks.quote, !afterQuotes { note(\.quoteInside) }
        if byte == 0 { note(\.nul) }
        copyOne()
      }
    }
  }

  /// Copies what is inside quotes, and passes the closing quote.
  ///
  /// - Returns: Nil if the quote was closed.
  private mutating func quotedPart() -> Outcome? {
    hasQuotes = true
    inQuotes = true
    opening = position
    opened = Finding(field: fields + 1, line: line)
    position += 1
    while true {
      copyPlain(marks.stopsInside)
      let byte = byte()
      if byte == marks.quote {
        position += 1
        guard position < end, self.byte() == marks.quote else { break }
        copyOne()
      } else if marks.hasEscape, byte == marks.escape {
        guard escaped() else { return isLast ? .unclosed : .needsMore }
      } else {
        guard position < end else { return isLast ? .unclosed : .needsMore }
        noteControl(byte)
        copyOne()
      }
    }
    inQuotes = false
    return nil
  }

  /// Counts a line at the first byte of a line end, and finds NUL bytes.
  private mutating func noteControl(_ byte: UInt8) {
    let isPair = unsafe byte == 0x0A && input[position - 1] == 0x0D
    if byte == 0x0D || byte == 0x0A && !isPair { line += 1 }
    if byte == 0 { note(\.nul) }
  }

  /// Copies the byte after an escape, or both bytes of a CRLF; at the end the escape itself.
  ///
  /// - Returns: False if more input is needed or quotes are left open.
  private mutating func escaped() -> Bool {
    guard position + 1 < end else {
      guard isLast else { return false }
      copyOne()
      return !inQuotes
    }
    position += 1
    let byte = byte()
    if byte == 0x0D, position + 1 == end, !isLast { return false }
    if byte == 0x0A || byte == 0x0D { line += 1 }
    if byte == 0 { note(\.nul) }
    copyOne()
    if byte == 0x0D, position < end, self.byte() == 0x0A { copyOne() }
    return true
  }

  /// Ends the record at a line end, or at the end of the source.
  @inline(__always)
  private mutating func lineEnd(_ byte: UInt8) -> Stop {
    textEnd = position
    if position == end {
      hasLineEnd = false
      return isLast ? .lineEnd : .input
    }
    if byte == 0x0D {
      guard position + 1 < end || isLast else { return .input }
      if position + 1 < end, unsafe input[position + 1] == 0x0A { position += 1 }
    }
    position += 1
    line += 1
    return .lineEnd
  }

  @inline(__always)
  private mutating func endField(floor: Int) {
    if marks.trims {
      while written > floor, marks.isBlank(unsafe output[written - 1]) { written -= 1 }
    }
    if fields < fieldLimit { unsafe ends[fields] = written }
    fields += 1
  }

  private mutating func skipBlanks() {
    while marks.isBlank(byte()) { position += 1 }
  }

  /// Notes that text follows a closing quote; blanks do not count if they are trimmed.
  private mutating func noteTextAfterQuote() {
    if marks.trims { skipBlanks() }
    let byte = byte()
    if byte != marks.delimiter, byte != 0x0A, byte != 0x0D { note(\.textAfterQuote) }
  }

  @inline(never)
  private mutating func note(_ kind: WritableKeyPath<CSVScan, Finding>) {
    guard self[keyPath: kind].field == 0 else { return }
    isDoubtful = true
    self[keyPath: kind] = Finding(field: fields + 1, line: line)
  }

  @inline(__always)
  private func byte() -> UInt8 { unsafe input[position] }

  @inline(__always)
  private mutating func copyOne() {
    let byte = byte()
    bits |= UInt64(byte)
    unsafe output[written] = byte
    position += 1
    written += 1
  }

  /// Copies up to the next byte that stops.
  @inline(__always)
  private mutating func copyPlain(_ stops: CSVMarks.Stops) {
    while true {
      let word = unsafe UInt64(
        littleEndian: UnsafeRawPointer(input + position).loadUnaligned(as: UInt64.self)
      )
      unsafe UnsafeMutableRawPointer(output + written)
        .storeBytes(of: word.littleEndian, as: UInt64.self)
      let found = stops.find(in: word)
      if found == 0 {
        bits |= word
        position += 8
        written += 8
        continue
      }
      bits |= word & ((found & (0 &- found)) &- 1)
      let count = found.trailingZeroBitCount >> 3
      position += count
      written += count
      return
    }
  }
}
