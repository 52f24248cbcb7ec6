import GRDB

/// Finds the records that a source refers to, as the source calls them.
///
/// A party or an agreement that the source lists may be in the store under another reference: the
/// source's own name of it is then looked for too.
final class RecordReferences {
  private let session: WriteSession
  private let schemeId: Int64
  /// Whether the new records of the import are made, though nothing may be said of them yet.
  var areMade = false
  private let notePartyRow, party, agreement: RawStatement

  init(_ session: WriteSession, schemeId: Int64) throws {
    self.session = session
    self.schemeId = schemeId
    let database = session.database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.listedParty;
        CREATE TEMP TABLE listedParty (reference TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID
        """
    )
    notePartyRow = try RawStatement(
      database,
      "INSERT OR REPLACE INTO temp.listedParty VALUES (?, ?)"
    )
    party = try RawStatement(database, "SELECT id FROM temp.listedParty WHERE reference = ?")
    agreement = try RawStatement(
      database,
      """
      SELECT i.agreementId FROM agreementIdentifier i JOIN agreement a ON a.id = i.agreementId
      WHERE i.schemeId = ? AND i.value = ? AND a.isVoided = 0
      """
    )
  }

  /// Notes under which reference the source lists a party.
  func note(party reference: String, id: Int64) throws {
    guard !reference.isEmpty else { return }
    notePartyRow.bind(1, reference)
    notePartyRow.bind(2, id)
    try notePartyRow.run()
  }

  /// The id of the record of a table with the reference, or nil.
  func find(_ table: String, _ reference: String) throws -> Int64? {
    switch table {
    case "party": try listedParty(reference) ?? session.find(table, reference)
    case "agreement": try session.find(table, reference) ?? listedAgreement(reference)
    case "calendar": try calendar(reference)
    default: try areMade ? session.named(table, reference) : session.find(table, reference)
    }
  }

  private func calendar(_ reference: String) throws -> Int64? {
    try Int64.fetchOne(
      session.database,
      sql: """
        SELECT id FROM calendar c WHERE reference = ? AND NOT EXISTS (
          SELECT 1 FROM voiding WHERE kind = 'calendar' AND recordId = c.id) LIMIT 1
        """,
      arguments: [reference]
    )
  }

  private func listedParty(_ reference: String) throws -> Int64? {
    party.bind(1, reference)
    guard let id = try first(party) else { return nil }
    let isThere = try Int64.fetchOne(
      session.database,
      sql: "SELECT id FROM party WHERE id = ?",
      arguments: [id]
    )
    return try isThere ?? joined(id)
  }

  /// The party that a new party of the same name was put together with.
  private func joined(_ id: Int64) throws -> Int64? {
    try Int64.fetchOne(
      session.database,
      sql: "SELECT otherId FROM temp.namesake WHERE partyId = ?",
      arguments: [id]
    )
  }

  private func listedAgreement(_ reference: String) throws -> Int64? {
    agreement.bind(1, schemeId)
    agreement.bind(2, reference)
    return try first(agreement)
  }

  private func first(_ statement: RawStatement) throws -> Int64? {
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.integer(0)
  }
}
