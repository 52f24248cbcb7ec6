import GRDB
import Model

extension Reader {
  /// Hands over every party that is there on the day, in order of reference.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachParty(_ body: (PartyRecord) throws -> Void) throws {
    let ids = try RawStatement(
      database,
      "SELECT partyId FROM temp.partyAsOf ORDER BY reference"
    )
    while try ids.step() {
      if let party = try readParty(ids.integer(0)) { try body(party) }
    }
  }

  /// The party with the reference.
  ///
  /// - Returns: Nil if there is none on the day.
  /// - Throws: ``StoreError``.
  public func party(_ reference: String) throws -> PartyRecord? {
    let id = try Int64.fetchOne(
      database,
      sql: "SELECT partyId FROM temp.partyAsOf WHERE reference = ?",
      arguments: [reference]
    )
    return try id.flatMap(party)
  }

  /// A function that gives the parties of agreements: counterparties before ourselves, then by
  /// role and position.
  ///
  /// - Returns: The function, which takes an agreement's number.
  /// - Throws: ``StoreError``.
  public func partiesOfAgreements() throws -> (Int64) throws -> [PartyInAgreement] {
    let statement = try RawStatement(
      database,
      """
      SELECT role, partyId, isPresent, position, effectiveOn, recordingId FROM main.agreementParty
      WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      """
    )
    let day = asOf.day
    return { agreement in
      statement.bind(1, agreement)
      var memberships: [Membership] = []
      while try statement.step() {
        guard statement.integer(5) <= self.lastRecording,
          let from = unsafe CivilDay(iso: statement.bytes(4)), from <= day
        else { continue }
        let row = Membership(statement)
        memberships.removeAll { $0.party == row.party && $0.role == row.role }
        if row.isPresent { memberships.append(row) }
      }
      if memberships.count > 1 { memberships.sort { $0.rank < $1.rank } }
      let entries = try memberships.compactMap { row in
        try self.party(row.party).map { PartyInAgreement(role: row.role, party: $0) }
      }
      guard entries.count > 1 else { return entries }
      return entries.filter { !$0.party.isOwn } + entries.filter(\.party.isOwn)
    }
  }

  /// A row about a party's part in an agreement.
  private struct Membership {
    let role: String
    let party: Int64
    let isPresent: Bool
    let position: Int64

    init(_ statement: RawStatement) {
      role = statement.text(0)
      party = statement.integer(1)
      isPresent = statement.integer(2) == 1
      position = statement.integer(3)
    }

    /// Suppliers before buyers before signatories, then by position.
    var rank: (Int, Int64, Int64) {
      (role == "supplier" ? 0 : role == "buyer" ? 1 : 2, position, party)
    }
  }

  /// The number of agreements of each party on the day.
  ///
  /// - Returns: Counts by the party's number; a party without agreements is missing.
  /// - Throws: ``StoreError``.
  public func agreementCounts() throws -> [Int64: Int] {
    let statement = try RawStatement(
      database,
      """
      SELECT m.partyId, count(DISTINCT m.agreementId) FROM temp.agreementPartyAsOf m
      JOIN main.agreement a ON a.id = m.agreementId AND a.isVoided = 0
      GROUP BY m.partyId
      """
    )
    var counts: [Int64: Int] = [:]
    while try statement.step() { counts[statement.integer(0)] = Int(statement.integer(1)) }
    return counts
  }

  /// The party with the number in the store, read once; nil if there is none on the day.
  ///
  /// - Throws: ``StoreError``.
  public func party(_ id: Int64) throws -> PartyRecord? {
    if let known = parties[id] { return known }
    guard let party = try readParty(id) else { return nil }
    if parties.count >= 50_000 { parties.removeAll() }
    parties[id] = party
    return party
  }

  private func readParty(_ id: Int64) throws -> PartyRecord? {
    let statements = try partyStatements()
    statements.party.bind(1, id)
    guard try statements.party.step() else { return nil }
    let party = PartyRecord()
    party.id = id
    party.reference = statements.party.text(0)
    party.isOwn = statements.party.integer(1) == 1
    party.name = statements.party.text(2)
    party.country = statements.party.optionalText(3)
    party.address = statements.party.optionalText(4)
    party.postalCode = statements.party.optionalText(5)
    party.city = statements.party.optionalText(6)
    party.email = statements.party.optionalText(7)
    party.phone = statements.party.optionalText(8)
    party.website = statements.party.optionalText(9)
    party.tier = statements.party.optionalText(10)
    statements.party.reset()
    statements.roles.bind(1, id)
    while try statements.roles.step() { party.roles.append(statements.roles.text(0)) }
    statements.identifiers.bind(1, id)
    while try statements.identifiers.step() {
      party.identifiers.append(
        (statements.identifiers.text(0), statements.identifiers.text(1))
      )
    }
    return party
  }

  private func partyStatements() throws -> PartyStatements {
    if let statements { return statements }
    let new = try PartyStatements(database)
    statements = new
    return new
  }
}

/// The statements that read one party.
final class PartyStatements {
  let party, roles, identifiers: RawStatement

  init(_ database: Database) throws {
    party = try RawStatement(
      database,
      """
      SELECT reference, isOwn, name, country, address, postalCode, city, email, phone, website, tier
      FROM temp.partyAsOf WHERE partyId = ?
      """
    )
    roles = try RawStatement(
      database,
      """
      SELECT DISTINCT role FROM temp.partyRoleAsOf WHERE partyId = ?
        AND (validFrom IS NULL OR validFrom <= (SELECT day FROM temp.asOf))
        AND (validThrough IS NULL OR validThrough >= (SELECT day FROM temp.asOf))
      ORDER BY role
      """
    )
    identifiers = try RawStatement(
      database,
      "SELECT scheme, value FROM temp.partyIdentifierAsOf WHERE partyId = ? ORDER BY scheme, value"
    )
  }
}
