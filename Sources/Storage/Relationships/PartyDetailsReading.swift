import GRDB
import Model

/// Reads the facts of single parties for relationship files.
final class PartyDetailsReading {
  private let parties: RawStatement
  private let roles: RawStatement
  private let contacts: RawStatement
  private let assigned: RawStatement
  private let general: RawStatement

  init(_ database: Database) throws {
    parties = try RawStatement(
      database,
      "SELECT reference, name, isOwn, tier, country FROM temp.partyAsOf WHERE partyId = ?"
    )
    roles = try RawStatement(
      database,
      """
      SELECT role, validFrom, validThrough FROM temp.partyRoleAsOf WHERE partyId = ?
      ORDER BY role, validFrom
      """
    )
    contacts = try RawStatement(
      database,
      """
      SELECT name, email, phone, validFrom, validThrough FROM temp.contactAsOf WHERE partyId = ?
      ORDER BY name, id
      """
    )
    let facts = "SELECT role, personId, deputyId, agreementId, validFrom, validThrough"
    assigned = try RawStatement(
      database,
      """
      \(facts) FROM temp.assignmentAsOf WHERE partyId = ?1
      UNION ALL
      \(facts) FROM temp.assignmentAsOf
      WHERE agreementId IN (SELECT agreementId FROM temp.agreementOwner WHERE partyId = ?1)
      ORDER BY 1, 5, 2
      """
    )
    general = try RawStatement(
      database,
      """
      \(facts) FROM temp.assignmentAsOf WHERE partyId IS NULL AND agreementId IS NULL
      ORDER BY 1, 5, 2
      """
    )
    try database.execute(
      sql: "CREATE INDEX IF NOT EXISTS temp.agreementOwnerByParty ON agreementOwner (partyId)"
    )
  }

  /// The party with its roles and contacts.
  func facts(_ id: Int64) throws -> PartyFacts {
    var party = PartyFacts(id: id, reference: "", name: "")
    try each(parties, id) { row in
      party.reference = row.text(0)
      party.name = row.text(1)
      party.isOwn = row.integer(2) == 1
      party.tier = row.optionalText(3)
      party.country = row.optionalText(4)
    }
    try each(roles, id) { row in
      party.roles.append(
        PartyFacts.Role(row.text(0), validFrom: Self.day(row, 1), validThrough: Self.day(row, 2))
      )
    }
    try each(contacts, id) { row in
      var contact = PartyFacts.Contact(name: row.text(0))
      contact.email = row.optionalText(1)
      contact.phone = row.optionalText(2)
      contact.validFrom = Self.day(row, 3)
      contact.validThrough = Self.day(row, 4)
      party.contacts.append(contact)
    }
    return party
  }

  /// Who answers for the party or its agreements; nil for those who answer for all.
  func assignments(_ party: Int64?) throws -> [AssignmentFacts] {
    var assignments: [AssignmentFacts] = []
    try each(party == nil ? general : assigned, party) { row in
      var assignment = AssignmentFacts(
        role: row.text(0),
        person: row.integer(1),
        agreement: row.optionalInteger(3),
        validFrom: Self.day(row, 4) ?? .first,
        validThrough: Self.day(row, 5)
      )
      assignment.deputy = row.optionalInteger(2)
      assignments.append(assignment)
    }
    return assignments
  }

  private func each(
    _ statement: RawStatement,
    _ id: Int64?,
    _ body: (RawStatement) -> Void
  ) throws {
    if let id { statement.bind(1, id) }
    while try statement.step() { body(statement) }
    statement.reset()
  }

  private static func day(_ row: RawStatement, _ column: Int32) -> CivilDay? {
    row.optionalText(column).flatMap { CivilDay($0) }
  }
}
