/// A result of a check that somebody has to act on.
public struct Finding: StoredRecord {
  /// What sort of subject.
  public enum SubjectKind: String, Sendable, CaseIterable {
    case party, agreement, service, organization
  }

  /// How grave.
  public enum Grade: String, Sendable, CaseIterable {
    case major, minor, observation, info
  }

  /// How far it is.
  public enum Status: String, Sendable, CaseIterable {
    case open, acknowledged, inProgress, done, verified, gone
  }

  /// The kind of record.
  public static let type = RecordType(
    "finding",
    "findings",
    "A result of a check that somebody has to act on.",
    [
      .required("rule", .text, "the rule"),
      .required("subjectKind", .choice(SubjectKind.self), "what sort of subject"),
      RecordField("subject", .text, "the subject's reference"),
      .required("grade", .choice(Grade.self), "how grave"),
      .required("clause", .text, "the clause"),
      RecordField("due", .day, "the due day that was missed or comes"),
      .required("message", .text, "what was found"),
      .required("firstSeenOn", .day, "the day for which it was first found"),
      .required("lastSeenOn", .day, "the day for which it was last found"),
      .required("status", .choice(Status.self), "how far it is"),
      RecordField("owner", .text, "who acts on it"),
      RecordField("plannedOn", .day, "by when"),
      RecordField("doneBy", .text, "who did it"),
      RecordField("verifiedBy", .text, "who verified it"),
      RecordField("note", .text, "what there is to say"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The rule.
  public var rule: String
  /// What sort of subject.
  public var subjectKind: SubjectKind
  /// The subject's reference, or nil.
  public var subject: String?
  /// How grave.
  public var grade: Grade
  /// The clause.
  public var clause: String
  /// The due day that was missed or comes, or nil.
  public var due: CivilDay?
  /// What was found.
  public var message: String
  /// The day for which it was first found.
  public var firstSeenOn: CivilDay
  /// The day for which it was last found.
  public var lastSeenOn: CivilDay
  /// How far it is.
  public var status: Status
  /// Who acts on it, or nil.
  public var owner: String?
  /// By when, or nil.
  public var plannedOn: CivilDay?
  /// Who did it, or nil.
  public var doneBy: String?
  /// Who verified it, or nil.
  public var verifiedBy: String?
  /// What there is to say, or nil.
  public var note: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    rule = try row.requiredText()
    subjectKind = try row.requiredChoice()
    subject = row.text()
    grade = try row.requiredChoice()
    clause = try row.requiredText()
    due = try row.day()
    message = try row.requiredText()
    firstSeenOn = try row.requiredDay()
    lastSeenOn = try row.requiredDay()
    status = try row.requiredChoice()
    owner = row.text()
    plannedOn = try row.day()
    doneBy = row.text()
    verifiedBy = row.text()
    note = row.text()
  }
}
