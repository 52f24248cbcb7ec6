/// A stream of bytes to a server and back, which one session uses on one thread.
protocol ByteConnection: AnyObject {
  /// Sends all of the bytes.
  ///
  /// - Throws: A ``MailFault`` that passes.
  func send(_ bytes: [UInt8]) throws

  /// Waits for bytes, at most so many seconds.
  ///
  /// - Throws: A ``MailFault`` that passes.
  func receive(within seconds: Int) throws -> ReceivedBytes
}

/// What a wait for bytes came to.
enum ReceivedBytes: Equatable {
  /// At least one byte.
  case bytes([UInt8])
  /// Nothing came in time.
  case timedOut
  /// A signal came first.
  case interrupted
  /// The server has closed the connection.
  case closed
}
