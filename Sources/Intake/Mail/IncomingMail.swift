public import Model

/// A mail as it is handed over, before anything is known of it.
public struct IncomingMail: Sendable {
  /// The bytes as they came.
  public var bytes: [UInt8]
  /// By which way it came: a file, `-` for standard input, a mailbox.
  public var door: String
  /// When it reached us; nil if only the mail itself can say.
  public var receivedAt: Instant?

  /// Makes a mail; without an instant the topmost `Received` field says when it came.
  public init(_ bytes: [UInt8], door: String, receivedAt: Instant? = nil) {
    self.bytes = bytes
    self.door = door
    self.receivedAt = receivedAt
  }
}

/// By what mails are judged that come in.
public struct MailSettings: Sendable {
  /// Who the program is in mails; nil if that is not said, and then no answer to one of our mails
  /// is known as one.
  public var identity: MailIdentity?
  /// The name by which the own mail server signs its findings on senders (RFC 8601, 2.5); nil if
  /// none is configured, and then no sender is confirmed.
  public var authenticationServer: String?
  /// Whether people who write for the first time about something get a receipt.
  public var sendsReceipts = false

  /// Makes settings without a receipt.
  public init(identity: MailIdentity?, authenticationServer: String?) {
    self.identity = identity
    self.authenticationServer = authenticationServer
  }
}
