/// That a credit was claimed, settled or waived.
public struct CreditClaim: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "creditClaim",
    "creditClaims",
    "That a credit was claimed, settled or waived.",
    [
      .required("creditRule", .reference("creditRule"), "the rule"),
      .required("periodStart", .day, "the first day of the period"),
      RecordField("amount", .money, "what was claimed"),
      RecordField("claimedOn", .day, "when"),
      RecordField("settledOn", .day, "when it was settled"),
      RecordField("invoice", .text, "on which invoice"),
      RecordField("waivedBy", .text, "who waived it"),
      RecordField("reason", .text, "why"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The rule; its number in the store.
  public var creditRule: Int64
  /// The first day of the period.
  public var periodStart: CivilDay
  /// What was claimed, or nil.
  public var amount: Money?
  /// When, or nil.
  public var claimedOn: CivilDay?
  /// When it was settled, or nil.
  public var settledOn: CivilDay?
  /// On which invoice, or nil.
  public var invoice: String?
  /// Who waived it, or nil.
  public var waivedBy: String?
  /// Why, or nil.
  public var reason: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    creditRule = try row.requiredInteger()
    periodStart = try row.requiredDay()
    amount = try row.money()
    claimedOn = try row.day()
    settledOn = try row.day()
    invoice = row.text()
    waivedBy = row.text()
    reason = row.text()
  }
}
