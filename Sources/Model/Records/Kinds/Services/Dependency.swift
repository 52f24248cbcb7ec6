/// What a service needs from a party or from another service.
public struct Dependency: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "dependency",
    "dependencies",
    "What a service needs from a party or from another service.",
    [
      .required("service", .reference("service"), "the service that needs it"),
      RecordField("party", .reference("party"), "the party it needs"),
      RecordField("agreement", .reference("agreement"), "the agreement that covers it"),
      RecordField("onService", .reference("service"), "the other service it needs"),
      RecordField("dependencyGroup", .reference("dependencyGroup"), "the group it is a member of"),
      RecordField("isCritical", .flag, "whether the service stops without it"),
      RecordField("description", .text, "what is needed"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The service that needs it; its number in the store.
  public var service: Int64
  /// The party it needs; its number in the store, or nil.
  public var party: Int64?
  /// The agreement that covers it; its number in the store, or nil.
  public var agreement: Int64?
  /// The other service it needs; its number in the store, or nil.
  public var onService: Int64?
  /// The group it is a member of; its number in the store, or nil.
  public var dependencyGroup: Int64?
  /// Whether the service stops without it, or nil.
  public var isCritical: Bool?
  /// What is needed, or nil.
  public var description: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    service = try row.requiredInteger()
    party = row.integer()
    agreement = row.integer()
    onService = row.integer()
    dependencyGroup = row.integer()
    isCritical = row.flag()
    description = row.text()
  }
}
