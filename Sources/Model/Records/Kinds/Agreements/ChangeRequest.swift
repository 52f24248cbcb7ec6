/// A controlled change of an agreement or a service.
public struct ChangeRequest: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "change",
    "changes",
    "A controlled change of an agreement or a service.",
    [
      .required("title", .text, "what changes"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("version", .count, "the number of the version of the agreement that it made"),
      RecordField("service", .reference("service"), "the service"),
      RecordField("decision", .reference("decision"), "the decision it follows"),
      RecordField("raisedOn", .day, "when it was raised"),
      RecordField("impactAssessedOn", .day, "when the impact was assessed"),
      RecordField("impact", .text, "what the impact is"),
      RecordField("approvedOn", .day, "when it was approved"),
      RecordField("approvedBy", .text, "by whom"),
      RecordField("effectiveFrom", .day, "from when it takes effect"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What changes.
  public var title: String
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// The number of the version of the agreement that it made, or nil.
  public var version: Int64?
  /// The service; its number in the store, or nil.
  public var service: Int64?
  /// The decision it follows; its number in the store, or nil.
  public var decision: Int64?
  /// When it was raised, or nil.
  public var raisedOn: CivilDay?
  /// When the impact was assessed, or nil.
  public var impactAssessedOn: CivilDay?
  /// What the impact is, or nil.
  public var impact: String?
  /// When it was approved, or nil.
  public var approvedOn: CivilDay?
  /// By whom, or nil.
  public var approvedBy: String?
  /// From when it takes effect, or nil.
  public var effectiveFrom: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    title = try row.requiredText()
    agreement = row.integer()
    version = row.integer()
    service = row.integer()
    decision = row.integer()
    raisedOn = try row.day()
    impactAssessedOn = try row.day()
    impact = row.text()
    approvedOn = try row.day()
    approvedBy = row.text()
    effectiveFrom = try row.day()
  }
}
