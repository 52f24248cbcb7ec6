/// What became of one reminder: a step that was announced, answered or given up.
///
/// The reference is the key of the reminder: what falls due, about which record, when, and the step
/// of its ladder. Steps that are still to come are not kept; they are found anew on each day.
public struct Reminder: StoredRecord {
  /// Where it is.
  public enum State: String, Sendable, CaseIterable {
    case planned, queued, sent, notDelivered, superseded, cancelled, acknowledged, snoozed
    case handedOver, decided
  }

  /// How high it went.
  public enum Level: String, Sendable, CaseIterable {
    case owner, deputy, lead, managers, head, top
  }

  /// The kind of record.
  public static let type = RecordType(
    "reminder",
    "reminders",
    "What became of one reminder.",
    [
      .required("sendOn", .day, "the day on which it was to be sent"),
      .required("state", .choice(State.self), "where it is"),
      .required("at", .instant, "when it came there"),
      RecordField("by", .text, "who brought it there; none for the program"),
      RecordField("until", .day, "the day to which it was put off"),
      RecordField("handedTo", .reference("person"), "to whom it was handed over"),
      .required("level", .choice(Level.self), "how high it went"),
      .required("attempts", .count, "how often it was or may have been sent"),
      RecordField("mail", .reference("outboxMail"), "the mail that it went out with last"),
      RecordField("note", .text, "what there is to say"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// The key.
  public let reference: String
  /// The day on which it was to be sent.
  public var sendOn: CivilDay
  /// Where it is.
  public var state: State
  /// When it came there.
  public var at: Instant
  /// Who brought it there; nil for the program.
  public var by: String?
  /// The day to which it was put off, or nil.
  public var until: CivilDay?
  /// The number of the person to whom it was handed over, or nil.
  public var handedTo: Int64?
  /// How high it went.
  public var level: Level
  /// How often it was or may have been sent.
  public var attempts: Int64
  /// The number of the mail that it went out with last, or nil.
  public var mail: Int64?
  /// What there is to say, or nil.
  public var note: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    sendOn = try row.requiredDay()
    state = try row.requiredChoice()
    at = try row.requiredInstant()
    by = row.text()
    until = try row.day()
    handedTo = row.integer()
    level = try row.requiredChoice()
    attempts = try row.requiredInteger()
    mail = row.integer()
    note = row.text()
  }
}
