public import Model

/// A person at a party, entered by one of us.
public struct NewContact: Sendable {
  /// The party's reference.
  public var party: String
  /// The name.
  public var name: String
  /// Electronic mail address, or nil.
  public var email: String?
  /// Telephone number, or nil.
  public var phone: String?
  /// What the person does there, or nil.
  public var function: String?
  /// The first and the last day; nil without bound.
  public var validFrom, validThrough: CivilDay?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a contact without further details.
  public init(party: String, name: String, effectiveOn: CivilDay) {
    self.party = party
    self.name = name
    self.effectiveOn = effectiveOn
  }
}

extension Store {
  /// Enters a person at a party.
  ///
  /// - Returns: The contact's number.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``.
  @discardableResult
  public func addContact(_ new: NewContact, _ request: WriteRequest) throws -> Int64 {
    var check = RecordCheck()
    check.require(new.name, "name")
    check.requireOrder(
      ("validFrom", new.validFrom?.description),
      ("validThrough", new.validThrough?.description)
    )
    try check.finish()
    return try change(request, ["party": new.party, "name": new.name]) { session in
      let party = try session.party(new.party)
      let id = try session.nextId("contact")
      try session.insert(
        "contact",
        [
          .integer(id), .integer(party), .text(new.name), StoredValue(new.email),
          StoredValue(new.phone), StoredValue(new.function),
          StoredValue(new.validFrom?.description), StoredValue(new.validThrough?.description),
          .null, .null, .null, .text(new.effectiveOn.description),
        ]
      )
      return id
    }
  }
}
