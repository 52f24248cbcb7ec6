import GRDB

/// Who of us answers for agreements and parties on the day.
public struct Owners: Sendable {
  private var byAgreement: [Int64: String] = [:]
  private var byParty: [Int64: String] = [:]

  /// The name of the person in charge of an agreement: the one assigned to it, else the one
  /// that its record names, else the one assigned to the party; nil if nobody is.
  public func owner(of agreement: AgreementRecord, party: PartyRecord?) -> String? {
    byAgreement[agreement.id] ?? agreement.owner ?? party.flatMap { byParty[$0.id] }
  }

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT a.agreementId, a.partyId, p.name FROM temp.assignmentAsOf a
        JOIN temp.personAsOf p ON p.personId = a.personId
        WHERE a.role IN ('contractManager', 'relationshipManager')
          AND a.validFrom <= (SELECT day FROM temp.asOf)
          AND (a.validThrough IS NULL OR a.validThrough >= (SELECT day FROM temp.asOf))
        ORDER BY a.role DESC, a.validFrom, a.id
        """
    )
    for row in rows {
      let name: String = row["name"]
      if let agreement: Int64 = row["agreementId"] {
        byAgreement[agreement] = name
      } else if let party: Int64 = row["partyId"] {
        byParty[party] = name
      }
    }
  }
}

extension Reader {
  /// Who of us answers for what on the day.
  ///
  /// - Returns: The owners.
  /// - Throws: ``StoreError``.
  public func owners() throws -> Owners { try Owners(database) }
}
