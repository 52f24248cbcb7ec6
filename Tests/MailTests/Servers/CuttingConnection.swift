@testable import Mail

/// A connection that breaks after so many bytes in either direction, in the middle of anything.
final class CuttingConnection: ByteConnection {
  private var inner: (any ByteConnection)?
  private var left: Int

  init(_ inner: any ByteConnection, after bytes: Int) {
    self.inner = inner
    left = bytes
  }

  func send(_ bytes: [UInt8]) throws {
    let part = Array(bytes.prefix(left))
    left -= part.count
    try inner?.send(part)
    if part.count < bytes.count { try cut() }
  }

  func receive(within seconds: Int) throws -> ReceivedBytes {
    guard let inner, left > 0 else { return try cut() }
    guard case .bytes(let bytes) = try inner.receive(within: seconds) else { return .closed }
    let part = Array(bytes.prefix(left))
    left -= bytes.count
    return .bytes(part)
  }

  /// Closes the connection to the server, which sees it break.
  @discardableResult
  private func cut() throws -> ReceivedBytes {
    inner = nil
    throw IMAPFault.closed
  }
}
