import GRDB
import Importing

/// Reads the revisions of an agreement as the store has them.
final class RevisionReader {
  private let all: RawStatement
  private let digests: RawStatement
  private let parties: RawStatement

  init(_ database: Database) throws {
    all = try RawStatement(
      database,
      """
      SELECT id, versionNumber, changed, sourceId, line, record, digest, effectiveOn,
        \(AgreementFacts.columns.joined(separator: ", "))
      FROM agreementRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      ORDER BY effectiveOn, recordingId, id
      """
    )
    digests = try RawStatement(
      database,
      """
      SELECT digest FROM agreementRevision
      WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 AND digest IS NOT NULL
      ORDER BY id DESC
      """
    )
    parties = try RawStatement(
      database,
      """
      SELECT role, partyId, isPresent, sourceId, max(id) FROM agreementParty
      WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 GROUP BY role, partyId
      """
    )
  }

  /// Whether the last statement of the digest's scheme has this digest.
  func lastDigest(of agreement: Int64, is digest: [UInt8]) throws -> Bool {
    digests.bind(1, agreement)
    defer { digests.reset() }
    while try digests.step() {
      let stored = unsafe digests.bytes(0)
      guard unsafe stored.prefix(4).elementsEqual(digest.prefix(4)) else { continue }
      return unsafe stored.elementsEqual(digest)
    }
    return false
  }

  /// All revisions; the last one is what holds.
  func revisions(of agreement: Int64) throws -> [RevisionRow] {
    all.bind(1, agreement)
    var rows: [RevisionRow] = []
    while try all.step() {
      rows.append(
        RevisionRow(
          id: all.integer(0),
          version: all.integer(1),
          facts: facts(from: 8),
          changed: all.optionalText(2),
          source: FactSource(all, from: 3),
          digest: all.isNull(6) ? nil : all.blob(6),
          effectiveOn: all.text(7)
        )
      )
    }
    return rows
  }

  private func facts(from first: Int32) -> [StoredValue] {
    (0..<Int32(AgreementFacts.fields.count)).map { number in
      let column = first + number
      if all.isNull(column) { return .null }
      let field = AgreementFacts.fields[Int(number)]
      return field.isNumber && !field.isDay
        ? .integer(all.integer(column)) : .text(all.text(column))
    }
  }

  /// The parties that take part now: role, party and whether a source said so; and the number
  /// of the next row about the agreement's parties.
  func parties(
    of agreement: Int64
  ) throws -> (rows: [(role: String, party: Int64, isSourced: Bool)], nextNumber: Int64) {
    parties.bind(1, agreement)
    var rows: [(role: String, party: Int64, isSourced: Bool)] = []
    var last: Int64 = 0
    while try parties.step() {
      last = max(last, parties.integer(4) & 0xFFFFF)
      guard parties.integer(2) == 1 else { continue }
      rows.append((parties.text(0), parties.integer(1), !parties.isNull(3)))
    }
    return (rows, last + 1)
  }
}
