import Foundation
import GRDB
import Importing

/// Finds the ids of what records of a native document refer to.
final class NativeReferences {
  private let session: WriteSession
  private let recordings: RawStatement
  private let addRecorded: RawStatement
  private let originals: RawStatement
  private let agreements: RawStatement
  private let voidedAgreements: RawStatement
  private let addVoided: RawStatement
  private var owners: [String: RawStatement] = [:]
  private var schemes: [String: Int64] = [:]
  /// Records that were referred to and have not come yet, with their ids.
  private var awaited: [String: [String: Int64]] = [:]
  private var seen = ByteTable()

  init(_ session: WriteSession) throws {
    self.session = session
    let database = session.database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.nativeRecorded;
        CREATE TEMP TABLE nativeRecorded (
          recordedAt TEXT, number INTEGER, id INTEGER, PRIMARY KEY (recordedAt, number)
        ) WITHOUT ROWID;
        DROP TABLE IF EXISTS temp.nativeVoidedAgreement;
        CREATE TEMP TABLE nativeVoidedAgreement (
          reference TEXT, number INTEGER, id INTEGER, PRIMARY KEY (reference, number)
        ) WITHOUT ROWID;
        """
    )
    recordings = try RawStatement(
      database,
      "SELECT id FROM temp.nativeRecorded WHERE recordedAt = ? AND number = ?"
    )
    addRecorded = try RawStatement(
      database,
      "INSERT INTO temp.nativeRecorded (recordedAt, number, id) VALUES (?, ?, ?)"
    )
    originals = try RawStatement(database, "SELECT id FROM original WHERE sha256 = ?")
    agreements = try RawStatement(
      database,
      "SELECT id FROM agreement WHERE reference = ? AND isVoided = 0"
    )
    voidedAgreements = try RawStatement(
      database,
      "SELECT id FROM temp.nativeVoidedAgreement WHERE reference = ? AND number = ?"
    )
    addVoided = try RawStatement(
      database,
      """
      INSERT INTO temp.nativeVoidedAgreement (reference, number, id)
      SELECT ?1, 1 + count(*), ?2 FROM temp.nativeVoidedAgreement WHERE reference = ?1
      """
    )
  }

  // MARK: Recordings

  func addRecording(_ instant: String, number: Int64) throws {
    addRecorded.bind(1, instant)
    addRecorded.bind(2, number)
    addRecorded.bind(3, try session.addRecording(instant))
    try addRecorded.run()
  }

  /// The recording at an instant, or nil if the document does not list it.
  func recording(_ instant: ArraySlice<UInt8>, number: Int64) throws -> Int64? {
    guard number == 1 else {
      return try recording(String(decoding: instant, as: UTF8.self), number: number)
    }
    if let id = unsafe instant.withUnsafeBytes({ unsafe seen.value($0) }) { return id }
    let id = try recording(String(decoding: instant, as: UTF8.self), number: 1)
    if let id { unsafe instant.withUnsafeBytes { unsafe seen.set($0, id) } }
    return id
  }

  private func recording(_ instant: String, number: Int64) throws -> Int64? {
    recordings.bind(1, instant)
    recordings.bind(2, number)
    return try first(recordings)
  }

  // MARK: Records

  func addScheme(_ name: String, id: Int64) { schemes[name] = id }

  func scheme(_ name: String) -> Int64? { schemes[name] }

  func original(_ sha256: [UInt8]) throws -> Int64? {
    originals.bind(1, blob: sha256)
    return try first(originals)
  }

  /// The agreement of the reference that holds, or the voided one with the number.
  func agreement(_ reference: String, voided number: Int64?) throws -> Int64? {
    let statement = number == nil ? agreements : voidedAgreements
    statement.bind(1, reference)
    if let number { statement.bind(2, number) }
    return try first(statement)
  }

  func addVoidedAgreement(_ reference: String, id: Int64) throws {
    addVoided.bind(1, reference)
    addVoided.bind(2, id)
    try addVoided.run()
  }

  /// The id of a record of a table, which may come later in the document.
  func record(_ table: String, _ reference: String, nextId: () -> Int64) throws -> Int64 {
    let statement =
      try owners[table]
      ?? RawStatement(session.database, "SELECT id FROM \(table) WHERE reference = ?")
    owners[table] = statement
    statement.bind(1, reference)
    if let id = try first(statement) ?? awaited[table]?[reference] { return id }
    let id = nextId()
    awaited[table, default: [:]][reference] = id
    return id
  }

  /// The id that was given ahead to a record that comes now.
  func arrive(_ table: String, _ reference: @autoclosure () -> String) -> Int64? {
    guard awaited[table]?.isEmpty == false else { return nil }
    return awaited[table]?.removeValue(forKey: reference())
  }

  /// A reference to a record that never came.
  var missing: (table: String, reference: String)? {
    for (table, references) in awaited.sorted(by: { $0.key < $1.key }) {
      if let reference = references.keys.min() { return (table, reference) }
    }
    return nil
  }

  private func first(_ statement: RawStatement) throws -> Int64? {
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.integer(0)
  }
}
