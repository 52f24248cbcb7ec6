#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Calls of the operating system, again when a signal came in between.
enum Systems {
  /// What a wait for a descriptor came to.
  enum Wait {
    case ready
    case timedOut
    case interrupted
  }

  /// The system's words for an error number.
  static func text(of error: Int32) -> String {
    unsafe strerror(error).map { unsafe String(cString: $0) } ?? "error \(error)"
  }

  /// Reads into the array from its start; minus 1 for an error, 0 at the end.
  static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Int {
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Self.once(descriptor, buffer)
      }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func once(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
    unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Writes all of the bytes; false for an error, which `errno` names.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
        #if canImport(Glibc)
        let count = unsafe Glibc.write(descriptor, piece.baseAddress, piece.count)
        #else
        let count = unsafe Darwin.write(descriptor, piece.baseAddress, piece.count)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        unsafe rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Waits until a descriptor can be read or written.
  static func wait(_ descriptor: Int32, for events: Int32, milliseconds: Int32) -> Wait {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    let count = unsafe poll(&entry, 1, milliseconds)
    if count < 0 { return .interrupted }
    return count == 0 ? .timedOut : .ready
  }
}
