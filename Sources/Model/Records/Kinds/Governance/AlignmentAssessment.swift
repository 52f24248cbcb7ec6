/// That somebody looked whether supplier targets carry a promise.
public struct AlignmentAssessment: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "alignmentAssessment",
    "alignmentAssessments",
    "That somebody looked whether supplier targets carry a promise.",
    [
      .required("agreement", .reference("agreement"), "the customer's agreement"),
      .required("assessedOn", .day, "when"),
      RecordField("assessedBy", .text, "by whom"),
      RecordField("result", .text, "what came out"),
      RecordField("risk", .reference("risk"), "the risk that covers the gaps"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The customer's agreement; its number in the store.
  public var agreement: Int64
  /// When.
  public var assessedOn: CivilDay
  /// By whom, or nil.
  public var assessedBy: String?
  /// What came out, or nil.
  public var result: String?
  /// The risk that covers the gaps; its number in the store, or nil.
  public var risk: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    assessedOn = try row.requiredDay()
    assessedBy = row.text()
    result = row.text()
    risk = row.integer()
  }
}
