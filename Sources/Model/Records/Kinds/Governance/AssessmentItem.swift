/// How far a clause of the standard is met, as we claim.
public struct AssessmentItem: StoredRecord {
  /// The edition.
  public enum Edition: String, Sendable, CaseIterable {
    case edition2005 = "2005"
    case edition2011 = "2011"
    case edition2018 = "2018"
  }

  /// How far it is met.
  public enum Status: String, Sendable, CaseIterable {
    case notAssessed, none, partly, largely, fully
  }

  /// The kind of record.
  public static let type = RecordType(
    "assessment",
    "assessments",
    "How far a clause of the standard is met, as we claim.",
    [
      .required("edition", .choice(Edition.self), "the edition"),
      .required("clause", .text, "the clause"),
      RecordField("isApplicable", .flag, "whether it applies"),
      RecordField("applicabilityReason", .text, "why not"),
      RecordField("owner", .text, "who answers for it"),
      .required("status", .choice(Status.self), "how far it is met"),
      RecordField("assessedOn", .day, "when"),
      RecordField("assessedBy", .text, "by whom"),
      RecordField("evidence", .text, "what shows it"),
      RecordField("comment", .text, "what there is to say"),
      RecordField("targetOn", .day, "by when it shall be met"),
      RecordField("improvement", .reference("improvement"), "the improvement that leads there"),
      RecordField("acceptedReason", .text, "why it is left as it is"),
      RecordField("nextAssessmentOn", .day, "when it is looked at again"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The edition.
  public var edition: Edition
  /// The clause.
  public var clause: String
  /// Whether it applies, or nil.
  public var isApplicable: Bool?
  /// Why not, or nil.
  public var applicabilityReason: String?
  /// Who answers for it, or nil.
  public var owner: String?
  /// How far it is met.
  public var status: Status
  /// When, or nil.
  public var assessedOn: CivilDay?
  /// By whom, or nil.
  public var assessedBy: String?
  /// What shows it, or nil.
  public var evidence: String?
  /// What there is to say, or nil.
  public var comment: String?
  /// By when it shall be met, or nil.
  public var targetOn: CivilDay?
  /// The improvement that leads there; its number in the store, or nil.
  public var improvement: Int64?
  /// Why it is left as it is, or nil.
  public var acceptedReason: String?
  /// When it is looked at again, or nil.
  public var nextAssessmentOn: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    edition = try row.requiredChoice()
    clause = try row.requiredText()
    isApplicable = row.flag()
    applicabilityReason = row.text()
    owner = row.text()
    status = try row.requiredChoice()
    assessedOn = try row.day()
    assessedBy = row.text()
    evidence = row.text()
    comment = row.text()
    targetOn = try row.day()
    improvement = row.integer()
    acceptedReason = row.text()
    nextAssessmentOn = try row.day()
  }
}
