/// An entry in the plan of improvements.
public struct Improvement: StoredRecord {
  /// Where it comes from.
  public enum Source: String, Sendable, CaseIterable {
    case review, survey, complaint, miss, dispute, finding, assessment, other
  }

  /// How far it is.
  public enum State: String, Sendable, CaseIterable {
    case open, inProgress, done, rejected
  }

  /// The kind of record.
  public static let type = RecordType(
    "improvement",
    "improvements",
    "An entry in the plan of improvements.",
    [
      .required("title", .text, "what is improved"),
      .required("source", .choice(Source.self), "where it comes from"),
      RecordField("party", .reference("party"), "the party"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("owner", .text, "who does it"),
      .required("registeredOn", .day, "when it was registered"),
      RecordField("dueOn", .day, "by when"),
      RecordField("replannedOn", .day, "when the due day was last moved"),
      RecordField("state", .choice(State.self), "how far it is"),
      RecordField("doneOn", .day, "when it was done"),
      RecordField("benefit", .text, "what it brings"),
      RecordField("effectCheckedOn", .day, "when the effect was checked"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What is improved.
  public var title: String
  /// Where it comes from.
  public var source: Source
  /// The party; its number in the store, or nil.
  public var party: Int64?
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// Who does it, or nil.
  public var owner: String?
  /// When it was registered.
  public var registeredOn: CivilDay
  /// By when, or nil.
  public var dueOn: CivilDay?
  /// When the due day was last moved, or nil.
  public var replannedOn: CivilDay?
  /// How far it is, or nil.
  public var state: State?
  /// When it was done, or nil.
  public var doneOn: CivilDay?
  /// What it brings, or nil.
  public var benefit: String?
  /// When the effect was checked, or nil.
  public var effectCheckedOn: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    title = try row.requiredText()
    source = try row.requiredChoice()
    party = row.integer()
    agreement = row.integer()
    owner = row.text()
    registeredOn = try row.requiredDay()
    dueOn = try row.day()
    replannedOn = try row.day()
    state = try row.choice()
    doneOn = try row.day()
    benefit = row.text()
    effectCheckedOn = try row.day()
  }
}
