public import Importing
public import Model

/// A party that a person enters.
public struct NewParty: Sendable {
  /// Our reference; no party has or had it.
  public var reference: String
  /// The name.
  public var name: String
  /// Whether it is ourselves or one of our units.
  public var isOwn = false
  /// What it is to us.
  public var roles: [PartyRole] = []
  /// What else is known: the fields in ``fields`` without `name`.
  public var values: [Field: RecordValue] = [:]
  /// The day since which it is known; nil means as far back as one asks.
  public var effectiveOn: CivilDay?

  /// Makes a party without roles.
  public init(reference: String, name: String) {
    self.reference = reference
    self.name = name
  }

  /// The fields that a party has; `parentParty` is the reference of the party above.
  public static let fields: [Field] = [
    .name, .legalForm, .country, .address, .postalCode, .city, .region, .email, .phone,
    .website, .tier, .parentParty, .note,
  ]
}
