/// That a report went out.
public struct ReportIssue: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "reportIssue",
    "reportIssues",
    "That a report went out.",
    [
      .required("reportSpecification", .reference("reportSpecification"), "the report"),
      .required("periodStart", .day, "the first day of the period"),
      .required("issuedOn", .day, "when"),
      RecordField("recipients", .text, "to whom"),
      RecordField("sha256", .text, "the SHA-256 of the file among the originals"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The report; its number in the store.
  public var reportSpecification: Int64
  /// The first day of the period.
  public var periodStart: CivilDay
  /// When.
  public var issuedOn: CivilDay
  /// To whom, or nil.
  public var recipients: String?
  /// The SHA-256 of the file among the originals, or nil.
  public var sha256: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    reportSpecification = try row.requiredInteger()
    periodStart = try row.requiredDay()
    issuedOn = try row.requiredDay()
    recipients = row.text()
    sha256 = row.text()
  }
}
