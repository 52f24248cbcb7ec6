/// What kind of message it is.
public enum MessageClass: String, Sendable, CaseIterable {
  /// A person wrote it; also everything that no sign shows to be something else.
  case human
  /// A person's mailbox says that the person is away.
  case absence
  /// A program says that a message came in, or reports on its own.
  case automaticAcknowledgement
  /// A message was not delivered, and will not be.
  case permanentBounce
  /// A message was not delivered for a reason that may pass, or is still being tried.
  case temporaryBounce
  /// A message was delivered or passed on.
  case deliveryReport
  /// A message was shown to its recipient, or deleted (RFC 8098).
  case readReceipt
  /// It came over a mailing list or went out to many.
  case list
  /// An own message came back.
  case ownLoop
  /// Somebody complains of an own message as of spam (RFC 5965).
  case abuseReport

  /// Whether a message of this kind may be answered automatically.
  var mayBeAnswered: Bool { self == .human }
}
