/// What one row of the store says about a record.
struct RecordState {
  /// The number of the row.
  let id: Int64
  let effectiveOn: String
  /// The recording by which we learned it.
  let recording: Int64
  /// The recording by which it was voided, or nil.
  let voidedIn: Int64?
  /// Whether the row says that something takes part, and not that it no longer does.
  let isPresent: Bool
  /// The facts in the order of the kind, as files write them.
  let values: [String?]
  /// The numbers of the records that facts refer to, by the name of the fact.
  let references: [String: Int64]
  let source: RecordSource?

  /// Whether the row is in effect and known on a day, and not voided.
  func isVisible(on side: ComparedDays.Side) -> Bool {
    isRecorded(on: side) && !(voidedIn.map { $0 <= side.recording } ?? false)
  }

  /// Whether the row is in effect and known on a day, voided or not.
  func isRecorded(on side: ComparedDays.Side) -> Bool {
    effectiveOn <= side.text && recording <= side.recording
  }
}
