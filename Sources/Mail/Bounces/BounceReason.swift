/// Why a message was not delivered.
public enum BounceReason: String, Sendable, CaseIterable {
  /// There is no such mailbox.
  case userUnknown
  /// There is no such domain or host.
  case hostUnknown
  /// The mailbox has moved and mail is not passed on.
  case moved
  /// The domain takes no mail at all (RFC 7505).
  case noMail
  /// “User unknown” in an answer that does not speak of the address, such as one to the content.
  case notProven
  /// The mailbox exists but is closed or locked.
  case suspended
  /// The mailbox is full.
  case mailboxFull
  /// The message is too big.
  case tooBig
  /// The server, address or network of the sender is blocked.
  case blocked
  /// SPF, DKIM or DMARC failed.
  case authentication
  /// The sending machine has no name that fits its address.
  case reverseName
  /// The sender's address or domain is refused.
  case senderRefused
  /// The server does not pass mail on for others.
  case relaying
  /// The message looks like spam.
  case spam
  /// The message has a virus.
  case virus
  /// The content or a header is refused.
  case content
  /// A rule of the other side refuses the message.
  case policy
  /// Too many messages or connections.
  case tooMany
  /// The time for trying is over, or goes on.
  case expired
  /// The other server cannot be reached.
  case network
  /// A fault of the other system.
  case system
  /// A program behind the address failed.
  case program
  /// A command or address is not well formed.
  case syntax
  /// Nothing is said that could be understood.
  case unknown

  /// Whether the reason means that the address will not work again.
  public var meansDeadAddress: Bool {
    switch self {
    case .userUnknown, .hostUnknown, .moved, .noMail: true
    default: false
    }
  }
}
