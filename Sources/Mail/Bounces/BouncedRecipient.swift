/// What a report says about one recipient.
public struct BouncedRecipient: Sendable, Equatable {
  /// What became of the message (RFC 3464, 2.3.3).
  public enum Action: String, Sendable, CaseIterable {
    /// It was given up.
    case failed
    /// It is still being tried.
    case delayed
    /// It was delivered.
    case delivered
    /// It went on to a system that does not report.
    case relayed
    /// It went on to several recipients.
    case expanded
  }

  /// The address, in small letters; nil if the report does not name it.
  public let address: String?
  /// What became of the message; ``Action/failed`` where only words say so.
  public let action: Action
  /// The status code that the report states; nil if it states none.
  public let status: EnhancedStatus?
  /// The SMTP reply code that the report quotes, such as 550; nil if it quotes none.
  public let replyCode: Int?
  /// Why the message was not delivered; ``BounceReason/unknown`` also for what was delivered.
  public let reason: BounceReason
  /// Whether trying again later cannot help.
  public let isPermanent: Bool
  /// What the other server said, or the words that stand for it; white space made single blanks,
  /// at most 500 characters.
  public let diagnosis: String

  /// Whether the report proves that the address will not work again.
  public var isAddressDead: Bool {
    action == .failed && isPermanent && reason.meansDeadAddress
  }
}
