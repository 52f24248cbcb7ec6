import Importing

/// The part of an mbox that is looked at: some bytes before the position, and what follows.
///
/// It grows only when more than its size is asked for at once.
struct MboxBuffer {
  private let source: any ByteSource
  private var bytes: [UInt8]
  private var isAtEnd = false
  /// Where the bytes that are still to be taken begin.
  private(set) var position = 0
  /// Where the filled part ends.
  private(set) var end = 0
  /// How many bytes of the file lie before ``position``.
  private(set) var offset: Int

  /// So many bytes before the position are kept, to see whether a line before is empty.
  private static let lookBack = 3

  init(_ source: any ByteSource, from offset: Int, size: Int = 256 << 10) {
    self.source = source
    self.offset = offset
    bytes = [UInt8](repeating: 0, count: size)
  }

  /// Whether at least so many bytes follow the position; reads more if that is needed.
  mutating func has(_ count: Int) throws -> Bool {
    while end - position < count, !isAtEnd { try fill(count) }
    return end - position >= count
  }

  private mutating func fill(_ count: Int) throws {
    let keep = max(position - Self.lookBack, 0)
    if keep > 0 {
      bytes.replaceSubrange(0..<end - keep, with: bytes[keep..<end])
      position -= keep
      end -= keep
    }
    let wanted = position + count
    if wanted > bytes.count {
      let more = max(wanted - bytes.count, bytes.count / 2)
      bytes += [UInt8](repeating: 0, count: more)
    }
    let from = end
    let read = try unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[from...]))
    }
    end += read
    isAtEnd = read == 0
  }

  /// The next bytes, at most so many, without taking them; fewer only at the end.
  mutating func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    _ = try has(count)
    return bytes[position..<min(position + count, end)]
  }

  /// The bytes that are there from the position on, so many after it.
  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[position + range.lowerBound..<position + range.upperBound]
  }

  /// Takes bytes.
  mutating func skip(_ count: Int) {
    position += count
    offset += count
  }

  /// Whether the bytes before the position end an empty line, or nothing is before it.
  var isAfterEmpty: Bool {
    guard position > 0 else { return true }
    guard position >= 2, bytes[position - 1] == 0x0A else { return false }
    if bytes[position - 2] == 0x0A { return true }
    return position >= 3 && bytes[position - 2] == 0x0D && bytes[position - 3] == 0x0A
  }

  /// How many bytes follow up to the end of the line with its line end, within what is there;
  /// nil if the line goes on beyond it.
  func lineLength() -> Int? {
    bytes[position..<end].firstIndex(of: 0x0A).map { $0 + 1 - position }
  }

  /// How many bytes follow up to a line that begins with `F` or `>`, within what is there.
  ///
  /// - Returns: The count, and whether such a line follows; otherwise all that is there was
  ///   looked at, up to the last line end if there is one.
  func plainLength() -> (count: Int, isAtMark: Bool) {
    unsafe bytes.withUnsafeBytes { all in
      let region = unsafe UnsafeRawBufferPointer(rebasing: all[position..<end])
      var start = 0
      while start < region.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: region[start...])
        guard let found = unsafe rest.firstIndex(of: 0x0A) else { break }
        start += found + 1
        guard start < region.count else { return (start, false) }
        let byte = unsafe region[start]
        if byte == UInt8(ascii: "F") || byte == UInt8(ascii: ">") { return (start, true) }
      }
      return (region.count, false)
    }
  }
}
