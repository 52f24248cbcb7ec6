/// A measurement of satisfaction on a sample.
public struct Survey: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "survey",
    "surveys",
    "A measurement of satisfaction on a sample.",
    [
      RecordField("party", .reference("party"), "the customer; none for all"),
      RecordField("service", .reference("service"), "the service; none for all"),
      .required("periodStart", .day, "the first day of the period"),
      .required("periodEnd", .day, "the last day of the period"),
      RecordField("population", .count, "how many there are"),
      RecordField("invited", .count, "how many were asked"),
      RecordField("closedOn", .day, "when it was closed"),
      RecordField("score", .decimal, "the mean score"),
      RecordField("target", .decimal, "the score wanted"),
      RecordField("analysedOn", .day, "when it was analysed"),
      RecordField("conclusions", .text, "what the analysis says"),
      RecordField("noActionBecause", .text, "why nothing is done about a low score"),
      RecordField("reportedOn", .day, "when it was reported"),
      RecordField("improvement", .reference("improvement"), "the improvement it led to"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The customer; none for all; its number in the store, or nil.
  public var party: Int64?
  /// The service; none for all; its number in the store, or nil.
  public var service: Int64?
  /// The first day of the period.
  public var periodStart: CivilDay
  /// The last day of the period.
  public var periodEnd: CivilDay
  /// How many there are, or nil.
  public var population: Int64?
  /// How many were asked, or nil.
  public var invited: Int64?
  /// When it was closed, or nil.
  public var closedOn: CivilDay?
  /// The mean score, or nil.
  public var score: DecimalNumber?
  /// The score wanted, or nil.
  public var target: DecimalNumber?
  /// When it was analysed, or nil.
  public var analysedOn: CivilDay?
  /// What the analysis says, or nil.
  public var conclusions: String?
  /// Why nothing is done about a low score, or nil.
  public var noActionBecause: String?
  /// When it was reported, or nil.
  public var reportedOn: CivilDay?
  /// The improvement it led to; its number in the store, or nil.
  public var improvement: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = row.integer()
    service = row.integer()
    periodStart = try row.requiredDay()
    periodEnd = try row.requiredDay()
    population = row.integer()
    invited = row.integer()
    closedOn = try row.day()
    score = try row.decimal()
    target = try row.decimal()
    analysedOn = try row.day()
    conclusions = row.text()
    noActionBecause = row.text()
    reportedOn = try row.day()
    improvement = row.integer()
  }
}
