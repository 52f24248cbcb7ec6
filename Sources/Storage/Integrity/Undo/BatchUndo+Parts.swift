import GRDB

extension BatchUndo {
  /// Takes back who takes part in agreements that stay, or lets those take part again whom the
  /// batch removed.
  func undoMemberships() throws {
    let rows = try parts(
      of: "agreementParty",
      key: ["role", "partyId"],
      near: "x.id BETWEEN p.agreementId << 20 AND (p.agreementId << 20) + 1048575"
    )
    for row in rows {
      let (agreement, role, party): (Int64, String, Int64) =
        (row["agreementId"], row["role"], row["partyId"])
      let reference: String = row["reference"]
      guard row["isLater"] == 0 else {
        keep(
          "agreement",
          reference,
          "Whether party \(try partyReference(party)) takes part as \(role) was settled after "
            + "the import."
        )
        continue
      }
      let before = try before(
        row,
        "agreementParty",
        "id BETWEEN ?2 << 20 AND (?2 << 20) + 1048575 AND role = ?3 AND partyId = ?4",
        [.text(role), .integer(party)]
      )
      let source = before ?? row
      try session.insert(
        "agreementParty",
        [
          .integer(try session.nextMembership(of: agreement)), .integer(agreement),
          .text(role), .integer(party), .integer(row["isPresent"] == 1 ? 0 : 1),
          .integer(source["position"]),
          StoredValue(source["sourceId"] as Int64?), StoredValue(source["line"] as Int64?),
          StoredValue(source["record"] as Int64?), .text(row["effectiveOn"]),
        ]
      )
      outcome.others += 1
    }
  }

  /// Takes back what agreements that stay mention since the batch.
  func undoMentions() throws {
    let rows = try parts(
      of: "agreementMention",
      key: ["kind", "name"],
      near: "x.agreementId = p.agreementId"
    )
    for row in rows {
      let (kind, name): (String, String) = (row["kind"], row["name"])
      guard row["isLater"] == 0 else {
        keep(
          "agreement",
          row["reference"],
          "What was said of the \(kind) \u{201C}\(name)\u{201D} after the import stays."
        )
        continue
      }
      let before = try before(
        row,
        "agreementMention",
        "agreementId = ?2 AND kind = ?3 AND name = ?4",
        [.text(kind), .text(name)]
      )
      let source = before ?? row
      try session.insert(
        "agreementMention",
        [
          .integer(row["agreementId"]), .text(kind), .text(name),
          .integer(before?["isPresent"] ?? 0), StoredValue(source["detail"] as String?),
          StoredValue(source["locator"] as String?), StoredValue(source["checkedBy"] as String?),
          StoredValue(source["checkedOn"] as String?),
          StoredValue(source["originalId"] as Int64?), StoredValue(source["sourceId"] as Int64?),
          StoredValue(source["line"] as Int64?), StoredValue(source["record"] as Int64?),
          .text(row["effectiveOn"]),
        ]
      )
      outcome.others += 1
    }
  }

  /// Takes back what the batch noted of agreements that its source lists or no longer lists.
  func undoPresences() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT p.schemeId, p.agreementId, p.isPresent, p.action
        FROM sourcePresence p JOIN agreement a ON a.id = p.agreementId
        WHERE p.recordingId = ?1 AND a.isVoided = 0 AND NOT EXISTS (
          SELECT 1 FROM sourcePresence x WHERE x.schemeId = p.schemeId
            AND x.agreementId = p.agreementId AND \(Self.isLater("x.recordingId")))
        ORDER BY p.agreementId
        """,
      arguments: [recording]
    )
    for row in rows {
      let before = try before(
        row,
        "sourcePresence",
        "agreementId = ?2 AND schemeId = ?3",
        [.integer(row["schemeId"])]
      )
      try session.insert(
        "sourcePresence",
        [
          .integer(row["schemeId"]), .integer(row["agreementId"]),
          .integer(before?["isPresent"] ?? 1),
          StoredValue((before ?? row)["action"] as String?),
        ]
      )
      outcome.others += 1
    }
  }

  /// Names the further names of agreements that stay: a name cannot be taken away.
  func nameIdentifiers() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT a.reference, i.value, s.name AS scheme
        FROM agreementIdentifier i JOIN agreement a ON a.id = i.agreementId
          JOIN scheme s ON s.id = i.schemeId
        WHERE i.recordingId = ?1 AND a.recordingId <> ?1 AND a.isVoided = 0
        ORDER BY a.reference, s.name, i.value
        """,
      arguments: [recording]
    )
    for row in rows {
      let (scheme, value): (String, String) = (row["scheme"], row["value"])
      keep(
        "agreement",
        row["reference"],
        "The agreement is still known as \(value) of \(scheme), because a name is never taken "
          + "away."
      )
    }
  }

  // MARK: Rows of agreements that stay

  /// The rows that the batch wrote for agreements that were there before, with the agreement's
  /// reference and whether a later row has the same key.
  private func parts(of table: String, key: [String], near: String) throws -> [Row] {
    let same = key.map { "x.\($0) = p.\($0)" }.joined(separator: " AND ")
    return try Row.fetchAll(
      database,
      sql: """
        SELECT p.*, a.reference, EXISTS (
          SELECT 1 FROM \(table) x WHERE \(near) AND \(same)
            AND \(Self.isLater("x.recordingId"))) AS isLater
        FROM \(table) p JOIN agreement a ON a.id = p.agreementId
        WHERE p.recordingId = ?1 AND a.recordingId <> ?1 AND a.isVoided = 0
        ORDER BY p.agreementId, p.sequence
        """,
      arguments: [recording]
    )
  }

  /// The row of the same key that held without the batch; ?2 is the agreement.
  private func before(
    _ row: Row,
    _ table: String,
    _ condition: String,
    _ key: [StoredValue]
  ) throws -> Row? {
    let values: [(any DatabaseValueConvertible)?] =
      [recording, row["agreementId"] as Int64] + key.map(\.argument)
    return try Row.fetchOne(
      database,
      sql: """
        SELECT * FROM \(table) WHERE recordingId < ?1 AND \(condition)
          AND recordingId NOT IN (SELECT id FROM temp.undoneRecording)
        ORDER BY recordingId DESC LIMIT 1
        """,
      arguments: StatementArguments(values)
    )
  }

  private func partyReference(_ id: Int64) throws -> String {
    try String.fetchOne(
      database,
      sql: "SELECT reference FROM party WHERE id = ?",
      arguments: [id]
    ) ?? "\(id)"
  }
}

extension StoredValue {
  /// The value as GRDB binds it.
  var argument: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .integer(let integer): integer
    case .text(let text): text
    case .blob: nil
    }
  }
}
