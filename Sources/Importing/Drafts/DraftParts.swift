/// A name of a record within a scheme.
public struct DraftIdentifier: Sendable {
  /// The scheme, such as `OCID` or a profile's id.
  public var scheme: String
  /// The value as the source writes it, in the draft's arena.
  public var value: Draft.Bytes

  /// Makes an identifier.
  public init(scheme: String, value: Draft.Bytes) {
    self.scheme = scheme
    self.value = value
  }
}

/// A party that takes part in an agreement.
///
/// Everything but role and name is optional and used only when the party is new, or when the
/// source is the one that last spoke of it.
public struct DraftParty: Sendable {
  /// The part it plays.
  public enum Role: String, Sendable, CaseIterable {
    case buyer, supplier, signatory
  }

  /// The part it plays in the agreement.
  public var role: Role
  /// Whether the party is ourselves or one of our units, so never the counterparty.
  public var isOwn: Bool
  /// The name, trimmed, in the draft's arena.
  public var name: Draft.Bytes
  /// ISO 3166-1 alpha-2, or nil.
  public var country: Draft.Bytes?
  /// Street and house, lines joined by `, `.
  public var address: Draft.Bytes?
  /// Postal code as text.
  public var postalCode: Draft.Bytes?
  /// Town.
  public var city: Draft.Bytes?
  /// Electronic mail address.
  public var email: Draft.Bytes?
  /// Telephone number as written.
  public var phone: Draft.Bytes?
  /// Address of the site.
  public var website: Draft.Bytes?

  /// Makes a party with a role and a name.
  public init(role: Role, name: Draft.Bytes, isOwn: Bool = false) {
    self.role = role
    self.name = name
    self.isOwn = isOwn
  }
}

/// An identifier of one of a draft's parties.
public struct DraftPartyIdentifier: Sendable {
  /// The number of the party in ``Draft/parties``, 0-based.
  public var party: Int
  /// The scheme, such as `GB-COH`, `LEI` or `chicago-contracts:vendor`.
  public var scheme: String
  /// The value as the source writes it, in the draft's arena.
  public var value: Draft.Bytes

  /// Makes a party identifier.
  public init(party: Int, scheme: String, value: Draft.Bytes) {
    self.party = party
    self.scheme = scheme
    self.value = value
  }
}

/// Something that an agreement names: a service it covers, an item it contains, a document.
public struct DraftMention: Sendable {
  /// What is named.
  public enum Kind: String, Sendable, CaseIterable {
    /// A service that the agreement covers, by reference or name.
    case service
    /// A content item by key (`scope`, `targets`, …); `detail` is `present`, `reference`,
    /// `missing` or `notApplicable`.
    case contentItem
    /// A document by title; `detail` is its address or hash.
    case document
  }

  /// What is named.
  public var kind: Kind
  /// Its name.
  public var name: Draft.Bytes
  /// More about it, or nil.
  public var detail: Draft.Bytes?

  /// Makes a mention.
  public init(kind: Kind, name: Draft.Bytes, detail: Draft.Bytes? = nil) {
    self.kind = kind
    self.name = name
    self.detail = detail
  }
}
