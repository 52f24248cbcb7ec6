/// Turns a source in another encoding into one in UTF-8, piece by piece.
///
/// A byte order mark of the encoding's family is dropped. What the encoding does not define (in
/// Windows-1252 the bytes 81, 8D, 8F, 90 and 9D; in UTF-16 a lone surrogate or a single last
/// byte) becomes U+FFFD and is counted.
public final class TranscodingSource: ByteSource {
  private let source: any ByteSource
  private var encoding: TextEncoding
  private var raw = [UInt8](repeating: 0, count: 64 << 10)
  /// UTF-8 that was not handed out yet, from `position` on.
  private var ready: [UInt8] = []
  private var position = 0
  private var isStarted = false
  private var isLast = false
  /// The first byte of a UTF-16 unit whose second one is still to come.
  private var half: UInt8?
  /// A high surrogate whose low one is still to come.
  private var surrogate: UInt16?
  private var undefined = 0
  private var firstUndefinedLine = 0
  private var line = 1
  /// Whether the latest character was a CR, whose line a following LF does not end again.
  private var isAfterReturn = false
  /// The encoding that a byte order mark of another family names, once something was read.
  private(set) var foreignMark: String?

  /// Makes a source that gives the other source's characters in UTF-8.
  public init(_ source: any ByteSource, from encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
  }

  /// Fills the buffer with what comes next, in UTF-8.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == ready.count {
      if isLast { return 0 }
      try refill()
    }
    let count = min(buffer.count, ready.count - position)
    unsafe buffer.copyBytes(from: ready[position..<position + count])
    position += count
    return count
  }

  /// What could not be read so far, as one problem with a count; nil if there was nothing.
  public func problem(in file: String?) -> Problem? {
    guard undefined > 0 else { return nil }
    let name = encoding.rawValue.uppercased()
    let places = undefined == 1 ? "1 place" : "\(undefined) places"
    return Problem(
      "encoding.undefined",
      .warning,
      file: file,
      place: Place(line: firstUndefinedLine),
      message: "The file is not \(name) at \(places), first on this line; U+FFFD stands there.",
      remedy: "Check the encoding that the profile states."
    )
  }

  private func refill() throws {
    ready.removeAll(keepingCapacity: true)
    position = 0
    var count = 0
    repeat {
      let filled = count
      let read = try unsafe raw.withUnsafeMutableBytes {
        unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      isLast = read == 0
      count += read
    } while !isStarted && !isLast && count < 4
    var bytes = raw[..<count]
    if !isStarted { bytes = withoutMark(bytes) }
    isStarted = true
    switch encoding {
    case .utf8: ready += bytes
    case .latin1: for byte in bytes { append(UInt32(byte)) }
    case .windows1252: for byte in bytes { appendWindows(byte) }
    case .utf16LittleEndian, .utf16BigEndian: appendUTF16(bytes)
    }
  }

  /// Drops a byte order mark of the family, and remembers one of another family.
  private func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      if encoding == .utf8 { return bytes.dropFirst(3) }
      foreignMark = "UTF-8"
    }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    guard isWide else {
      foreignMark = "UTF-16"
      return bytes
    }
    encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
    return bytes.dropFirst(2)
  }

  private func appendUTF16(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let isLittle = encoding == .utf16LittleEndian
      let unit = isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      appendUnit(unit)
    }
    guard isLast else { return }
    if surrogate != nil { appendUndefined() }
    if half != nil { appendUndefined() }
    surrogate = nil
    half = nil
  }

  private func appendUnit(_ unit: UInt16) {
    if let high = surrogate {
      surrogate = nil
      if unit & 0xFC00 == 0xDC00 {
        return append(0x10000 + UInt32(high & 0x3FF) << 10 + UInt32(unit & 0x3FF))
      }
      appendUndefined()
    }
    switch unit & 0xFC00 {
    case 0xD800: surrogate = unit
    case 0xDC00: appendUndefined()
    default: append(UInt32(unit))
    }
  }

  @inline(__always)
  private func appendWindows(_ byte: UInt8) {
    guard byte & 0xE0 == 0x80 else { return append(UInt32(byte)) }
    let scalar = Self.windows1252[Int(byte & 0x1F)]
    if scalar == 0 { appendUndefined() } else { append(scalar) }
  }

  private func appendUndefined() {
    undefined += 1
    if undefined == 1 { firstUndefinedLine = line }
    append(0xFFFD)
  }

  /// Adds a code point in UTF-8, and counts lines.
  @inline(__always)
  private func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      if scalar == 0x0D || scalar == 0x0A && !isAfterReturn { line += 1 }
      isAfterReturn = scalar == 0x0D
      return ready.append(UInt8(scalar))
    }
    isAfterReturn = false
    guard let character = Unicode.Scalar(scalar) else { return }
    ready.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
  }

  /// The bytes 80 to 9F of Windows-1252, by the WHATWG Encoding Standard; 0 if undefined.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
