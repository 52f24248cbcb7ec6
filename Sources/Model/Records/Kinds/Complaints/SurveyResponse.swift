/// Answers to a survey from one segment or person.
public struct SurveyResponse: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "surveyResponse",
    "surveyResponses",
    "Answers to a survey from one segment or person.",
    [
      .required("survey", .reference("survey"), "the survey"),
      RecordField("party", .reference("party"), "the customer"),
      RecordField("segment", .text, "the segment"),
      RecordField("invited", .count, "how many were asked"),
      .required("answered", .count, "how many answered"),
      RecordField("score", .decimal, "their mean score"),
      RecordField("comment", .text, "what they said"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The survey; its number in the store.
  public var survey: Int64
  /// The customer; its number in the store, or nil.
  public var party: Int64?
  /// The segment, or nil.
  public var segment: String?
  /// How many were asked, or nil.
  public var invited: Int64?
  /// How many answered.
  public var answered: Int64
  /// Their mean score, or nil.
  public var score: DecimalNumber?
  /// What they said, or nil.
  public var comment: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    survey = try row.requiredInteger()
    party = row.integer()
    segment = row.text()
    invited = row.integer()
    answered = try row.requiredInteger()
    score = try row.decimal()
    comment = row.text()
  }
}
