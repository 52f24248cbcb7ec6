/// A party as a rule sees it.
public struct PartyFacts: Sendable {
  /// What a party is to us, for a span of days.
  public struct Role: Sendable, Hashable {
    /// The role, such as `customer` or `supplier`.
    public var role: String
    /// The first and the last day; nil without bound.
    public var validFrom, validThrough: CivilDay?

    /// Makes a role.
    public init(_ role: String, validFrom: CivilDay? = nil, validThrough: CivilDay? = nil) {
      self.role = role
      self.validFrom = validFrom
      self.validThrough = validThrough
    }
  }

  /// A person at the party.
  public struct Contact: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Mail address and telephone number, or nil.
    public var email, phone: String?
    /// The first and the last day; nil without bound.
    public var validFrom, validThrough: CivilDay?

    /// Makes a contact without bounds.
    public init(name: String, email: String? = nil, phone: String? = nil) {
      self.name = name
      self.email = email
      self.phone = phone
    }
  }

  /// The number in the store.
  public var id: Int64
  /// Our reference.
  public var reference: String
  /// The name.
  public var name: String
  /// Ourselves or one of our units.
  public var isOwn = false
  /// The tier that was entered by hand: strategic, tactical, operational or commodity; or nil.
  public var tier: String?
  /// The country, or nil.
  public var country: String?
  /// What it is to us, in order of role and first day.
  public var roles: [Role] = []
  /// The people there, in order of name.
  public var contacts: [Contact] = []

  /// Makes a party without roles and contacts.
  public init(id: Int64, reference: String, name: String) {
    self.id = id
    self.reference = reference
    self.name = name
  }

  /// Whether it plays the role on the day.
  public func plays(_ role: String, on day: CivilDay) -> Bool {
    roles.contains { $0.role == role && covers(day, from: $0.validFrom, through: $0.validThrough) }
  }

  /// The contacts that hold on the day.
  public func contacts(on day: CivilDay) -> [Contact] {
    contacts.filter { covers(day, from: $0.validFrom, through: $0.validThrough) }
  }
}

/// Whether a day lies in a span; nil is without bound.
public func covers(_ day: CivilDay, from first: CivilDay?, through last: CivilDay?) -> Bool {
  first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
}
