import CZlib

/// Decompresses a gzip source (RFC 1952), also one of several members.
///
/// What was decompressed before a fault is given first; then every further call throws the
/// fault.
@safe
public final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let file: String
  private let maximumBytes: Int
  private let maximumRatio: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var read = 0
  private var written = 0
  /// Whether a member is complete and no other one has begun.
  private var isBetween = false
  private var isEnd = false
  private var failure: (any Error)?

  /// The most that is read at once.
  private static let pieceSize = 64 << 10
  /// Output below which the ratio is not looked at: 1 MiB.
  private static let freeBytes = 1 << 20

  /// Makes a source of the decompressed bytes.
  ///
  /// The defaults of the limits: 4 GiB in total, and 200 bytes out of one (real registers come
  /// to 5 to 30; a file of one repeated byte to 1030). The ratio counts from 1 MiB on.
  public init(
    _ source: any ByteSource,
    named file: String,
    maximumBytes: Int = 4 << 30,
    maximumRatio: Int = 200
  ) {
    self.source = source
    self.file = file
    self.maximumBytes = maximumBytes
    self.maximumRatio = maximumRatio
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe input = .allocate(capacity: Self.pieceSize)
    // 15 is the greatest window, 16 more means that a gzip header is expected.
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size)
    if status != Z_OK { failure = corrupt("zlib cannot start") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  /// Fills the buffer with decompressed bytes.
  ///
  /// - Returns: The number of bytes; 0 only at the end.
  /// - Throws: A ``Problem``: `gzip.limit`, `gzip.corrupt`, `gzip.cut`; what the source throws.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let failure { throw failure }
    guard !isEnd, let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let room = min(buffer.count, 1 << 30)
    unsafe stream.pointee.next_out = start.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(room)
    do {
      while unsafe stream.pointee.avail_out == UInt32(room), !isEnd { try step() }
    } catch {
      failure = error
    }
    let count = unsafe room - Int(stream.pointee.avail_out)
    written += count
    if failure == nil { failure = limitProblem() }
    if let failure, count == 0 || written > maximumBytes { throw failure }
    return count
  }

  /// Decompresses once, after reading more if nothing is left.
  private func step() throws {
    if unsafe stream.pointee.avail_in == 0 { try readMore() }
    guard unsafe stream.pointee.avail_in > 0 else {
      guard isBetween else { throw cut() }
      isEnd = true
      return
    }
    if isBetween { try startMember() }
    guard !isEnd else { return }
    switch unsafe inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetween = true
    default: throw corrupt(unsafe stream.pointee.msg.map { unsafe String(cString: $0) })
    }
  }

  private func readMore() throws {
    let count = try unsafe source.read(into: UnsafeMutableRawBufferPointer(input))
    read += count
    unsafe stream.pointee.next_in = input.baseAddress
    unsafe stream.pointee.avail_in = UInt32(count)
  }

  /// Begins another member; zero bytes between and after members are padding.
  private func startMember() throws {
    while unsafe stream.pointee.avail_in > 0, unsafe stream.pointee.next_in.pointee == 0 {
      unsafe stream.pointee.next_in += 1
      unsafe stream.pointee.avail_in -= 1
      if unsafe stream.pointee.avail_in == 0 { try readMore() }
    }
    guard unsafe stream.pointee.avail_in > 0 else {
      isEnd = true
      return
    }
    isBetween = false
    unsafe inflateReset(stream)
  }

  private func limitProblem() -> Problem? {
    let isTooMuch = written > maximumBytes
    guard isTooMuch || written > Self.freeBytes && written / maximumRatio > read else { return nil }
    let limit =
      isTooMuch
      ? "\(maximumBytes) bytes" : "\(maximumRatio) times its size"
    return Problem(
      "gzip.limit",
      file: file,
      message: "The compressed file expands to more than \(limit).",
      remedy: "If you trust the file, decompress it yourself and name the result."
    )
  }

  private func corrupt(_ detail: String?) -> Problem {
    Problem(
      "gzip.corrupt",
      file: file,
      message: "The compressed file is damaged\(detail.map { " (\($0))" } ?? "").",
      remedy: "Get the file again."
    )
  }

  private func cut() -> Problem {
    Problem(
      "gzip.cut",
      file: file,
      message: "The compressed file ends too early.",
      remedy: "Get the file again."
    )
  }
}
