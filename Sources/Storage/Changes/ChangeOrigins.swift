import GRDB

/// Tells who recorded what.
final class ChangeOrigins {
  private let recordings: RawStatement
  private let reasons: RawStatement
  private var last: (recording: Int64, origin: ChangedRecord.Origin)?

  init(_ reader: Reader) throws {
    recordings = try RawStatement(
      reader.database,
      """
      SELECT g.recordedAt, e.actor, e.id FROM main.recording g
      JOIN main.journalEntry e ON e.id = g.entryId WHERE g.id = ?
      """
    )
    reasons = try RawStatement(
      reader.database,
      "SELECT reason FROM main.voiding WHERE kind = ? AND recordId = ? AND recordingId = ?"
    )
  }

  /// Where a row comes from; a day stands in for its own.
  func origin(of state: RecordState, from day: String? = nil) throws -> ChangedRecord.Origin {
    var origin = try origin(of: state.recording)
    origin.effectiveOn = day ?? state.effectiveOn
    origin.source = state.source
    return origin
  }

  /// Who recorded something, without day and source.
  func origin(of recording: Int64) throws -> ChangedRecord.Origin {
    if let last, last.recording == recording { return last.origin }
    recordings.bind(1, recording)
    defer { recordings.reset() }
    guard try recordings.step() else {
      throw StoreError.refused("recording \(recording) has no entry; run `liaison doctor`")
    }
    let origin = ChangedRecord.Origin(
      recordedAt: recordings.text(0),
      actor: recordings.text(1),
      entry: recordings.integer(2)
    )
    last = (recording, origin)
    return origin
  }

  /// Why a row was voided by a recording, or nil.
  func reason(_ kind: String, _ id: Int64, _ recording: Int64) throws -> String? {
    reasons.bind(1, kind)
    reasons.bind(2, id)
    reasons.bind(3, recording)
    defer { reasons.reset() }
    return try reasons.step() ? reasons.text(0) : nil
  }
}
