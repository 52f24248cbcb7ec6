/// That somebody accepts a risk for a time.
public struct RiskAcceptance: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "riskAcceptance",
    "riskAcceptances",
    "That somebody accepts a risk for a time.",
    [
      .required("risk", .reference("risk"), "the risk"),
      .required("acceptedBy", .text, "who"),
      .required("acceptedOn", .day, "when"),
      .required("expiresOn", .day, "the last day"),
      RecordField("reason", .text, "why"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The risk; its number in the store.
  public var risk: Int64
  /// Who.
  public var acceptedBy: String
  /// When.
  public var acceptedOn: CivilDay
  /// The last day.
  public var expiresOn: CivilDay
  /// Why, or nil.
  public var reason: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    risk = try row.requiredInteger()
    acceptedBy = try row.requiredText()
    acceptedOn = try row.requiredDay()
    expiresOn = try row.requiredDay()
    reason = row.text()
  }
}
