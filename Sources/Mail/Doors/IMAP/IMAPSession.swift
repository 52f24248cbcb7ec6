/// A conversation with an IMAP server (RFC 3501, RFC 9051), logged in.
///
/// A value for one thread. After a fault that passes it is of no more use; the caller connects
/// again, after the time that ``Backoff`` says.
public final class IMAPSession {
  let connection: any ByteConnection
  private let limits: IMAPLimits
  let patience: Int
  var framer: IMAPFramer
  private var commands = 0
  private var known: Set<String>?
  private var isBroken = false
  /// Whether a farewell of the server is expected.
  private var isLeaving = false
  /// The bytes of the answer to the command that runs.
  private var received = 0

  /// Takes over a connection on which the login is done.
  init(_ connection: any ByteConnection, patience: Int, limits: IMAPLimits) {
    self.connection = connection
    self.patience = patience
    self.limits = limits
    framer = IMAPFramer(limits: limits)
  }

  /// What the server can do, in capitals, such as `MOVE`; asked once.
  public func capabilities() throws -> Set<String> {
    if let known { return known }
    var found: Set<String> = []
    try run("CAPABILITY") { response in
      if case .capability(let names) = response { found.formUnion(names) }
    }
    known = found
    return found
  }

  /// Ends the conversation; that the server is gone already is no fault.
  public func logout() {
    isLeaving = true
    _ = try? outcome(of: "LOGOUT")
    isBroken = true
  }

  // MARK: For the commands

  /// Carries out a command.
  ///
  /// - Returns: The status, which is OK.
  /// - Throws: A ``MailFault``: `imap.refused` for NO and BAD.
  @discardableResult
  func run(
    _ command: String,
    take: (IMAPResponse) throws -> Void = { _ in }
  ) throws -> IMAPStatus {
    let status = try outcome(of: command, take: take)
    guard status.condition == .done else { throw IMAPFault.refused(verb(of: command), status) }
    return status
  }

  /// The first word or two of a command, for messages.
  func verb(of command: String) -> String {
    let words = command.split(separator: " ")
    return words.prefix(words.first == "UID" ? 2 : 1).joined(separator: " ")
  }

  func outcome(
    of command: String,
    take: (IMAPResponse) throws -> Void = { _ in }
  ) throws -> IMAPStatus {
    try finish(send(command), take: take)
  }

  /// Sends a command under a new tag.
  func send(_ command: String) throws -> String {
    guard !isBroken else { throw IMAPFault.broken }
    commands += 1
    let tag = "M\(commands)"
    try guarded { try connection.send(Array("\(tag) \(command)\r\n".utf8)) }
    return tag
  }

  /// Reads responses until that with the tag.
  @discardableResult
  func finish(
    _ tag: String,
    take: (IMAPResponse) throws -> Void
  ) throws -> IMAPStatus {
    try guarded {
      received = 0
      while true {
        let response = try response(within: patience)
        if case .completed(tag, let status) = response { return status }
        try take(response)
      }
    }
  }

  func response(within seconds: Int) throws -> IMAPResponse {
    while true {
      if let pieces = framer.take() {
        let response = try IMAPResponse(pieces)
        if case .status(let status) = response, status.condition == .goodbye, !isLeaving {
          throw IMAPFault.goodbye(status.summary)
        }
        return response
      }
      switch try connection.receive(within: seconds) {
      case .closed: throw IMAPFault.closed
      case .timedOut: throw IMAPFault.timedOut
      case .interrupted: continue
      case .bytes(let bytes):
        received += bytes.count
        guard received <= limits.command else {
          throw IMAPFault.limit("an answer", limits.command)
        }
        try framer.feed(bytes)
      }
    }
  }

  /// Marks the conversation as unusable if the body throws.
  func guarded<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      isBroken = true
      throw error
    }
  }
}
