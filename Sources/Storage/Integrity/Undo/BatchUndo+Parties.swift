import Foundation
import GRDB

extension BatchUndo {
  /// Voids the parties that only the batch made; sets back what it changed of others.
  func undoParties() throws {
    try prepareParents()
    try prepareMemberships()
    try voidParties()
    try undoPartyRevisions()
    try voidRows("partyRole", Self.isRoleUsed)
    try voidRows("contact", "0")
    try namePartyIdentifiers()
    try database.execute(sql: "DROP TABLE temp.parentParty; DROP TABLE temp.usedParty")
  }

  /// The parties that are parents of others, gathered once because no index finds them.
  private func prepareParents() throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.parentParty;
        CREATE TEMP TABLE parentParty (id INTEGER PRIMARY KEY);
        INSERT OR IGNORE INTO temp.parentParty
          SELECT parentId FROM partyRevision WHERE parentId IS NOT NULL
            AND recordingId NOT IN (SELECT id FROM temp.undoneRecording)
        """
    )
  }

  /// The roles of parties in agreements that hold, or held by a change that was not undone;
  /// gathered in one pass because no index finds them.
  private func prepareMemberships() throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.usedParty;
        CREATE TEMP TABLE usedParty (partyId INTEGER, role TEXT, PRIMARY KEY (partyId, role))
          WITHOUT ROWID;
        INSERT OR IGNORE INTO temp.usedParty
          SELECT m.partyId, m.role FROM agreementParty m JOIN agreement a ON a.id = m.agreementId
          WHERE a.isVoided = 0 AND (
            m.recordingId NOT IN (SELECT id FROM temp.undoneRecording)
            OR m.isPresent = 1 AND NOT EXISTS (
              SELECT 1 FROM agreementParty x
              WHERE x.id > m.id AND x.id <= (m.agreementId << 20) + 1048575
                AND x.role = m.role AND x.partyId = m.partyId AND x.isPresent = 0))
        """
    )
  }

  private func voidParties() throws {
    let changed = ["partyRole", "partyIdentifier", "contact", "assignment"].map { table in
      "EXISTS (SELECT 1 FROM \(table) x WHERE x.partyId = p.id AND \(Self.isLater("x.recordingId")))"
    }
    let rows = try RawStatement(
      database,
      """
      SELECT p.id, p.reference, EXISTS (SELECT 1 FROM temp.usedParty x WHERE x.partyId = p.id)
          OR EXISTS (SELECT 1 FROM temp.parentParty x WHERE x.id = p.id),
        \(changed.joined(separator: " OR ")) OR EXISTS (SELECT 1 FROM partyRevision x
          WHERE x.id BETWEEN p.id << 20 AND (p.id << 20) + 1048575
            AND \(Self.isLater("x.recordingId"))),
        EXISTS (SELECT 1 FROM temp.recordUse WHERE kind = 'party' AND id = p.id)
      FROM party p WHERE p.recordingId = ?1
        AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = p.id)
      ORDER BY p.id
      """
    )
    rows.bind(1, recording)
    while try rows.step() {
      if rows.integer(2) == 1 {
        keep("party", rows.text(1), "The party stays, because agreements that stay name it.")
      } else if rows.integer(4) == 1 {
        keep("party", rows.text(1), "The party stays, because records that stay refer to it.")
      } else if rows.integer(3) == 1 {
        keep("party", rows.text(1), "The party stays, because it was changed after the import.")
      } else {
        try void("party", rows.integer(0))
        outcome.parties += 1
      }
    }
  }

  // MARK: Rows of parties that stay

  /// Whether agreements that hold still show the role.
  private static let isRoleUsed = """
    EXISTS (SELECT 1 FROM temp.usedParty m WHERE m.partyId = p.partyId
      AND m.role = CASE p.role WHEN 'supplier' THEN 'supplier' ELSE 'buyer' END)
    """

  /// Voids rows of the batch for parties that are not voided, unless they are used.
  private func voidRows(_ table: String, _ isUsed: String) throws {
    let ids = try Int64.fetchAll(
      database,
      sql: """
        SELECT p.id FROM \(table) p WHERE p.recordingId = ? AND NOT (\(isUsed))
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = p.partyId)
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = '\(table)' AND recordId = p.id)
        ORDER BY p.id
        """,
      arguments: [recording]
    )
    for id in ids {
      try void(table, id)
      outcome.others += 1
    }
  }

  private func namePartyIdentifiers() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT p.reference, i.value, s.name AS scheme
        FROM partyIdentifier i JOIN party p ON p.id = i.partyId
          JOIN scheme s ON s.id = i.schemeId
        WHERE i.recordingId = ?1 AND p.recordingId <> ?1
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = p.id)
        ORDER BY p.reference, s.name, i.value
        """,
      arguments: [recording]
    )
    for row in rows {
      let (scheme, value): (String, String) = (row["scheme"], row["value"])
      keep(
        "party",
        row["reference"],
        "The party is still known as \(value) of \(scheme), because a name is never taken away."
      )
    }
  }

  /// Sets back what the batch changed of parties that were there before.
  private func undoPartyRevisions() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT r.*, p.reference FROM partyRevision r JOIN party p ON p.id = r.partyId
        WHERE r.recordingId = ?1 AND p.recordingId <> ?1
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = p.id)
        ORDER BY r.id
        """,
      arguments: [recording]
    )
    for row in rows { try undoPartyRevision(row) }
  }

  private func undoPartyRevision(_ row: Row) throws {
    let all = try Row.fetchAll(
      database,
      sql: """
        SELECT *, recordingId IN (SELECT id FROM temp.undoneRecording) AS isUndone
        FROM partyRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
        ORDER BY recordingId, id
        """,
      arguments: [row["partyId"] as Int64]
    )
    let staying = all.filter { $0["isUndone"] == 0 }
    guard let first = staying.first, let last = all.last else { return }
    var values = PartyValues(last)
    var changed: [String] = []
    for field in PartyValues(row).changed {
      let setters = staying.filter { PartyValues($0).changed.contains(field) }
      if setters.contains(where: { ($0["recordingId"] as Int64) > recording }) {
        keep("party", row["reference"], "What was set in \(field) after the import stays.")
        continue
      }
      values[field] = PartyValues(setters.last ?? first)[field]
      changed.append(field)
    }
    guard !changed.isEmpty else { return }
    let source = staying.last { ($0["sourceId"] as Int64?) != nil } ?? row
    try values.insert(
      session,
      id: (all.map { $0["id"] as Int64 }.max() ?? 0) + 1,
      changed: changed,
      source: [source["sourceId"], source["line"], source["record"]],
      effectiveOn: row["effectiveOn"]
    )
    outcome.revisions += 1
  }
}
