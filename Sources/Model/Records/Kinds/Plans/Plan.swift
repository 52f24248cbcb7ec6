/// An interval that was fixed in advance for something that recurs, with who approved it.
public struct Plan: StoredRecord {
  /// What recurs.
  public enum Kind: String, Sendable, CaseIterable {
    case serviceReview, interimReview, slaReview, olaReview, contractReview, performanceReview
    case monitoring, satisfaction
  }

  /// Whether a late review moves the next due day.
  public enum DuePolicy: String, Sendable, CaseIterable {
    case rolling, anchored
  }

  /// The kind of record.
  public static let type = RecordType(
    "plan",
    "plans",
    "An interval that was fixed in advance for something that recurs, with who approved it.",
    [
      .required("kind", .choice(Kind.self), "what recurs"),
      RecordField("party", .reference("party"), "the party it is planned for"),
      RecordField("agreement", .reference("agreement"), "the agreement it is planned for"),
      .required("interval", .duration, "the time between two"),
      .required("approvedBy", .text, "who approved the interval"),
      .required("approvedOn", .day, "when it was approved"),
      RecordField("validFrom", .day, "the first day on which it holds"),
      RecordField("validThrough", .day, "the last day on which it holds"),
      RecordField(
        "duePolicy",
        .choice(DuePolicy.self),
        "whether a late review moves the next due day"
      ),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What recurs.
  public var kind: Kind
  /// The party it is planned for; its number in the store, or nil.
  public var party: Int64?
  /// The agreement it is planned for; its number in the store, or nil.
  public var agreement: Int64?
  /// The time between two.
  public var interval: Period
  /// Who approved the interval.
  public var approvedBy: String
  /// When it was approved.
  public var approvedOn: CivilDay
  /// The first day on which it holds, or nil.
  public var validFrom: CivilDay?
  /// The last day on which it holds, or nil.
  public var validThrough: CivilDay?
  /// Whether a late review moves the next due day, or nil.
  public var duePolicy: DuePolicy?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    party = row.integer()
    agreement = row.integer()
    interval = try row.requiredDuration()
    approvedBy = try row.requiredText()
    approvedOn = try row.requiredDay()
    validFrom = try row.day()
    validThrough = try row.day()
    duePolicy = try row.choice()
  }
}
