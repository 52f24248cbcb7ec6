/// A supplier in the chain behind an agreement.
public struct SupplyChainLink: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "supplyChain",
    "supplyChains",
    "A supplier in the chain behind an agreement.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      RecordField("service", .reference("service"), "the service"),
      .required("rank", .count, "its place: 1 signs with us"),
      .required("supplier", .reference("party"), "the supplier"),
      RecordField(
        "recipient",
        .reference("party"),
        "the supplier of the rank before that it works for"
      ),
      RecordField("role", .text, "what it does"),
      RecordField("validFrom", .day, "the first day"),
      RecordField("validThrough", .day, "the last day"),
      RecordField("approvedOn", .day, "when we approved it"),
      RecordField("confirmedOn", .day, "when it was last confirmed"),
      RecordField("country", .text, "the country it works from"),
      RecordField("handlesData", .flag, "whether it handles data of ours"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// The service; its number in the store, or nil.
  public var service: Int64?
  /// Its place: 1 signs with us.
  public var rank: Int64
  /// The supplier; its number in the store.
  public var supplier: Int64
  /// The supplier of the rank before that it works for; its number in the store, or nil.
  public var recipient: Int64?
  /// What it does, or nil.
  public var role: String?
  /// The first day, or nil.
  public var validFrom: CivilDay?
  /// The last day, or nil.
  public var validThrough: CivilDay?
  /// When we approved it, or nil.
  public var approvedOn: CivilDay?
  /// When it was last confirmed, or nil.
  public var confirmedOn: CivilDay?
  /// The country it works from, or nil.
  public var country: String?
  /// Whether it handles data of ours, or nil.
  public var handlesData: Bool?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    service = row.integer()
    rank = try row.requiredInteger()
    supplier = try row.requiredInteger()
    recipient = row.integer()
    role = row.text()
    validFrom = try row.day()
    validThrough = try row.day()
    approvedOn = try row.day()
    confirmedOn = try row.day()
    country = row.text()
    handlesData = row.flag()
  }
}
