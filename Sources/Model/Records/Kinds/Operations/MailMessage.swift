/// A mail that came in: kept as it came, then understood, then dealt with.
///
/// Its bytes are kept among the originals under their SHA-256.
public struct MailMessage: StoredRecord {
  /// Where it is.
  public enum State: String, Sendable, CaseIterable {
    /// It is kept and not yet read.
    case arrived
    /// A person has to look at it.
    case waiting
    /// The program did what was to be done; nobody has to look at it.
    case settled
    /// A person made something of it.
    case accepted
    /// A person put it aside.
    case discarded
    /// It is the same as one that came before.
    case duplicate
    /// Reading it ended the program twice; it is not tried again.
    case quarantined
  }

  /// What wrote it, and why.
  public enum Class: String, Sendable, CaseIterable {
    case human, absence, automaticAcknowledgement, permanentBounce, temporaryBounce
    case deliveryReport, readReceipt, list, ownLoop, abuseReport
  }

  /// How far the sender is believed.
  public enum Trust: String, Sendable, CaseIterable {
    case confirmed, claimed, contradicted
  }

  /// What a person may want to make of it.
  public enum Proposal: String, Sendable, CaseIterable {
    case reply, complaint, dispute, notice, evidence, `import`, answer
  }

  /// The kind of record.
  public static let type = RecordType(
    "mailMessage",
    "mailMessages",
    "A mail that came in.",
    [
      .required("state", .choice(State.self), "where it is"),
      .required("at", .instant, "when it came there"),
      RecordField("by", .text, "who brought it there; none for the program"),
      RecordField("note", .text, "why"),
      .required("receivedAt", .instant, "when it reached us"),
      .required("door", .text, "by which way it came"),
      .required("sha256", .text, "the SHA-256 of the bytes among the originals"),
      .required("bytes", .count, "how many bytes it has"),
      .required("attempts", .count, "how often reading it alone was begun"),
      RecordField("sentAt", .instant, "when it was sent, as its sender says"),
      RecordField("class", .choice(Class.self), "what wrote it, and why"),
      RecordField("sender", .text, "the sender's address"),
      RecordField("senderName", .text, "the sender's name"),
      RecordField("trust", .choice(Trust.self), "how far the sender is believed"),
      RecordField("party", .reference("party"), "the party whose mail it is"),
      RecordField("subject", .text, "the subject"),
      RecordField("messageId", .text, "the message's id"),
      RecordField("contentKey", .text, "the digest of what stays the same on every way"),
      RecordField("identityKey", .text, "the digest of id, sender, date and body"),
      RecordField("duplicateOf", .reference("mailMessage"), "the mail that it repeats"),
      RecordField("complaint", .reference("complaint"), "the complaint to which it belongs"),
      RecordField("about", .text, "what else it belongs to"),
      RecordField("proposal", .choice(Proposal.self), "what may be made of it"),
      RecordField("result", .text, "what was made of it"),
      RecordField("steps", .text, "what was found in reading it, one in a line"),
    ],
    command: "mail"
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// Where it is.
  public var state: State
  /// When it came there.
  public var at: Instant
  /// Who brought it there; nil for the program.
  public var by: String?
  /// Why, or nil.
  public var note: String?
  /// When it reached us.
  public var receivedAt: Instant
  /// By which way it came: a file, `-` for standard input, a mailbox.
  public var door: String
  /// The SHA-256 of the bytes among the originals, in hexadecimal digits.
  public var sha256: String
  /// How many bytes it has.
  public var bytes: Int64
  /// How often reading it alone was begun, after a run was ended.
  public var attempts: Int64
  /// When it was sent, as its sender says; nil if that cannot be read.
  public var sentAt: Instant?
  /// What wrote it, and why; nil before it is read.
  public var messageClass: Class?
  /// The sender's address, or nil.
  public var sender: String?
  /// The sender's name, or nil.
  public var senderName: String?
  /// How far the sender is believed; nil before it is read.
  public var trust: Trust?
  /// The party whose mail it is; its number in the store, or nil.
  public var party: Int64?
  /// The subject, or nil.
  public var subject: String?
  /// The message's id without angle brackets, or nil.
  public var messageId: String?
  /// The digest of what stays the same on every way; nil before it is read.
  public var contentKey: String?
  /// The digest of id, sender, date and body; nil without an id.
  public var identityKey: String?
  /// The mail that it repeats; its number in the store, or nil.
  public var duplicateOf: Int64?
  /// The complaint to which it belongs; its number in the store, or nil.
  public var complaint: Int64?
  /// What else it belongs to, such as the key of a reminder, or nil.
  public var about: String?
  /// What may be made of it, or nil.
  public var proposal: Proposal?
  /// What was made of it, or nil.
  public var result: String?
  /// What was found in reading it, one in a line, or nil.
  public var steps: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    state = try row.requiredChoice()
    at = try row.requiredInstant()
    by = row.text()
    note = row.text()
    receivedAt = try row.requiredInstant()
    door = try row.requiredText()
    sha256 = try row.requiredText()
    bytes = try row.requiredInteger()
    attempts = try row.requiredInteger()
    sentAt = try row.instant()
    messageClass = try row.choice()
    sender = row.text()
    senderName = row.text()
    trust = try row.choice()
    party = row.integer()
    subject = row.text()
    messageId = row.text()
    contentKey = row.text()
    identityKey = row.text()
    duplicateOf = row.integer()
    complaint = row.integer()
    about = row.text()
    proposal = try row.choice()
    result = row.text()
    steps = row.text()
  }
}
