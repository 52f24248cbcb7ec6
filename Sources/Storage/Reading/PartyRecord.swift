/// A party as it is on the day; shared by all agreements that name it.
public final class PartyRecord {
  /// The store's own number.
  public var id: Int64 = 0
  /// Our reference.
  public var reference = ""
  /// Whether it is ourselves or one of our units.
  public var isOwn = false
  /// The name.
  public var name = ""
  /// Details: nil for what nobody said.
  public var country, address, postalCode, city, email, phone, website, tier: String?
  /// The roles it has, by name in order.
  public var roles: [String] = []
  /// Its identifiers, by scheme and value in order.
  public var identifiers: [(scheme: String, value: String)] = []

  /// Makes an empty record.
  public init() {}
}

/// A party's part in an agreement.
public struct PartyInAgreement {
  /// `buyer`, `supplier` or `signatory`.
  public var role: String
  /// The party.
  public var party: PartyRecord
}
