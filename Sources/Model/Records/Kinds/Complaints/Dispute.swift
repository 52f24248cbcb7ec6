/// A disagreement about an agreement.
public struct Dispute: StoredRecord {
  /// By whom.
  public enum OpenedBy: String, Sendable, CaseIterable {
    case us, them
  }

  /// The kind of record.
  public static let type = RecordType(
    "dispute",
    "disputes",
    "A disagreement about an agreement.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      .required("subject", .text, "what it is about"),
      RecordField("clause", .text, "the clause"),
      .required("openedOn", .day, "when"),
      .required("openedBy", .choice(OpenedBy.self), "by whom"),
      RecordField("amount", .money, "how much it is about"),
      RecordField("withheld", .money, "what is not paid meanwhile"),
      RecordField("limitationOn", .day, "when the claim lapses by law"),
      RecordField("measurement", .reference("measurement"), "the measurement it is about"),
      RecordField("outcome", .text, "what came out"),
      RecordField("improvement", .reference("improvement"), "the lesson"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// What it is about.
  public var subject: String
  /// The clause, or nil.
  public var clause: String?
  /// When.
  public var openedOn: CivilDay
  /// By whom.
  public var openedBy: OpenedBy
  /// How much it is about, or nil.
  public var amount: Money?
  /// What is not paid meanwhile, or nil.
  public var withheld: Money?
  /// When the claim lapses by law, or nil.
  public var limitationOn: CivilDay?
  /// The measurement it is about; its number in the store, or nil.
  public var measurement: Int64?
  /// What came out, or nil.
  public var outcome: String?
  /// The lesson; its number in the store, or nil.
  public var improvement: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    subject = try row.requiredText()
    clause = row.text()
    openedOn = try row.requiredDay()
    openedBy = try row.requiredChoice()
    amount = try row.money()
    withheld = try row.money()
    limitationOn = try row.day()
    measurement = row.integer()
    outcome = row.text()
    improvement = row.integer()
  }
}
