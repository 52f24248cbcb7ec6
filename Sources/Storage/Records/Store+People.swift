public import Model

/// One of our own people.
public struct NewPerson: Sendable {
  /// Our reference; no person has or had it.
  public var reference: String
  /// The name.
  public var name: String
  /// Electronic mail address, or nil.
  public var email: String?
  /// Telephone number, or nil.
  public var phone: String?
  /// The reference of the person's lead, or nil.
  public var lead: String?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a person without further details.
  public init(reference: String, name: String, effectiveOn: CivilDay) {
    self.reference = reference
    self.name = name
    self.effectiveOn = effectiveOn
  }
}

/// Days on which one of our people is away.
public struct NewAbsence: Sendable {
  /// The person's reference.
  public var person: String
  /// The first and the last day.
  public var startsOn, endsOn: CivilDay
  /// The reference of the person who stands in, or nil.
  public var deputy: String?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes an absence without deputy.
  public init(
    person: String,
    startsOn: CivilDay,
    endsOn: CivilDay,
    deputy: String? = nil,
    effectiveOn: CivilDay
  ) {
    self.person = person
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.deputy = deputy
    self.effectiveOn = effectiveOn
  }
}

extension Store {
  /// Enters one of our people.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/notAllowed(_:)`` for a reference that is taken;
  ///   ``StoreError/unknown(kind:reference:)`` for a lead who does not exist.
  public func addPerson(_ new: NewPerson, _ request: WriteRequest) throws {
    var check = RecordCheck()
    check.require(new.reference, "reference")
    check.require(new.name, "name")
    try check.finish()
    try change(request, ["reference": new.reference, "name": new.name]) { session in
      let lead = try new.lead.map(session.person)
      let id = try session.make("person", new.reference)
      try session.insert(
        "personRevision",
        [
          .integer(try session.nextRevision("person", of: id)), .integer(id), .text(new.name),
          StoredValue(new.email),
          StoredValue(new.phone), StoredValue(lead), .text(new.effectiveOn.description),
        ]
      )
    }
  }

  /// Enters days on which one of our people is away.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` for a person who stands in for himself or herself.
  public func addAbsence(_ new: NewAbsence, _ request: WriteRequest) throws {
    var check = RecordCheck()
    check.requireOrder(
      ("startsOn", new.startsOn.description),
      ("endsOn", new.endsOn.description)
    )
    try check.finish()
    let payload = [
      "person": new.person, "startsOn": new.startsOn.description,
      "endsOn": new.endsOn.description, "deputy": new.deputy,
    ]
    try change(request, payload) { session in
      let person = try session.person(new.person)
      let deputy = try new.deputy.map(session.person)
      try session.requireOther(deputy, than: person, new.person)
      try session.insert(
        "absence",
        [
          .integer(try session.nextId("absence")), .integer(person),
          .text(new.startsOn.description), .text(new.endsOn.description), StoredValue(deputy),
          .text(new.effectiveOn.description),
        ]
      )
    }
  }
}

extension WriteSession {
  /// Refuses a deputy who is the person.
  func requireOther(_ deputy: Int64?, than person: Int64, _ reference: String) throws {
    guard deputy == person else { return }
    throw StoreError.notAllowed("\(reference) cannot stand in for the same person.")
  }
}
