/// A duty that an agreement lays down, once or again and again.
public struct Obligation: StoredRecord {
  /// Who owes it.
  public enum Debtor: String, Sendable, CaseIterable {
    case us, supplier, customer
  }

  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case serviceReport, securityCertificate, assuranceReport, penetrationTest, insurance
    case financialStatement, dataProtectionReview, continuityTest, accessReview, subSupplierList
    case priceIndexation, licenceCount, survey, steeringMeeting, keyPersonNotice, dataReturn
    case other
  }

  /// What an instance covers.
  public enum Coverage: String, Sendable, CaseIterable {
    case none, previousMonth, previousQuarter, previousYear
  }

  /// How a due day that is no business day moves.
  public enum Adjustment: String, Sendable, CaseIterable {
    case none, preceding, following
  }

  /// The kind of record.
  public static let type = RecordType(
    "obligation",
    "obligations",
    "A duty that an agreement lays down, once or again and again.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      .required("debtor", .choice(Debtor.self), "who owes it"),
      .required("kind", .choice(Kind.self), "what sort"),
      .required("title", .text, "what is owed"),
      RecordField("clause", .text, "where the agreement says so"),
      .required("startsOn", .day, "the first occurrence, or the only one"),
      RecordField("recurrence", .text, "how it recurs, as an RRULE of RFC 5545"),
      RecordField("coverage", .choice(Coverage.self), "what an instance covers"),
      RecordField("dueOffset", .duration, "how long after the occurrence it is due"),
      RecordField(
        "adjustment",
        .choice(Adjustment.self),
        "how a due day that is no business day moves"
      ),
      RecordField("grace", .duration, "how long it may be late"),
      RecordField("calendar", .text, "the calendar for business days"),
      RecordField("evidenceKind", .text, "what proves it"),
      RecordField("criteria", .text, "when the proof is good enough"),
      RecordField("reviewer", .text, "who of us judges it"),
      RecordField("validThrough", .day, "the last day on which it holds"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// Who owes it.
  public var debtor: Debtor
  /// What sort.
  public var kind: Kind
  /// What is owed.
  public var title: String
  /// Where the agreement says so, or nil.
  public var clause: String?
  /// The first occurrence, or the only one.
  public var startsOn: CivilDay
  /// How it recurs, as an RRULE of RFC 5545, or nil.
  public var recurrence: String?
  /// What an instance covers, or nil.
  public var coverage: Coverage?
  /// How long after the occurrence it is due, or nil.
  public var dueOffset: Period?
  /// How a due day that is no business day moves, or nil.
  public var adjustment: Adjustment?
  /// How long it may be late, or nil.
  public var grace: Period?
  /// The calendar for business days, or nil.
  public var calendar: String?
  /// What proves it, or nil.
  public var evidenceKind: String?
  /// When the proof is good enough, or nil.
  public var criteria: String?
  /// Who of us judges it, or nil.
  public var reviewer: String?
  /// The last day on which it holds, or nil.
  public var validThrough: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    debtor = try row.requiredChoice()
    kind = try row.requiredChoice()
    title = try row.requiredText()
    clause = row.text()
    startsOn = try row.requiredDay()
    recurrence = row.text()
    coverage = try row.choice()
    dueOffset = try row.duration()
    adjustment = try row.choice()
    grace = try row.duration()
    calendar = row.text()
    evidenceKind = row.text()
    criteria = row.text()
    reviewer = row.text()
    validThrough = try row.day()
  }
}
