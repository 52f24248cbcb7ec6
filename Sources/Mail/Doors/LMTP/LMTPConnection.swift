#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One connection of the LMTP server; it is closed with the value.
final class LMTPConnection {
  let descriptor: Int32
  private var session: LMTPSession
  private var replies: [UInt8]
  private var isBroken = false
  /// When something came last, by the server's clock.
  private(set) var lastHeard: Int

  init(_ descriptor: Int32, _ session: LMTPSession, at now: Int) {
    self.descriptor = descriptor
    self.session = session
    replies = session.greeting
    lastHeard = now
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close(descriptor) }

  /// Whether replies wait to be sent; then nothing more is read, so that they cannot pile up.
  var hasReplies: Bool { !replies.isEmpty }

  /// Whether the connection is to be closed.
  var isOver: Bool { isBroken || session.isClosed && replies.isEmpty }

  /// Reads or writes what there is.
  func serve(at now: Int) {
    lastHeard = now
    if !hasReplies { read() }
    if hasReplies { write() }
  }

  private func read() {
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let count = Systems.read(descriptor, into: &piece)
    if count > 0 {
      replies = session.receive(Array(piece[..<count]))
    } else if count == 0 || errno != EAGAIN {
      isBroken = true
    }
  }

  private func write() {
    #if canImport(Glibc)
    let flags = Int32(MSG_NOSIGNAL)
    #else
    let flags: Int32 = 0
    #endif
    let count = unsafe replies.withUnsafeBytes { buffer in
      unsafe send(descriptor, buffer.baseAddress, buffer.count, flags)
    }
    if count >= 0 {
      replies.removeFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      isBroken = true
    }
  }
}
