/// People at a customer who use a service.
public struct UserGroup: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "userGroup",
    "userGroups",
    "People at a customer who use a service.",
    [
      .required("party", .reference("party"), "the customer"),
      .required("name", .text, "who they are"),
      RecordField("service", .reference("service"), "the service they use"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The customer; its number in the store.
  public var party: Int64
  /// Who they are.
  public var name: String
  /// The service they use; its number in the store, or nil.
  public var service: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    name = try row.requiredText()
    service = row.integer()
  }
}
