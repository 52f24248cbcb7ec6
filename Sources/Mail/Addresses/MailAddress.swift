/// The address of one person or machine, with the name that goes with it (RFC 5322, 3.4).
public struct MailAddress: Sendable, Hashable {
  /// The decoded name, without quotes; empty when none is written.
  ///
  /// A comment after the address counts as the name if there is no other.
  public let displayName: String
  /// The part before the last `@`, unquoted, case kept; all of it when there is no `@`.
  public let localPart: String
  /// The part after the last `@`, as written; empty when there is none.
  public let domain: String

  /// Makes an address from its parts; nothing is checked, ``MessageWriter`` does that.
  public init(displayName: String = "", localPart: String, domain: String) {
    self.displayName = displayName
    self.localPart = localPart
    self.domain = domain
  }

  /// Local part and domain with `@` between them, quotes taken off; the local part alone when
  /// there is no domain, and empty for an address such as `<>`.
  public var address: String { domain.isEmpty ? localPart : "\(localPart)@\(domain)" }

  /// Whether there are a local part and a domain, so that a mail could go there.
  public var isComplete: Bool { !localPart.isEmpty && !domain.isEmpty }
}
