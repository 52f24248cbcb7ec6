/// The encoding of the POSIX command `uuencode`: a `begin` line with mode and name, lines of which
/// the first character tells the number of bytes, an `end` line.
enum UUEncoding {
  /// One file that is encoded within other lines.
  struct File {
    /// The bytes of the name.
    var name: ArraySlice<UInt8>
    var content: DecodedBytes
    /// The lines from `begin` to `end`, line ends included.
    var range: Range<Int>
  }

  /// The decoded bytes of the first file; lines without `begin` are all decoded.
  static func decode(_ text: ArraySlice<UInt8>) -> DecodedBytes {
    if let file = files(in: text, atMost: 1).first { return file.content }
    var lines = LineReader(text)
    return decodeLines(&lines, needsEnd: false)
      ?? DecodedBytes(bytes: [], defects: .malformedEncoding)
  }

  /// The files in a text in their order; one without an `end` line is none.
  static func files(in text: ArraySlice<UInt8>, atMost limit: Int) -> [File] {
    var files: [File] = []
    var lines = LineReader(text)
    while files.count < limit, let line = lines.next() {
      guard let name = name(text[line.start..<line.end]) else { continue }
      guard let content = decodeLines(&lines, needsEnd: true) else { continue }
      files.append(File(name: name, content: content, range: line.start..<lines.position))
    }
    return files
  }

  /// The name in a `begin` line; nil for another line.
  private static func name(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: "begin ".utf8) else { return nil }
    let rest = line.dropFirst(6)
    let mode = rest.prefix { 0x30...0x37 ~= $0 }
    guard 3...4 ~= mode.count, mode.endIndex < rest.endIndex, rest[mode.endIndex] == .space
    else { return nil }
    let name = rest[mode.endIndex...].trimmed
    return name.isEmpty ? nil : name
  }

  /// Decodes lines up to `end`; nil where a line is not encoded, or `end` is missing and needed.
  private static func decodeLines(_ lines: inout LineReader, needsEnd: Bool) -> DecodedBytes? {
    var bytes: [UInt8] = []
    var ahead = lines
    while let line = ahead.next() {
      let text = ahead.bytes[line.start..<line.end]
      if text.trimmed.elementsEqual("end".utf8) {
        lines = ahead
        return DecodedBytes(bytes: bytes, defects: [])
      }
      guard decodeLine(text, &bytes) else {
        return needsEnd ? nil : DecodedBytes(bytes: bytes, defects: .malformedEncoding)
      }
    }
    return needsEnd ? nil : DecodedBytes(bytes: bytes, defects: .malformedEncoding)
  }

  /// Decodes one line; blanks at its end may be missing.
  private static func decodeLine(_ line: ArraySlice<UInt8>, _ bytes: inout [UInt8]) -> Bool {
    guard let first = line.first else { return true }
    guard line.allSatisfy({ 0x20...0x60 ~= $0 }) else { return false }
    let length = Int((first &- 0x20) & 0x3F)
    let groups = (length + 2) / 3
    guard line.count - 1 <= groups * 4 + 2 else { return false }
    let start = bytes.count
    for group in 0..<groups {
      var bits: UInt32 = 0
      for place in 0..<4 {
        let index = line.startIndex + 1 + group * 4 + place
        let character = index < line.endIndex ? line[index] : .space
        bits = bits << 6 | UInt32((character &- 0x20) & 0x3F)
      }
      for place in 0..<3 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place))) }
    }
    bytes.removeLast(bytes.count - start - length)
    return true
  }
}
