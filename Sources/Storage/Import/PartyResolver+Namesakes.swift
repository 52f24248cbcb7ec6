import GRDB
import Importing

extension PartyResolver {
  /// Settles the parties at the end of an import and counts them.
  func finish(outcome: inout ImportCounts, plan: (PlanItem) -> Void) throws {
    let joined = try joinNamesakes()
    let disowned = try disown()
    try details.finish(firstNewId: firstNewId, counts: &outcome, plan: plan)
    try listLikelyMatches(plan)
    if joined || disowned { try recount() }
  }

  /// Takes a new party for our own only if every record that names it does, whatever their
  /// order: in a register of many bodies one may be buyer here and supplier there.
  ///
  /// - Returns: Whether there was any that is not.
  private func disown() throws -> Bool {
    for party in disowned.sorted() {
      try session.database.execute(
        sql: "UPDATE party SET isOwn = 0 WHERE id = ?",
        arguments: [party]
      )
    }
    return !disowned.isEmpty
  }

  /// Puts each new party that has only a name together with the one party of the same source
  /// and name that has an identifier.
  ///
  /// - Returns: Whether there was any.
  private func joinNamesakes() throws -> Bool {
    guard !nameless.isEmpty else { return false }
    let database = session.database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.nameless;
        DROP TABLE IF EXISTS temp.namesake;
        CREATE TEMP TABLE nameless (partyId INTEGER PRIMARY KEY);
        CREATE TEMP TABLE namesake (partyId INTEGER PRIMARY KEY, otherId INTEGER NOT NULL);
        """
    )
    let insert = try RawStatement(database, "INSERT INTO temp.nameless VALUES (?)")
    for party in nameless.sorted() where try !hasIdentifier(party) {
      insert.bind(1, party)
      try insert.run()
    }
    try findNamesakes()
    let found = try Int.fetchOne(database, sql: "SELECT count(*) FROM temp.namesake") ?? 0
    if found > 0 { try replaceNamesakes() }
    return found > 0
  }

  private func findNamesakes() throws {
    try session.database.execute(
      sql: """
        INSERT INTO temp.namesake
        SELECT own.partyId, min(other.partyId)
        FROM partyName own
        JOIN temp.nameless n ON n.partyId = own.partyId
        JOIN partyName other ON other.schemeId = own.schemeId AND other.nameKey = own.nameKey
          AND other.partyId <> own.partyId
        WHERE own.schemeId = ?
          AND EXISTS (SELECT 1 FROM partyIdentifier i WHERE i.partyId = other.partyId)
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = other.partyId)
        GROUP BY own.partyId HAVING count(DISTINCT other.partyId) = 1
        """,
      arguments: [schemeId]
    )
  }

  private func replaceNamesakes() throws {
    for row in try Row.fetchAll(session.database, sql: "SELECT * FROM temp.namesake") {
      try details.move(row["partyId"], to: row["otherId"])
    }
    let joined = "(SELECT partyId FROM temp.namesake)"
    try session.database.execute(
      sql: """
        UPDATE agreementParty SET partyId = (
          SELECT otherId FROM temp.namesake s WHERE s.partyId = agreementParty.partyId)
        WHERE partyId IN \(joined);
        UPDATE OR IGNORE partyRole SET partyId = (
          SELECT otherId FROM temp.namesake s WHERE s.partyId = partyRole.partyId)
        WHERE partyId IN \(joined) AND NOT EXISTS (
          SELECT 1 FROM partyRole r JOIN temp.namesake s ON s.otherId = r.partyId
          WHERE s.partyId = partyRole.partyId AND r.role = partyRole.role);
        DELETE FROM partyRole WHERE partyId IN \(joined);
        DELETE FROM partyName WHERE partyId IN \(joined);
        DELETE FROM party WHERE id IN \(joined);
        """
    )
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
      FROM partyName n
      CROSS JOIN partyName o ON o.nameKey = n.nameKey AND o.partyId < n.partyId
      CROSS JOIN party new ON new.id = n.partyId
      CROSS JOIN party other ON other.id = o.partyId
      WHERE n.partyId >= ? AND NOT EXISTS (
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
