/// That a case was handed to a higher level.
public struct Escalation: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "escalation",
    "escalations",
    "That a case was handed to a higher level.",
    [
      RecordField("complaint", .reference("complaint"), "the complaint"),
      RecordField("dispute", .reference("dispute"), "the dispute"),
      .required("level", .count, "the level, 1 to 4"),
      .required("raisedAt", .instant, "when"),
      RecordField("raisedBy", .text, "by whom"),
      .required("reason", .text, "why"),
      RecordField("handler", .reference("person"), "who has it now"),
      RecordField("reactedAt", .instant, "when that person reacted"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The complaint; its number in the store, or nil.
  public var complaint: Int64?
  /// The dispute; its number in the store, or nil.
  public var dispute: Int64?
  /// The level, 1 to 4.
  public var level: Int64
  /// When.
  public var raisedAt: Instant
  /// By whom, or nil.
  public var raisedBy: String?
  /// Why.
  public var reason: String
  /// Who has it now; its number in the store, or nil.
  public var handler: Int64?
  /// When that person reacted, or nil.
  public var reactedAt: Instant?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    complaint = row.integer()
    dispute = row.integer()
    level = try row.requiredInteger()
    raisedAt = try row.requiredInstant()
    raisedBy = row.text()
    reason = try row.requiredText()
    handler = row.integer()
    reactedAt = try row.instant()
  }
}
