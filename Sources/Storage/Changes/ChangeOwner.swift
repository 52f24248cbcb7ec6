import GRDB
import Model

/// Finds the agreement and the party that a record belongs to, whether it still holds or not.
final class ChangeOwner {
  private let reader: Reader
  private let firstParties: [RawStatement]
  private let partyName: RawStatement
  private let agreementName: RawStatement

  init(_ reader: Reader) throws {
    self.reader = reader
    // The counterparty of the later day, else any that there was.
    firstParties = try ["temp.agreementPartyAsOf", "main.agreementParty"].map {
      try RawStatement(
        reader.database,
        """
        SELECT m.partyId FROM \($0) m JOIN main.party p ON p.id = m.partyId AND p.isOwn = 0
        WHERE m.id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY m.position LIMIT 1
        """
      )
    }
    partyName = try RawStatement(
      reader.database,
      """
      SELECT p.reference, r.name FROM main.party p
      JOIN main.partyRevision r ON r.id BETWEEN p.id << 20 AND (p.id << 20) + 1048575
      WHERE p.id = ?1 AND r.effectiveOn <= ?2 AND r.recordingId <= ?3
      ORDER BY r.effectiveOn DESC, r.recordingId DESC, r.id DESC LIMIT 1
      """
    )
    agreementName = try RawStatement(
      reader.database,
      "SELECT reference FROM main.agreement WHERE id = ?"
    )
  }

  /// Where a record belongs, by the numbers of what it refers to.
  func owner(
    of type: RecordType,
    _ references: [String: Int64]
  ) throws -> (agreement: Int64?, party: Int64?) {
    var agreement = references["agreement"]
    var party: Int64?
    for part in RecordOwner.parts(of: type) {
      guard let id = references[part.field.name] else { continue }
      let owner = try owner(of: part.whole, try self.references(of: part.whole, id))
      agreement = agreement ?? owner.agreement
      party = party ?? owner.party
    }
    let ofAgreement = try agreement.flatMap(firstParty)
    return (agreement, ofAgreement ?? references["party"] ?? party)
  }

  /// What the latest revision of a record refers to.
  private func references(of type: RecordType, _ id: Int64) throws -> [String: Int64] {
    let names = RecordOwner.referring(type)
    guard !names.isEmpty else { return [:] }
    let row = try Row.fetchOne(
      reader.database.cachedStatement(
        sql: """
          SELECT \(names.map { "\($0)Id" }.joined(separator: ", ")) FROM main.\(type.revisionTable)
          WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
          ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1
          """
      ),
      arguments: [id]
    )
    guard let row else { return [:] }
    var references: [String: Int64] = [:]
    for (index, name) in names.enumerated() { references[name] = row[index] }
    return references
  }

  /// The first counterparty of an agreement, or nil.
  func firstParty(of agreement: Int64) throws -> Int64? {
    for statement in firstParties {
      statement.bind(1, agreement)
      defer { statement.reset() }
      if try statement.step() { return statement.integer(0) }
    }
    return nil
  }

  /// Reference and name of a party, or nil if it is not known on the later day.
  func party(_ id: Int64) throws -> (reference: String, name: String)? {
    partyName.bind(1, id)
    partyName.bind(2, reader.asOf.day.description)
    partyName.bind(3, reader.lastRecording)
    defer { partyName.reset() }
    return try partyName.step() ? (partyName.text(0), partyName.text(1)) : nil
  }

  /// The reference of an agreement, or nil.
  func agreement(_ id: Int64) throws -> String? {
    agreementName.bind(1, id)
    defer { agreementName.reset() }
    return try agreementName.step() ? agreementName.text(0) : nil
  }
}

extension RecordOwner {
  /// The names of the facts of a kind by which its owner is found.
  fileprivate static func referring(_ type: RecordType) -> [String] {
    let own = ["agreement", "party"].filter { name in
      guard case .reference(let table)? = type.field(name)?.type else { return false }
      return table == name
    }
    return own + parts(of: type).map(\.field.name)
  }
}
