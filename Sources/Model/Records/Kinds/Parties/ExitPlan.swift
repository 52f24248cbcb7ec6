/// How to leave a supplier, or to move a service.
public struct ExitPlan: StoredRecord {
  /// Whether to leave or to move.
  public enum Kind: String, Sendable, CaseIterable {
    case exit, transfer
  }

  /// The kind of record.
  public static let type = RecordType(
    "exitPlan",
    "exitPlans",
    "How to leave a supplier, or to move a service.",
    [
      RecordField("party", .reference("party"), "the supplier"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      .required("kind", .choice(Kind.self), "whether to leave or to move"),
      RecordField("version", .text, "which version"),
      RecordField("approvedOn", .day, "when it was approved"),
      RecordField("reviewedOn", .day, "when it was last reviewed"),
      RecordField("testedOn", .day, "when it was last tested"),
      RecordField("successor", .text, "who takes over"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The supplier; its number in the store, or nil.
  public var party: Int64?
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// Whether to leave or to move.
  public var kind: Kind
  /// Which version, or nil.
  public var version: String?
  /// When it was approved, or nil.
  public var approvedOn: CivilDay?
  /// When it was last reviewed, or nil.
  public var reviewedOn: CivilDay?
  /// When it was last tested, or nil.
  public var testedOn: CivilDay?
  /// Who takes over, or nil.
  public var successor: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = row.integer()
    agreement = row.integer()
    kind = try row.requiredChoice()
    version = row.text()
    approvedOn = try row.day()
    reviewedOn = try row.day()
    testedOn = try row.day()
    successor = row.text()
  }
}
