import GRDB

/// A person at a party as they are on the day.
public struct ContactRecord: Sendable {
  /// The store's own number.
  public var id: Int64
  /// The party's reference.
  public var party: String
  /// The name.
  public var name: String
  /// Details: nil for what nobody said.
  public var email, phone, function: String?
  /// The first and the last day, `YYYY-MM-DD`; nil without bound.
  public var validFrom, validThrough: String?
}

extension Reader {
  /// The people at parties, in order of party and name.
  ///
  /// - Returns: The contacts, also past and future ones.
  /// - Throws: ``StoreError``.
  public func contacts() throws -> [ContactRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT c.id, p.reference AS party, c.name, c.email, c.phone, c.function, c.validFrom,
          c.validThrough
        FROM temp.contactAsOf c JOIN main.party p ON p.id = c.partyId
        ORDER BY p.reference, c.name, c.id
        """
    ).map { row in
      ContactRecord(
        id: row["id"],
        party: row["party"],
        name: row["name"],
        email: row["email"],
        phone: row["phone"],
        function: row["function"],
        validFrom: row["validFrom"],
        validThrough: row["validThrough"]
      )
    }
  }
}
