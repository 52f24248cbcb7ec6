/// That a rule need not be met for a time.
public struct Waiver: StoredRecord {
  /// What sort of subject.
  public enum SubjectKind: String, Sendable, CaseIterable {
    case party, agreement, service, organization
  }

  /// The kind of record.
  public static let type = RecordType(
    "waiver",
    "waivers",
    "That a rule need not be met for a time.",
    [
      .required("rule", .text, "the rule, such as SUP-09"),
      .required("subjectKind", .choice(SubjectKind.self), "what sort of subject"),
      RecordField("subject", .text, "the subject's reference; none for the organisation"),
      .required("approver", .text, "who approved it"),
      .required("reason", .text, "why"),
      .required("validFrom", .day, "the first day"),
      .required("expiresOn", .day, "the last day"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The rule, such as SUP-09.
  public var rule: String
  /// What sort of subject.
  public var subjectKind: SubjectKind
  /// The subject's reference; none for the organisation, or nil.
  public var subject: String?
  /// Who approved it.
  public var approver: String
  /// Why.
  public var reason: String
  /// The first day.
  public var validFrom: CivilDay
  /// The last day.
  public var expiresOn: CivilDay

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    rule = try row.requiredText()
    subjectKind = try row.requiredChoice()
    subject = row.text()
    approver = try row.requiredText()
    reason = try row.requiredText()
    validFrom = try row.requiredDay()
    expiresOn = try row.requiredDay()
  }
}
