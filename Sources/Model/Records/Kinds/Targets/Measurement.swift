/// The value of a target in a period.
public struct Measurement: StoredRecord {
  /// Who measured.
  public enum Source: String, Sendable, CaseIterable {
    case ours, supplier, both
  }

  /// Whether the value counts.
  public enum State: String, Sendable, CaseIterable {
    case measured, noData, excluded, disputed
  }

  /// The kind of record.
  public static let type = RecordType(
    "measurement",
    "measurements",
    "The value of a target in a period.",
    [
      .required("target", .reference("target"), "the target"),
      .required("periodStart", .day, "the first day of the period"),
      .required("periodEnd", .day, "the last day of the period"),
      RecordField("value", .decimal, "the value"),
      RecordField("numerator", .count, "what was good"),
      RecordField("denominator", .count, "out of how many"),
      RecordField("sampleSize", .count, "how many cases the value rests on"),
      RecordField("source", .choice(Source.self), "who measured"),
      RecordField("otherValue", .decimal, "the value that the other side states"),
      RecordField("state", .choice(State.self), "whether the value counts"),
      RecordField("reason", .text, "why there is no value, or why it does not count"),
      RecordField("cause", .text, "why the target was missed"),
      RecordField("reviewedOn", .day, "when the miss was reviewed"),
      RecordField("noActionBecause", .text, "why nothing is done about a miss"),
      RecordField("improvement", .reference("improvement"), "the improvement it led to"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The target; its number in the store.
  public var target: Int64
  /// The first day of the period.
  public var periodStart: CivilDay
  /// The last day of the period.
  public var periodEnd: CivilDay
  /// The value, or nil.
  public var value: DecimalNumber?
  /// What was good, or nil.
  public var numerator: Int64?
  /// Out of how many, or nil.
  public var denominator: Int64?
  /// How many cases the value rests on, or nil.
  public var sampleSize: Int64?
  /// Who measured, or nil.
  public var source: Source?
  /// The value that the other side states, or nil.
  public var otherValue: DecimalNumber?
  /// Whether the value counts, or nil.
  public var state: State?
  /// Why there is no value, or why it does not count, or nil.
  public var reason: String?
  /// Why the target was missed, or nil.
  public var cause: String?
  /// When the miss was reviewed, or nil.
  public var reviewedOn: CivilDay?
  /// Why nothing is done about a miss, or nil.
  public var noActionBecause: String?
  /// The improvement it led to; its number in the store, or nil.
  public var improvement: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    target = try row.requiredInteger()
    periodStart = try row.requiredDay()
    periodEnd = try row.requiredDay()
    value = try row.decimal()
    numerator = row.integer()
    denominator = row.integer()
    sampleSize = row.integer()
    source = try row.choice()
    otherValue = try row.decimal()
    state = try row.choice()
    reason = row.text()
    cause = row.text()
    reviewedOn = try row.day()
    noActionBecause = row.text()
    improvement = row.integer()
  }
}
