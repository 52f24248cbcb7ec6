/// How far a message can be believed to come from the domain that its `From` names.
public struct SenderTrust: Sendable, Equatable {
  /// How far the sender is believed.
  public enum Level: String, Sendable, CaseIterable {
    /// The own server confirms the sender's domain; only this may change a state unseen.
    case confirmed
    /// Nothing speaks against the sender, and nothing proves it.
    case claimed
    /// The own server found that the message does not come from the sender's domain.
    case contradicted
  }

  /// How far the sender is believed.
  public let level: Level
  /// What the level rests on, the deciding reason first; never empty.
  public let reasons: [TrustReason]

  /// Makes a judgement.
  public init(_ level: Level, _ reasons: [TrustReason]) {
    self.level = level
    self.reasons = reasons
  }

  /// Judges a message by the findings of the own server.
  ///
  /// Only the topmost `Authentication-Results` field with the configured authserv-id counts, since
  /// the own server has to remove forged ones (RFC 8601, 5); if it cannot be read, nothing does.
  /// DKIM and DMARC can confirm a sender. SPF alone cannot: it speaks of the machine that
  /// delivered, and many customers of one provider share that. A failed DMARC check contradicts,
  /// and so does a signature or SPF check of the sender's own domain that failed when no other
  /// check of that domain passed.
  ///
  /// - Parameters:
  ///   - senders: The domains of all addresses in all `From` fields, in their order.
  ///   - fields: The values of all `Authentication-Results` fields, the topmost first.
  ///   - server: The authserv-id of the own server; nil when none is configured, and then nothing
  ///     is confirmed or contradicted.
  ///   - alignment: How closely the domains must fit.
  /// - Returns: The level with its reasons, the deciding one first.
  public static func judged(
    senders: [String],
    fields: [String],
    server: String?,
    alignment: DomainAlignment = .relaxed
  ) -> Self {
    guard senders.count == 1, let sender = senders.first, !sender.isEmpty else {
      return Self(.claimed, [.noSingleSender(count: senders.count)])
    }
    guard let server, !server.isEmpty else { return Self(.claimed, [.noServerConfigured]) }
    let own = fields.lazy.compactMap { AuthenticationResults($0) }.first {
      $0.server.lowercased() == server.lowercased()
    }
    guard let own else { return Self(.claimed, [.noFieldOfServer(server)]) }
    guard own.isWellFormed else { return Self(.claimed, [.unreadable(server)]) }
    return TrustVerdict(own, sender: sender, alignment).trust
  }

  /// Judges a message by the findings of the own server, as
  /// ``judged(senders:fields:server:alignment:)`` does with its `From` fields.
  public static func judged(
    _ message: Message,
    server: String?,
    alignment: DomainAlignment = .relaxed
  ) -> Self {
    judged(
      senders: message.addresses.from.addresses.map(\.domain),
      fields: message.headers.all("Authentication-Results").map(\.unfolded),
      server: server,
      alignment: alignment
    )
  }

  /// Judges a message that was handed over by a sender who had to log in.
  public static func authenticatedChannel() -> Self { Self(.confirmed, [.authenticatedChannel]) }
}
