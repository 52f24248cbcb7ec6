import GRDB

/// One of our own people as they are on the day.
public struct PersonRecord: Sendable {
  /// Our reference.
  public var reference: String
  /// The name.
  public var name: String
  /// Mail address and telephone number; nil for what nobody said.
  public var email, phone: String?
  /// The lead's reference, or nil.
  public var lead: String?
}

/// Who of us answers for what on the day.
public struct AssignmentRecord: Sendable {
  /// The store's own number.
  public var id: Int64
  /// The part played, a raw value of ``NewAssignment/Role``.
  public var role: String
  /// The references of the person and of who stands in.
  public var person, deputy: String?
  /// The references of what it is about; both nil for everything.
  public var party, agreement: String?
  /// The first day, `YYYY-MM-DD`, and the last; nil without bound.
  public var validFrom, validThrough: String?
}

extension Reader {
  /// Our people, in order of reference.
  ///
  /// - Returns: The people.
  /// - Throws: ``StoreError``.
  public func people() throws -> [PersonRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT p.reference, p.name, p.email, p.phone, l.reference AS lead
        FROM temp.personAsOf p LEFT JOIN main.person l ON l.id = p.leadId ORDER BY p.reference
        """
    ).map { row in
      PersonRecord(
        reference: row["reference"],
        name: row["name"],
        email: row["email"],
        phone: row["phone"],
        lead: row["lead"]
      )
    }
  }

  /// The assignments, also past and future ones, in order of their first day.
  ///
  /// - Returns: The assignments.
  /// - Throws: ``StoreError``.
  public func assignments() throws -> [AssignmentRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT a.id, a.role, p.reference AS person, d.reference AS deputy, y.reference AS party,
          g.reference AS agreement, a.validFrom, a.validThrough
        FROM temp.assignmentAsOf a JOIN main.person p ON p.id = a.personId
          LEFT JOIN main.person d ON d.id = a.deputyId
          LEFT JOIN main.party y ON y.id = a.partyId
          LEFT JOIN main.agreement g ON g.id = a.agreementId
        ORDER BY a.validFrom, a.id
        """
    ).map { row in
      AssignmentRecord(
        id: row["id"],
        role: row["role"],
        person: row["person"],
        deputy: row["deputy"],
        party: row["party"],
        agreement: row["agreement"],
        validFrom: row["validFrom"],
        validThrough: row["validThrough"]
      )
    }
  }
}
