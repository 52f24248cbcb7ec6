/// What an address field lists: addresses and groups of them (RFC 5322, 3.4).
public struct AddressList: Sendable, Hashable {
  /// One member of a list.
  public enum Member: Sendable, Hashable {
    /// A single address.
    case address(MailAddress)
    /// A group with its decoded name; it may have no addresses.
    case group(name: String, addresses: [MailAddress])
  }

  /// The members in their order.
  public let members: [Member]
  /// Whether a limit cut the list.
  public let isCut: Bool

  /// Makes a list.
  public init(_ members: [Member], isCut: Bool = false) {
    self.members = members
    self.isCut = isCut
  }

  /// All addresses in their order, also those in groups.
  public var addresses: [MailAddress] {
    members.flatMap { member in
      switch member {
      case .address(let address): [address]
      case .group(_, let addresses): addresses
      }
    }
  }
}
