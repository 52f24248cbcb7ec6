/// A mail to be sent.
public struct OutgoingMail: Sendable, Equatable {
  /// Who it goes to.
  public let envelope: MailEnvelope
  /// Header and body as they are written; the ends of lines may be of any kind.
  public let content: [UInt8]

  /// Makes a mail.
  public init(_ envelope: MailEnvelope, content: [UInt8]) {
    self.envelope = envelope
    self.content = content
  }
}
