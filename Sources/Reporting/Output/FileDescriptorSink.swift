#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes to an open file descriptor, such as standard output.
///
/// The descriptor stays open. A closed pipe is reported as ``OutputError/closed`` only if the
/// program ignores the signal; see ``ignoreBrokenPipes()``.
public final class FileDescriptorSink: OutputSink {
  private let descriptor: Int32

  /// Makes a sink of a descriptor; 1 is standard output.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Lets the whole process see a closed pipe as an error instead of being ended by `SIGPIPE`.
  public static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes all the bytes, again and again until the system has taken them.
  public func write(_ bytes: RawSpan) throws(OutputError) {
    var written = 0
    while written < bytes.byteCount {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Self.error(errno)
      }
    }
  }

  private func systemWrite(_ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
    unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func error(_ code: Int32) -> OutputError {
    guard code != EPIPE else { return .closed }
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return .unwritable(code: code, reason: reason)
  }
}
