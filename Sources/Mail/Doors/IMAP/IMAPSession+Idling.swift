extension IMAPSession {
  /// Waits for new mail by IDLE (RFC 2177).
  ///
  /// Returns early also when the server says anything else or a signal came, so that the
  /// caller can look whether it shall end.
  ///
  /// - Parameter seconds: At most so long; servers hang up after half an hour.
  /// - Returns: Whether there may be new mail.
  /// - Throws: A ``MailFault``.
  public func idle(seconds: Int) throws -> Bool {
    let tag = try send("IDLE")
    var hasNews = false
    waiting: while true {
      switch try guarded({ try response(within: patience) }) {
      case .goOn: break waiting
      case .exists: hasNews = true
      case .completed(let other, let status) where other == tag:
        throw IMAPFault.refused("IDLE", status)
      default: continue
      }
    }
    if !hasNews { hasNews = try guarded { try listen(seconds) } }
    try guarded { try connection.send(Array("DONE\r\n".utf8)) }
    try finish(tag) { if case .exists = $0 { hasNews = true } }
    return hasNews
  }

  /// Waits once for anything to come.
  private func listen(_ seconds: Int) throws -> Bool {
    if let pieces = framer.take() { return try isNews(pieces) }
    switch try connection.receive(within: seconds) {
    case .closed: throw IMAPFault.closed
    case .timedOut, .interrupted: return false
    case .bytes(let bytes): try framer.feed(bytes)
    }
    var hasNews = false
    while let pieces = framer.take() { hasNews = try isNews(pieces) || hasNews }
    return hasNews
  }

  private func isNews(_ pieces: [IMAPPiece]) throws -> Bool {
    switch try IMAPResponse(pieces) {
    case .exists: return true
    case .status(let status) where status.condition == .goodbye:
      throw IMAPFault.goodbye(status.summary)
    default: return false
    }
  }
}
