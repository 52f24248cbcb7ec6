/// Why a supplier was chosen, or chosen again.
public struct SelectionRecord: StoredRecord {
  /// The first choice or a later look.
  public enum Kind: String, Sendable, CaseIterable {
    case selection, reEvaluation
  }

  /// The kind of record.
  public static let type = RecordType(
    "selection",
    "selections",
    "Why a supplier was chosen, or chosen again.",
    [
      .required("party", .reference("party"), "the supplier"),
      RecordField("agreement", .reference("agreement"), "the agreement that followed"),
      .required("kind", .choice(Kind.self), "the first choice or a later look"),
      RecordField("criteria", .text, "the criteria"),
      RecordField("scores", .text, "the scores"),
      .required("decidedOn", .day, "when"),
      RecordField("decidedBy", .text, "by whom"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The supplier; its number in the store.
  public var party: Int64
  /// The agreement that followed; its number in the store, or nil.
  public var agreement: Int64?
  /// The first choice or a later look.
  public var kind: Kind
  /// The criteria, or nil.
  public var criteria: String?
  /// The scores, or nil.
  public var scores: String?
  /// When.
  public var decidedOn: CivilDay
  /// By whom, or nil.
  public var decidedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    agreement = row.integer()
    kind = try row.requiredChoice()
    criteria = row.text()
    scores = row.text()
    decidedOn = try row.requiredDay()
    decidedBy = row.text()
  }
}
