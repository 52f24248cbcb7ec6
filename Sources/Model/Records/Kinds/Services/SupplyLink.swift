/// What a party provides or runs for us.
public struct SupplyLink: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "supply",
    "supplies",
    "What a party provides or runs for us.",
    [
      .required("party", .reference("party"), "the party"),
      RecordField("service", .reference("service"), "the service it contributes to"),
      RecordField("component", .reference("component"), "the component it provides"),
      RecordField("process", .text, "the process it runs"),
      RecordField("share", .decimal, "its share of the work in per cent"),
      RecordField("accountable", .reference("person"), "who of us stays accountable"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// The service it contributes to; its number in the store, or nil.
  public var service: Int64?
  /// The component it provides; its number in the store, or nil.
  public var component: Int64?
  /// The process it runs, or nil.
  public var process: String?
  /// Its share of the work in per cent, or nil.
  public var share: DecimalNumber?
  /// Who of us stays accountable; its number in the store, or nil.
  public var accountable: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    service = row.integer()
    component = row.integer()
    process = row.text()
    share = try row.decimal()
    accountable = row.integer()
  }
}
