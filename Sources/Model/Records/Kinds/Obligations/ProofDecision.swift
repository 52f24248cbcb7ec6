/// That a proof was accepted or rejected.
public struct ProofDecision: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "proofDecision",
    "proofDecisions",
    "That a proof was accepted or rejected.",
    [
      .required("proof", .reference("proof"), "the proof"),
      .required("isAccepted", .flag, "whether it was accepted"),
      .required("decidedOn", .day, "when"),
      .required("decidedBy", .text, "by whom"),
      RecordField("reason", .text, "why"),
      RecordField("resubmitBy", .day, "by when a better one is asked for"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The proof; its number in the store.
  public var proof: Int64
  /// Whether it was accepted.
  public var isAccepted: Bool
  /// When.
  public var decidedOn: CivilDay
  /// By whom.
  public var decidedBy: String
  /// Why, or nil.
  public var reason: String?
  /// By when a better one is asked for, or nil.
  public var resubmitBy: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    proof = try row.requiredInteger()
    isAccepted = try row.requiredFlag()
    decidedOn = try row.requiredDay()
    decidedBy = try row.requiredText()
    reason = row.text()
    resubmitBy = try row.day()
  }
}
