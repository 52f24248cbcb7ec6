/// Something that somebody has to do, out of a review, complaint, survey or miss.
public struct Action: StoredRecord {
  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case corrective, improvement, task
  }

  /// The kind of record.
  public static let type = RecordType(
    "action",
    "actions",
    "Something that somebody has to do, out of a review, complaint, survey or miss.",
    [
      .required("kind", .choice(Kind.self), "what sort"),
      .required("title", .text, "what is to be done"),
      RecordField("review", .reference("review"), "the review it comes from"),
      RecordField("complaint", .reference("complaint"), "the complaint it comes from"),
      RecordField("survey", .reference("survey"), "the survey it comes from"),
      RecordField("measurement", .reference("measurement"), "the miss it comes from"),
      RecordField("owner", .text, "who does it"),
      RecordField("dueOn", .day, "by when"),
      RecordField("doneOn", .day, "when it was done"),
      RecordField(
        "improvement",
        .reference("improvement"),
        "the entry in the register of improvements"
      ),
      RecordField("raisedOn", .day, "when it was raised"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What sort.
  public var kind: Kind
  /// What is to be done.
  public var title: String
  /// The review it comes from; its number in the store, or nil.
  public var review: Int64?
  /// The complaint it comes from; its number in the store, or nil.
  public var complaint: Int64?
  /// The survey it comes from; its number in the store, or nil.
  public var survey: Int64?
  /// The miss it comes from; its number in the store, or nil.
  public var measurement: Int64?
  /// Who does it, or nil.
  public var owner: String?
  /// By when, or nil.
  public var dueOn: CivilDay?
  /// When it was done, or nil.
  public var doneOn: CivilDay?
  /// The entry in the register of improvements; its number in the store, or nil.
  public var improvement: Int64?
  /// When it was raised, or nil.
  public var raisedOn: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    title = try row.requiredText()
    review = row.integer()
    complaint = row.integer()
    survey = row.integer()
    measurement = row.integer()
    owner = row.text()
    dueOn = try row.day()
    doneOn = try row.day()
    improvement = row.integer()
    raisedOn = try row.day()
  }
}
