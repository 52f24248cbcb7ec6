/// A stream of bytes that is read once from start to end.
///
/// A value for one reader on one thread.
public protocol ByteSource: AnyObject {
  /// Fills the buffer from its start.
  ///
  /// - Returns: The number of bytes read; 0 only at the end.
  /// - Throws: A ``Problem`` with code `file.unreadable`, or one that names a limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes in memory as a source.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a source of the bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Makes a source of a text's UTF-8 bytes.
  public convenience init(_ text: String) { self.init(Array(text.utf8)) }

  /// Fills the buffer with what comes next.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    unsafe buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
