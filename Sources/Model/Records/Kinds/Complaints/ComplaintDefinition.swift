/// What counts as a formal complaint, as agreed with a customer.
public struct ComplaintDefinition: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "complaintDefinition",
    "complaintDefinitions",
    "What counts as a formal complaint, as agreed with a customer.",
    [
      .required("party", .reference("party"), "the customer"),
      .required("definition", .text, "the definition"),
      RecordField("agreedOn", .day, "when it was agreed"),
      RecordField("agreedBy", .text, "who agreed"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The customer; its number in the store.
  public var party: Int64
  /// The definition.
  public var definition: String
  /// When it was agreed, or nil.
  public var agreedOn: CivilDay?
  /// Who agreed, or nil.
  public var agreedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    definition = try row.requiredText()
    agreedOn = try row.day()
    agreedBy = row.text()
  }
}
