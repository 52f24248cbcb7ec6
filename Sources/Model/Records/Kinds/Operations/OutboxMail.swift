/// A mail of ours that is to be sent, was sent, or was given up.
///
/// Its bytes are kept among the originals under their SHA-256.
public struct OutboxMail: StoredRecord {
  /// Where it is.
  public enum State: String, Sendable, CaseIterable {
    /// It waits for its moment.
    case queued
    /// It is being sent; whether it went out is not known until that is recorded.
    case sending
    /// The next server answers for it.
    case sent
    /// It came back.
    case bounced
    /// It was refused for good, or tried for too long.
    case givenUp
    /// Somebody decided that it is not to be sent.
    case cancelled
  }

  /// The kind of record.
  public static let type = RecordType(
    "outboxMail",
    "outboxMails",
    "A mail of ours that is to be sent, was sent, or was given up.",
    [
      .required("state", .choice(State.self), "where it is"),
      .required("at", .instant, "when it came there"),
      RecordField("sender", .text, "where failures go; none for nowhere"),
      .required("recipients", .text, "the addresses, divided by commas"),
      .required("subject", .text, "the subject"),
      .required("messageId", .text, "the message's id"),
      .required("sha256", .text, "the SHA-256 of the bytes among the originals"),
      RecordField("about", .text, "the keys of what it is about, one in a line"),
      .required("queuedAt", .instant, "when it was written"),
      .required("nextAt", .instant, "when it is tried next"),
      .required("attempts", .count, "how often it was tried"),
      RecordField("reply", .text, "what the server said last"),
    ],
    command: "outbox"
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// Where it is.
  public var state: State
  /// When it came there.
  public var at: Instant
  /// Where failures go; nil for nowhere.
  public var sender: String?
  /// The addresses, divided by commas.
  public var recipients: String
  /// The subject.
  public var subject: String
  /// The message's id, without angle brackets.
  public var messageId: String
  /// The SHA-256 of the bytes among the originals.
  public var sha256: String
  /// The keys of what it is about, one in a line, or nil.
  public var about: String?
  /// When it was written.
  public var queuedAt: Instant
  /// When it is tried next.
  public var nextAt: Instant
  /// How often it was tried.
  public var attempts: Int64
  /// What the server said last, or nil.
  public var reply: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    state = try row.requiredChoice()
    at = try row.requiredInstant()
    sender = row.text()
    recipients = try row.requiredText()
    subject = try row.requiredText()
    messageId = try row.requiredText()
    sha256 = try row.requiredText()
    about = row.text()
    queuedAt = try row.requiredInstant()
    nextAt = try row.requiredInstant()
    attempts = try row.requiredInteger()
    reply = row.text()
  }
}
