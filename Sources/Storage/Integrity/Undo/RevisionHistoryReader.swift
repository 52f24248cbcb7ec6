import GRDB
import Importing

/// Reads the histories of agreements for ``BatchUndo``, a million of them if need be.
final class RevisionHistoryReader {
  private let revisions: RevisionReader
  private let places: RawStatement
  private let voided: RawStatement
  private let made: RawStatement

  /// Prepares for the versions that the batch's recording made.
  init(_ database: Database, recording: Int64) throws {
    revisions = try RevisionReader(database)
    places = try RawStatement(
      database,
      """
      SELECT id, recordingId, recordingId IN (SELECT id FROM temp.undoneRecording)
      FROM agreementRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      """
    )
    voided = try RawStatement(
      database,
      """
      SELECT recordId & 1048575 FROM voiding
      WHERE kind = 'agreementVersion' AND recordId BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      """
    )
    made = try RawStatement(
      database,
      """
      SELECT number FROM agreementVersion WHERE agreementId = ? AND recordingId = ?
      ORDER BY number
      """
    )
    made.bind(2, recording)
  }

  /// All revisions of an agreement, and its versions that are voided.
  func history(of agreement: Int64) throws -> RevisionHistory {
    places.bind(1, agreement)
    var known: [Int64: (recording: Int64, isUndone: Bool)] = [:]
    while try places.step() {
      known[places.integer(0)] = (places.integer(1), places.integer(2) == 1)
    }
    let entries = try revisions.revisions(of: agreement).map { row in
      let place = known[row.id] ?? (0, false)
      return RevisionHistory.Entry(row: row, recording: place.recording, isUndone: place.isUndone)
    }
    return RevisionHistory(
      entries: entries,
      voidedVersions: Set(try numbers(voided, agreement))
    )
  }

  /// The numbers of the versions that the batch made, in order.
  func madeVersions(of agreement: Int64) throws -> [Int64] { try numbers(made, agreement) }

  private func numbers(_ statement: RawStatement, _ agreement: Int64) throws -> [Int64] {
    statement.bind(1, agreement)
    var numbers: [Int64] = []
    while try statement.step() { numbers.append(statement.integer(0)) }
    return numbers
  }
}
