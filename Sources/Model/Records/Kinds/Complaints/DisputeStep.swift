/// That a dispute came into a state, or that something was done about it.
public struct DisputeStep: StoredRecord {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    case raised, acknowledged, negotiating, mediation, formal, settled, decided, withdrawn, closed
    case entry
  }

  /// The kind of record.
  public static let type = RecordType(
    "disputeStep",
    "disputeSteps",
    "That a dispute came into a state, or that something was done about it.",
    [
      .required("dispute", .reference("dispute"), "the dispute"),
      .required("kind", .choice(Kind.self), "what happened"),
      .required("happenedOn", .day, "when"),
      RecordField("level", .count, "the level of the negotiation"),
      RecordField("by", .text, "who did it"),
      RecordField("note", .text, "what was said"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The dispute; its number in the store.
  public var dispute: Int64
  /// What happened.
  public var kind: Kind
  /// When.
  public var happenedOn: CivilDay
  /// The level of the negotiation, or nil.
  public var level: Int64?
  /// Who did it, or nil.
  public var by: String?
  /// What was said, or nil.
  public var note: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    dispute = try row.requiredInteger()
    kind = try row.requiredChoice()
    happenedOn = try row.requiredDay()
    level = row.integer()
    by = row.text()
    note = row.text()
  }
}
