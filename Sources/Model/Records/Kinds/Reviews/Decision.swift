/// What was decided about an agreement, in a review or outside one.
public struct Decision: StoredRecord {
  /// What was decided.
  public enum Kind: String, Sendable, CaseIterable {
    case `continue`, renew, amend, renegotiate, end, exit, changeAgreement
  }

  /// The kind of record.
  public static let type = RecordType(
    "decision",
    "decisions",
    "What was decided about an agreement, in a review or outside one.",
    [
      .required("kind", .choice(Kind.self), "what was decided"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("review", .reference("review"), "the review that decided"),
      .required("decidedOn", .day, "when"),
      RecordField("decidedBy", .text, "by whom"),
      RecordField("termEnd", .day, "the last day of the term it decides about"),
      RecordField("reason", .text, "why"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What was decided.
  public var kind: Kind
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// The review that decided; its number in the store, or nil.
  public var review: Int64?
  /// When.
  public var decidedOn: CivilDay
  /// By whom, or nil.
  public var decidedBy: String?
  /// The last day of the term it decides about, or nil.
  public var termEnd: CivilDay?
  /// Why, or nil.
  public var reason: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    agreement = row.integer()
    review = row.integer()
    decidedOn = try row.requiredDay()
    decidedBy = row.text()
    termEnd = try row.day()
    reason = row.text()
  }
}
