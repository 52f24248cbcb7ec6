import GRDB
public import Model

/// Who of us answers for a party, an agreement or, with neither, for all.
public struct NewAssignment: Sendable {
  /// The part that the person plays.
  public enum Role: String, Sendable, CaseIterable {
    case relationshipManager, contractManager, serviceManager, headOfServiceManagement
    case topManagement, complaintHandler
  }

  /// The part that the person plays.
  public var role: Role
  /// The person's reference.
  public var person: String
  /// The reference of the person who stands in, or nil.
  public var deputy: String?
  /// The party's reference, or nil.
  public var party: String?
  /// The agreement's reference, or nil.
  public var agreement: String?
  /// The first day.
  public var validFrom: CivilDay
  /// The last day; nil without bound.
  public var validThrough: CivilDay?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes an assignment that holds from its first day on.
  public init(
    role: Role,
    person: String,
    party: String? = nil,
    agreement: String? = nil,
    validFrom: CivilDay
  ) {
    self.role = role
    self.person = person
    self.party = party
    self.agreement = agreement
    self.validFrom = validFrom
    effectiveOn = validFrom
  }
}

extension Store {
  /// Enters who answers for something.
  ///
  /// - Returns: The assignment's number.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` for a person who stands in for himself or herself.
  @discardableResult
  public func addAssignment(_ new: NewAssignment, _ request: WriteRequest) throws -> Int64 {
    var check = RecordCheck()
    check.requireOrder(
      ("validFrom", new.validFrom.description),
      ("validThrough", new.validThrough?.description)
    )
    try check.finish()
    let payload = [
      "role": new.role.rawValue, "person": new.person, "deputy": new.deputy, "party": new.party,
      "agreement": new.agreement,
    ]
    return try change(request, payload) { session in
      let person = try session.person(new.person)
      let deputy = try new.deputy.map(session.person)
      try session.requireOther(deputy, than: person, new.person)
      let id = try session.nextId("assignment")
      try session.insert(
        "assignment",
        [
          .integer(id), .text(new.role.rawValue), .integer(person), StoredValue(deputy),
          StoredValue(try new.party.map(session.party)),
          StoredValue(try new.agreement.map(session.agreement)),
          .text(new.validFrom.description), StoredValue(new.validThrough?.description),
          .text(new.effectiveOn.description),
        ]
      )
      return id
    }
  }

  /// Ends an assignment: its row is voided, and one with the last day takes its place.
  ///
  /// - Returns: The number of the assignment that takes its place.
  /// - Throws: ``StoreError/unknown(kind:reference:)``; ``InvalidRecord`` for a last day before
  ///   the first.
  @discardableResult
  public func endAssignment(
    _ id: Int64,
    on last: CivilDay,
    _ request: WriteRequest
  ) throws -> Int64 {
    let payload = ["assignment": "\(id)", "validThrough": last.description]
    return try change(request, payload) { session in
      let row = try session.assignment(id)
      var check = RecordCheck()
      check.requireOrder(("validFrom", row["validFrom"]), ("validThrough", last.description))
      try check.finish()
      try session.void("assignment", id, reason: "It ended on \(last).")
      let next = try session.nextId("assignment")
      try session.insert(
        "assignment",
        [
          .integer(next), .text(row["role"]), .integer(row["personId"]),
          StoredValue(row["deputyId"] as Int64?), StoredValue(row["partyId"] as Int64?),
          StoredValue(row["agreementId"] as Int64?), .text(row["validFrom"]),
          .text(last.description), .text(row["effectiveOn"]),
        ]
      )
      return next
    }
  }
}

extension WriteSession {
  fileprivate func assignment(_ id: Int64) throws -> Row {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT * FROM assignment WHERE id = ?1 AND NOT EXISTS (
          SELECT 1 FROM voiding WHERE kind = 'assignment' AND recordId = ?1)
        """,
      arguments: [id]
    )
    guard let row else { throw StoreError.unknown(kind: "assignment", reference: "\(id)") }
    return row
  }
}
