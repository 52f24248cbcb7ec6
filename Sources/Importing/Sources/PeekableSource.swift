/// A source whose start can be looked at before it is read.
public final class PeekableSource: ByteSource {
  private let source: any ByteSource
  /// What was looked at and not yet read, from `position` on.
  private var start: [UInt8] = []
  private var position = 0

  /// Makes a source that gives the same bytes as the other one.
  public init(_ source: any ByteSource) { self.source = source }

  /// The next bytes, which stay to be read.
  ///
  /// - Returns: So many bytes; fewer only if the source ends or fails before.
  public func peek(_ count: Int) throws -> [UInt8] {
    start.removeFirst(position)
    position = 0
    let filled = start.count
    guard filled < count else { return Array(start[..<count]) }
    start += [UInt8](repeating: 0, count: count - filled)
    var end = filled
    defer { start.removeLast(start.count - end) }
    while end < count {
      let from = end
      let read = try unsafe start.withUnsafeMutableBytes {
        unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[from...]))
      }
      guard read > 0 else { break }
      end += read
    }
    return Array(start[..<end])
  }

  /// Fills the buffer with what comes next.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard position < start.count else { return try unsafe source.read(into: buffer) }
    let count = min(buffer.count, start.count - position)
    unsafe buffer.copyBytes(from: start[position..<position + count])
    position += count
    return count
  }
}
