/// The security controls agreed with a party that touches our information.
public struct SecurityTerms: StoredRecord {
  /// What data of ours it handles.
  public enum DataClass: String, Sendable, CaseIterable {
    case none, `internal`, personal, critical
  }

  /// The kind of record.
  public static let type = RecordType(
    "securityTerms",
    "securityTermsList",
    "The security controls agreed with a party that touches our information.",
    [
      .required("party", .reference("party"), "the party"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      .required("dataClass", .choice(DataClass.self), "what data of ours it handles"),
      RecordField("agreedOn", .day, "when the controls were agreed"),
      RecordField("terms", .text, "where they are written"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// What data of ours it handles.
  public var dataClass: DataClass
  /// When the controls were agreed, or nil.
  public var agreedOn: CivilDay?
  /// Where they are written, or nil.
  public var terms: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    agreement = row.integer()
    dataClass = try row.requiredChoice()
    agreedOn = try row.day()
    terms = row.text()
  }
}
