/// A self-assessment as it stood on a day, kept unchanged.
public struct AssessmentSnapshot: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "assessmentSnapshot",
    "assessmentSnapshots",
    "A self-assessment as it stood on a day, kept unchanged.",
    [
      .required("edition", .choice(AssessmentItem.Edition.self), "the edition"),
      .required("takenOn", .day, "the day as of which it stood so"),
      RecordField("takenBy", .text, "who took it"),
      .required("sha256", .text, "the SHA-256 of the content"),
      .required("content", .text, "all rows as JSON"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The edition.
  public var edition: AssessmentItem.Edition
  /// The day as of which it stood so.
  public var takenOn: CivilDay
  /// Who took it, or nil.
  public var takenBy: String?
  /// The SHA-256 of the content.
  public var sha256: String
  /// All rows as JSON.
  public var content: String

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    edition = try row.requiredChoice()
    takenOn = try row.requiredDay()
    takenBy = row.text()
    sha256 = try row.requiredText()
    content = try row.requiredText()
  }
}
