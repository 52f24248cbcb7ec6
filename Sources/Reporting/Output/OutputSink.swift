/// A place to which bytes are written once from start to end.
///
/// A value for one writer on one thread. Writers collect bytes and call it with large pieces, so
/// that a sink needs no buffer of its own.
public protocol OutputSink: AnyObject {
  /// Writes all the bytes.
  func write(_ bytes: RawSpan) throws(OutputError)
}

/// Keeps what is written in memory.
public final class MemorySink: OutputSink {
  /// All that was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sink.
  public init() {}

  /// All that was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds the bytes.
  public func write(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { unsafe self.bytes.append(contentsOf: $0) }
  }
}
