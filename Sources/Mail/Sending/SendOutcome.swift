/// What came of a mail for one recipient.
public enum SendOutcome: Sendable, Equatable {
  /// The next server has it and answers for it.
  case accepted(SendReply)
  /// It was not taken now; trying again may help.
  case temporary(SendReply)
  /// It will not be taken; trying again does not help.
  case permanent(SendReply)

  /// What was said.
  public var reply: SendReply {
    switch self {
    case .accepted(let reply), .temporary(let reply), .permanent(let reply): reply
    }
  }

  /// The outcome that a reply of an SMTP server means (RFC 5321, section 4.2.1).
  init(_ reply: SendReply) {
    switch reply.code ?? 0 {
    case 200..<300: self = .accepted(reply)
    case 500..<600: self = .permanent(reply)
    default: self = .temporary(reply)
    }
  }
}

/// What a mail server or program said about a mail.
public struct SendReply: Sendable, Equatable {
  /// The reply code of SMTP or the exit code of a program; nil if there was none.
  public var code: Int?
  /// The text, printable ASCII in one line of at most 200 characters.
  public var text: String

  /// Makes a reply.
  public init(code: Int?, text: String) {
    self.code = code
    self.text = text
  }
}

/// What came of a mail.
public struct SendReport: Sendable, Equatable {
  /// One recipient and what came of the mail for it.
  public struct Delivery: Sendable, Equatable {
    /// The address as in the envelope.
    public var recipient: String
    /// What came of it.
    public var outcome: SendOutcome

    /// Makes the outcome for a recipient.
    public init(recipient: String, outcome: SendOutcome) {
      self.recipient = recipient
      self.outcome = outcome
    }
  }

  /// One for each recipient, in the envelope's order.
  public var deliveries: [Delivery]
  /// Why the conversation as a whole failed, or nil; then nothing is wrong with the mail, and
  /// recipients without an answer of their own are temporary.
  public var fault: MailFault?
  /// Whether the mail may have been taken though no answer came: it was sent to its end.
  public var isUncertain = false

  /// Makes a report.
  public init(deliveries: [Delivery], fault: MailFault? = nil, isUncertain: Bool = false) {
    self.deliveries = deliveries
    self.fault = fault
    self.isUncertain = isUncertain
  }
}

/// A way to send mails.
public protocol MailSender {
  /// Sends a mail and waits for the answer.
  func send(_ mail: OutgoingMail) -> SendReport
}
