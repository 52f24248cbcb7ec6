/// That a complaint came into a state, or that we and the complainant wrote.
public struct ComplaintStep: StoredRecord {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    case received, triaged, acknowledged, assessing, investigating, waitingComplainant, responded
    case remedying, awaitingConsent, closed, reopened, notAComplaint, receipt, update, reminder
    case entry
  }

  /// The kind of record.
  public static let type = RecordType(
    "complaintStep",
    "complaintSteps",
    "That a complaint came into a state, or that we and the complainant wrote.",
    [
      .required("complaint", .reference("complaint"), "the complaint"),
      .required("kind", .choice(Kind.self), "what happened"),
      .required("at", .instant, "when"),
      RecordField("by", .text, "who did it"),
      RecordField("note", .text, "what was said"),
      RecordField("messageId", .text, "the message"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The complaint; its number in the store.
  public var complaint: Int64
  /// What happened.
  public var kind: Kind
  /// When.
  public var at: Instant
  /// Who did it, or nil.
  public var by: String?
  /// What was said, or nil.
  public var note: String?
  /// The message, or nil.
  public var messageId: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    complaint = try row.requiredInteger()
    kind = try row.requiredChoice()
    at = try row.requiredInstant()
    by = row.text()
    note = row.text()
    messageId = row.text()
  }
}
