/// What the enhanced status codes mean for the reason of a bounce (RFC 3463, 3; RFC 7505; RFC 7372).
enum StatusMeaning {
  /// The reason that a code states; nil for codes that leave it open.
  static func reason(_ status: EnhancedStatus) -> BounceReason? {
    switch (status.subject, status.detail) {
    case (1, 1), (1, 3): .userUnknown
    case (1, 2), (4, 4): .hostUnknown
    case (1, 6): .moved
    case (1, 7), (1, 8): .senderRefused
    case (1, 10): .noMail
    case (2, 1): .suspended
    case (2, 2): .mailboxFull
    case (2, 3), (3, 4): .tooBig
    case (3, 1): .system
    case (4, 1), (4, 2), (4, 7): .expired
    case (4, 6): .network
    case (7, 20...27): status.detail == 25 ? .reverseName : .authentication
    default: nil
    }
  }

  /// Whether the code is about the recipient's address, in whatever stage the answer came.
  static func speaksOfAddress(_ status: EnhancedStatus) -> Bool {
    status.subject == 1 && [0, 1, 2, 3, 6, 10].contains(status.detail)
  }

  /// Joins what a code states with what the words say.
  ///
  /// Words mostly say more than the code; but a code about an address outweighs words that only
  /// speak of a refusal, and one about the sender outweighs “unknown”.
  static func combined(stated: BounceReason?, said: BounceReason?, _ status: EnhancedStatus?)
    -> BounceReason
  {
    guard let said else { return stated ?? .unknown }
    switch stated {
    case .userUnknown
    where status?.detail == 3 && (said == .syntax || general.contains(said) && said != .blocked):
      return .userUnknown
    case .userUnknown where status?.detail == 1:
      return outweighing.contains(said) ? said : .userUnknown
    case .senderRefused: return said == .userUnknown || said == .hostUnknown ? .senderRefused : said
    case .noMail: return said == .userUnknown ? .userUnknown : .noMail
    case .hostUnknown, .moved, .mailboxFull, .tooBig:
      return general.contains(said) ? stated ?? said : said
    default: return said
    }
  }

  /// What words may say although the code is that of an unknown user.
  private static let outweighing: Set<BounceReason> = [
    .mailboxFull, .hostUnknown, .suspended, .program, .tooMany, .moved, .notProven,
  ]

  /// What words say that only speak of a refusal or fault.
  private static let general: Set<BounceReason> = [
    .expired, .policy, .blocked, .system, .content, .network,
  ]
}
