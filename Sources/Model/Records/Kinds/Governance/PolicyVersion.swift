/// The thresholds that are in force from a day on.
public struct PolicyVersion: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "policy",
    "policies",
    "The thresholds that are in force from a day on.",
    [
      .required("sha256", .text, "the SHA-256 of its canonical text"),
      .required("content", .text, "the policy as YAML"),
      RecordField("approvedBy", .text, "who approved it"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The SHA-256 of its canonical text.
  public var sha256: String
  /// The policy as YAML.
  public var content: String
  /// Who approved it, or nil.
  public var approvedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    sha256 = try row.requiredText()
    content = try row.requiredText()
    approvedBy = row.text()
  }
}
