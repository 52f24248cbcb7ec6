public import Mail
import Model

/// What a run of the outbox did.
public struct OutboxReport: Sendable {
  /// A mail that did not go out, and what the server said.
  public struct Failure: Sendable, Equatable {
    /// The reference of the mail.
    public var mail: String
    /// What the server said.
    public var reply: String
  }

  /// The references of the mails that went out.
  public internal(set) var sent: [String] = []
  /// Those that are tried again later.
  public internal(set) var waiting: [Failure] = []
  /// Those that are given up.
  public internal(set) var givenUp: [Failure] = []
  /// The references of those that a killed run may have sent already; they may arrive twice.
  public internal(set) var repeated: [String] = []
  /// Why the server could not be used at all, or nil.
  public internal(set) var fault: MailFault?

  mutating func add(_ mail: String, _ state: OutboxMail.State, _ reply: String) {
    switch state {
    case .sent: sent.append(mail)
    case .queued: waiting.append(Failure(mail: mail, reply: reply))
    default: givenUp.append(Failure(mail: mail, reply: reply))
    }
  }
}
