/// How a process of ours and one of a party meet.
public struct ProcessInterface: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "interface",
    "interfaces",
    "How a process of ours and one of a party meet.",
    [
      .required("party", .reference("party"), "the party"),
      .required("process", .text, "the process"),
      RecordField("inputs", .text, "what goes in"),
      RecordField("outputs", .text, "what comes out"),
      RecordField("contactUs", .text, "whom they ask"),
      RecordField("contactThem", .text, "whom we ask"),
      .required("agreedOn", .day, "when it was agreed or confirmed"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// The process.
  public var process: String
  /// What goes in, or nil.
  public var inputs: String?
  /// What comes out, or nil.
  public var outputs: String?
  /// Whom they ask, or nil.
  public var contactUs: String?
  /// Whom we ask, or nil.
  public var contactThem: String?
  /// When it was agreed or confirmed.
  public var agreedOn: CivilDay

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    process = try row.requiredText()
    inputs = row.text()
    outputs = row.text()
    contactUs = row.text()
    contactThem = row.text()
    agreedOn = try row.requiredDay()
  }
}
