/// That a party signed an agreement.
public struct Signature: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "signature",
    "signatures",
    "That a party signed an agreement.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      .required("party", .reference("party"), "who signed"),
      RecordField("signedOn", .day, "when"),
      RecordField("signedBy", .text, "the person"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// Who signed; its number in the store.
  public var party: Int64
  /// When, or nil.
  public var signedOn: CivilDay?
  /// The person, or nil.
  public var signedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    party = try row.requiredInteger()
    signedOn = try row.day()
    signedBy = row.text()
  }
}
