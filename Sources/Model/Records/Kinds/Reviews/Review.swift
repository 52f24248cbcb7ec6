/// A meeting with a result: of services, agreements or performance.
public struct Review: StoredRecord {
  /// What is reviewed.
  public enum Kind: String, Sendable, CaseIterable {
    case service, interim, sla, ola, contract, performance, exit, management
  }

  /// The kind of record.
  public static let type = RecordType(
    "review",
    "reviews",
    "A meeting with a result: of services, agreements or performance.",
    [
      .required("kind", .choice(Kind.self), "what is reviewed"),
      RecordField("party", .reference("party"), "with whom"),
      RecordField("agreement", .reference("agreement"), "which agreement"),
      RecordField("plannedOn", .day, "the day it was planned for"),
      RecordField("heldOn", .day, "the day it was held"),
      RecordField("periodStart", .day, "the first day of the period under review"),
      RecordField("periodEnd", .day, "the last day of the period under review"),
      RecordField("chair", .text, "who led it"),
      RecordField("result", .text, "what came out, in one sentence"),
      RecordField("minutesIssuedOn", .day, "when the minutes were issued"),
      RecordField("minutesSha256", .text, "the SHA-256 of the minutes among the originals"),
      RecordField("approvedBy", .text, "who approved the minutes"),
      RecordField("nextOn", .day, "when the next one is planned"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What is reviewed.
  public var kind: Kind
  /// With whom; its number in the store, or nil.
  public var party: Int64?
  /// Which agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// The day it was planned for, or nil.
  public var plannedOn: CivilDay?
  /// The day it was held, or nil.
  public var heldOn: CivilDay?
  /// The first day of the period under review, or nil.
  public var periodStart: CivilDay?
  /// The last day of the period under review, or nil.
  public var periodEnd: CivilDay?
  /// Who led it, or nil.
  public var chair: String?
  /// What came out, in one sentence, or nil.
  public var result: String?
  /// When the minutes were issued, or nil.
  public var minutesIssuedOn: CivilDay?
  /// The SHA-256 of the minutes among the originals, or nil.
  public var minutesSha256: String?
  /// Who approved the minutes, or nil.
  public var approvedBy: String?
  /// When the next one is planned, or nil.
  public var nextOn: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    party = row.integer()
    agreement = row.integer()
    plannedOn = try row.day()
    heldOn = try row.day()
    periodStart = try row.day()
    periodEnd = try row.day()
    chair = row.text()
    result = row.text()
    minutesIssuedOn = try row.day()
    minutesSha256 = row.text()
    approvedBy = row.text()
    nextOn = try row.day()
  }
}
