import GRDB

extension WriteSession {
  /// The id of the agreement with the reference that is not voided.
  func agreement(_ reference: String) throws -> Int64 {
    try id(
      "agreement",
      reference,
      "SELECT id FROM agreement WHERE reference = ? AND isVoided = 0"
    )
  }

  /// The id of the party with the reference that is not voided.
  func party(_ reference: String) throws -> Int64 { try unvoided("party", reference) }

  /// The id of the person with the reference that is not voided.
  func person(_ reference: String) throws -> Int64 { try unvoided("person", reference) }

  /// The id of the service with the reference that is not voided.
  func service(_ reference: String) throws -> Int64 { try unvoided("service", reference) }

  private func unvoided(_ kind: String, _ reference: String) throws -> Int64 {
    try id(
      kind,
      reference,
      """
      SELECT id FROM \(kind) WHERE reference = ?
        AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = '\(kind)' AND recordId = id)
      """
    )
  }

  private func id(_ kind: String, _ reference: String, _ sql: String) throws -> Int64 {
    guard let id = try Int64.fetchOne(database, sql: sql, arguments: [reference]) else {
      throw StoreError.unknown(kind: kind, reference: reference)
    }
    return id
  }

  /// Refuses a reference that a record of the kind has or had.
  func requireFree(_ kind: String, _ reference: String) throws {
    let condition = kind == "agreement" ? " AND isVoided = 0" : ""
    let taken = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM \(kind) WHERE reference = ?\(condition)",
      arguments: [reference]
    )
    guard taken != nil else { return }
    throw StoreError.notAllowed(
      "There is already \(kind == "agreement" ? "an" : "a") \(kind) with the reference \(reference). Choose another reference."
    )
  }

  /// Voids a record.
  func void(_ kind: String, _ id: Int64, reason: String) throws {
    try insert("voiding", [.text(kind), .integer(id), .text(reason)])
  }

  /// The id for the next revision of a record.
  func nextRevision(_ kind: String, of id: Int64) throws -> Int64 {
    try nextId("\(kind)Revision", of: id)
  }

  /// The id for the next row about the parties of an agreement.
  func nextMembership(of agreement: Int64) throws -> Int64 {
    try nextId("agreementParty", of: agreement)
  }

  /// The id for the next row of a table whose rows about one record lie together.
  private func nextId(_ table: String, of id: Int64) throws -> Int64 {
    let last = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(id) FROM \(table)
        WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
        """,
      arguments: [id]
    )
    return (last ?? id << 20) + 1
  }
}
