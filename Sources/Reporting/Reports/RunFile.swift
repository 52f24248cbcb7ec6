import Foundation

/// A temporary file without a name, for sorted pieces.
@safe
final class RunFile {
  private let stream: UnsafeMutablePointer<FILE>
  /// How many bytes it has.
  private(set) var count: Int64 = 0

  init() throws {
    guard let stream = unsafe tmpfile() else { throw Self.failure() }
    unsafe self.stream = stream
  }

  deinit { unsafe fclose(stream) }

  func append(_ bytes: ArraySlice<UInt8>) throws {
    let written = unsafe bytes.withUnsafeBytes {
      unsafe fwrite($0.baseAddress, 1, $0.count, stream)
    }
    guard written == bytes.count else { throw Self.failure() }
    count += Int64(written)
  }

  /// Reads so many bytes from an offset.
  func read(_ count: Int, at offset: Int64) throws -> [UInt8] {
    guard unsafe fflush(stream) == 0 else { throw Self.failure() }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      size = max(0, unsafe pread(fileno(stream), buffer.baseAddress, count, off_t(offset)))
    }
    guard bytes.count == count else { throw Self.failure() }
    return bytes
  }

  private static func failure() -> OutputError {
    let code = errno
    return .unwritable(code: code, reason: unsafe String(cString: strerror(code)))
  }
}

/// Reads the pieces of a run one after the other.
final class RunReader {
  private static let bufferSize = 64 << 10

  private let file: RunFile
  private var rest: Range<Int64>
  private let number: Int
  private var buffer: ArraySlice<UInt8> = []
  /// The current piece; meaningless before the first and after the last one.
  private(set) var head = SortedPiece(bytes: [])

  init(_ file: RunFile, _ run: Range<Int64>, number: Int) {
    self.file = file
    rest = run
    self.number = number
  }

  /// Goes on to the next piece.
  ///
  /// - Returns: False when there is none.
  func advance() throws -> Bool {
    guard try has(SortedPiece.headSize) else { return false }
    let size = SortedPiece.size(buffer)
    guard try has(size) else { return false }
    head = SortedPiece(bytes: buffer.prefix(size))
    buffer = buffer.dropFirst(size)
    return true
  }

  /// Whether the current piece comes before that of another run; the earlier run for equal ones.
  func isBefore(_ other: RunReader) -> Bool {
    let order = head.compared(to: other.head)
    return order == 0 ? number < other.number : order < 0
  }

  /// Whether so many bytes are left, which are in the buffer then.
  private func has(_ count: Int) throws -> Bool {
    guard buffer.count < count else { return true }
    guard buffer.count + rest.count >= count else { return false }
    let more = min(rest.count, max(Self.bufferSize, count) - buffer.count)
    buffer = try ArraySlice(Array(buffer) + file.read(more, at: rest.lowerBound))
    rest = rest.lowerBound + Int64(more)..<rest.upperBound
    return true
  }
}
