/// A procedure or policy under control.
public struct ControlledDocument: StoredRecord {
  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case complaintProcedure, disputeProcedure, supplierProcess, relationshipProcess, policy, other
  }

  /// The kind of record.
  public static let type = RecordType(
    "document",
    "documents",
    "A procedure or policy under control.",
    [
      .required("kind", .choice(Kind.self), "what sort"),
      .required("title", .text, "what it is called"),
      RecordField("version", .text, "which version"),
      RecordField("approvedOn", .day, "when it was approved"),
      RecordField("approvedBy", .text, "by whom"),
      RecordField("nextReviewOn", .day, "by when it must be reviewed"),
      RecordField("sha256", .text, "the SHA-256 of the file among the originals"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What sort.
  public var kind: Kind
  /// What it is called.
  public var title: String
  /// Which version, or nil.
  public var version: String?
  /// When it was approved, or nil.
  public var approvedOn: CivilDay?
  /// By whom, or nil.
  public var approvedBy: String?
  /// By when it must be reviewed, or nil.
  public var nextReviewOn: CivilDay?
  /// The SHA-256 of the file among the originals, or nil.
  public var sha256: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    title = try row.requiredText()
    version = row.text()
    approvedOn = try row.day()
    approvedBy = row.text()
    nextReviewOn = try row.day()
    sha256 = row.text()
  }
}
