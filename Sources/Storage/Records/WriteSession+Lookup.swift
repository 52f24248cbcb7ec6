import GRDB
import Model

extension WriteSession {
  /// A statement that is prepared once for the connection.
  private func kept(_ sql: String) throws -> Statement { try database.cachedStatement(sql: sql) }

  // MARK: What is there

  /// The condition that a record is there: nobody voided it, and if its revisions can be voided one
  /// by one, as undoing an import does, one of them is left.
  static func isThere(_ kind: String) -> String {
    guard kind != "agreement" else { return "isVoided = 0" }
    let isUnvoided = isUnvoided(kind, "\(kind).id")
    guard let type = RecordType.filed.first(where: { $0.table == kind }) else { return isUnvoided }
    return """
      \(isUnvoided) AND EXISTS (
        SELECT 1 FROM \(type.revisionTable) x
        WHERE x.id BETWEEN \(kind).id << 20 AND (\(kind).id << 20) + 1048575
          AND \(Self.isUnvoided(type.revisionTable, "x.id")))
      """
  }

  private static func isUnvoided(_ kind: String, _ id: String) -> String {
    "NOT EXISTS (SELECT 1 FROM voiding v WHERE v.kind = '\(kind)' AND v.recordId = \(id))"
  }

  /// The id of the record of a table with the reference that is there, or nil.
  func find(_ table: String, _ reference: String) throws -> Int64? {
    try Int64.fetchOne(
      kept("SELECT id FROM \(table) WHERE reference = ? AND \(Self.isThere(table))"),
      arguments: [reference]
    )
  }

  /// The id of the record of a table with the reference that nobody voided, or nil; it may be one
  /// of which nothing holds yet, or nothing any more since an import was undone.
  func named(_ table: String, _ reference: String) throws -> Int64? {
    let isUnvoided = table == "agreement" ? "isVoided = 0" : Self.isUnvoided(table, "\(table).id")
    return try Int64.fetchOne(
      kept("SELECT id FROM \(table) WHERE reference = ? AND \(isUnvoided)"),
      arguments: [reference]
    )
  }

  /// The id of the agreement with the reference that is not voided.
  func agreement(_ reference: String) throws -> Int64 {
    try there("agreement", reference)
  }

  /// The id of the party with the reference that is not voided.
  func party(_ reference: String) throws -> Int64 { try there("party", reference) }

  /// The id of the person with the reference that is not voided.
  func person(_ reference: String) throws -> Int64 { try there("person", reference) }

  /// The id of the service with the reference that is not voided.
  func service(_ reference: String) throws -> Int64 { try there("service", reference) }

  private func there(_ kind: String, _ reference: String) throws -> Int64 {
    guard let id = try find(kind, reference) else {
      throw StoreError.unknown(kind: kind, reference: reference)
    }
    return id
  }

  // MARK: What is new

  /// Refuses a reference that a record of the kind has or had, unless all that was said of that
  /// record came by imports that were undone.
  func requireFree(_ kind: String, _ reference: String) throws {
    guard try find(kind, reference) != nil || isWithdrawn(kind, reference) else { return }
    throw StoreError.notAllowed(
      "There is already \(kind == "agreement" ? "an" : "a") \(kind) with the reference \(reference). Choose another reference."
    )
  }

  /// Whether a record of the kind had the reference and was voided, so that it is not given again.
  func isWithdrawn(_ kind: String, _ reference: String) throws -> Bool {
    guard kind != "agreement" else { return false }
    let isUnvoided = Self.isUnvoided(kind, "\(kind).id")
    return try Int64.fetchOne(
      kept("SELECT id FROM \(kind) WHERE reference = ? AND NOT (\(isUnvoided))"),
      arguments: [reference]
    ) != nil
  }

  /// Makes a record of a kind with revisions, or takes the one of which nothing holds any more.
  ///
  /// - Returns: Its id.
  /// - Throws: ``StoreError/notAllowed(_:)`` if a record has or had the reference.
  func make(_ kind: String, _ reference: String) throws -> Int64 {
    try requireFree(kind, reference)
    if let id = try named(kind, reference) { return id }
    let id = try nextId(kind)
    try insert(kind, [.integer(id), .text(reference)])
    return id
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
      kept("SELECT max(id) FROM \(table) WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575"),
      arguments: [id]
    )
    return (last ?? id << 20) + 1
  }
}
