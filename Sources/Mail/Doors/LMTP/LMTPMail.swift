/// A mail that was handed over by LMTP.
public struct LMTPMail: Sendable, Equatable {
  /// The address to which failures go, without angle brackets; empty for the null sender.
  public var sender: String
  /// The recipients' addresses without angle brackets, in the order given, at least one.
  public var recipients: [String]
  /// The mail, lines as they were sent.
  public var content: [UInt8]
}

/// What came of a mail for one recipient.
public enum LMTPVerdict: Sendable, Equatable {
  /// It is stored durably.
  case stored
  /// It could not be taken now; the mail server keeps it and tries again.
  case passing(String)
  /// It can never be taken; the mail server sends it back.
  case permanent(String)
}

/// Takes mails over from a mail server.
public protocol LMTPReceiver: AnyObject {
  /// Whether there is such a recipient here.
  func accepts(recipient: String) -> LMTPVerdict

  /// Stores a mail durably.
  ///
  /// - Returns: One verdict for each recipient, in their order.
  /// - Throws: Anything; it counts as passing for all recipients.
  func deliver(_ mail: LMTPMail) throws -> [LMTPVerdict]
}
