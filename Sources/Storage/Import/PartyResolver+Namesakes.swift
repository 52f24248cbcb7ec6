import GRDB
import Importing

extension PartyResolver {
  /// Settles the parties at the end of an import and counts them.
  func finish(outcome: inout ImportCounts, plan: (PlanItem) -> Void) throws {
    let joined = try joinNamesakes()
    try details.finish(firstNewId: firstNewId, counts: &outcome, plan: plan)
    try listLikelyMatches(plan)
    if joined { try recount() }
  }

  /// Puts each new party that has only a name together with the one party of the same source
  /// and name that has an identifier.
  ///
  /// - Returns: Whether there was any.
  private func joinNamesakes() throws -> Bool {
    var joined = false
    for party in nameless.sorted() {
      let others = try Int64.fetchAll(
        session.database,
        sql: """
          SELECT other.partyId FROM partyName own
          JOIN partyName other ON other.schemeId = own.schemeId AND other.nameKey = own.nameKey
          WHERE own.partyId = ?1 AND other.partyId <> ?1 AND own.schemeId = ?2
            AND EXISTS (SELECT 1 FROM partyIdentifier i WHERE i.partyId = other.partyId)
            AND NOT EXISTS (
              SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = other.partyId)
          """,
        arguments: [party, schemeId]
      )
      guard others.count == 1, try !hasIdentifier(party) else { continue }
      try replace(party, by: others[0])
      joined = true
    }
    return joined
  }

  private func replace(_ party: Int64, by other: Int64) throws {
    let database = session.database
    try database.execute(
      sql: "UPDATE agreementParty SET partyId = ? WHERE partyId = ?",
      arguments: [other, party]
    )
    for table in ["partyRole", "partyName"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE partyId = ?", arguments: [party])
    }
    try database.execute(sql: "DELETE FROM party WHERE id = ?", arguments: [party])
    try details.move(party, to: other)
  }

  /// Reckons the digests of the tables anew from which rows were taken.
  private func recount() throws {
    for name in ["agreementParty", "partyRole", "partyName", "party"] {
      let digest = try TableDigest(session.database, table: name)
        .digest(recording: session.recordingId)
      try session.writer(name).replaceDigest(digest)
    }
  }

  /// Lists new parties whose name is that of another party: perhaps the same, never merged.
  private func listLikelyMatches(_ plan: (PlanItem) -> Void) throws {
    let rows = try RawStatement(
      session.database,
      """
      SELECT DISTINCT new.reference, other.reference
      FROM party new
      JOIN partyName n ON n.partyId = new.id
      JOIN partyName o ON o.nameKey = n.nameKey AND o.partyId <> n.partyId
      JOIN party other ON other.id = o.partyId
      WHERE new.id >= ? AND (other.id < new.id) AND NOT EXISTS (
        SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = other.id)
      ORDER BY new.reference, other.reference LIMIT 1000
      """
    )
    rows.bind(1, firstNewId)
    while try rows.step() {
      let change = PlanItem.Change(field: "party", before: rows.text(1), after: nil)
      plan(
        PlanItem(
          action: .likelyMatch,
          kind: "party",
          reference: rows.text(0),
          changes: [change],
          place: nil
        )
      )
    }
  }
}
