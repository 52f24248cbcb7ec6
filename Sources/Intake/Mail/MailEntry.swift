import Mail
import Model
import Storage

/// What is to be written about a mail that came in.
struct MailEntry {
  private(set) var record: NewRecord

  /// Our reference of the mail with a number.
  static func reference(_ number: Int64) -> String { "message-\(number)" }

  /// A mail that is kept, and not yet read.
  init(
    arrived mail: IncomingMail,
    number: Int64,
    digest: OriginalDigest,
    at now: Instant,
    on day: CivilDay
  ) {
    record = NewRecord(
      MailMessage.type,
      reference: Self.reference(number),
      effectiveOn: day
    )
    record.set("door", .text(mail.door.isEmpty ? "-" : mail.door))
    record.set("receivedAt", .instant(mail.receivedAt ?? now))
    record.set("sha256", .text(digest.hexadecimal))
    record.set("bytes", .integer(digest.byteCount))
    record.set("attempts", .integer(0))
    enter(.arrived, at: now)
  }

  /// What changes about a mail that is kept.
  init(_ mail: MailMessage) {
    record = NewRecord(MailMessage.type, reference: mail.reference, effectiveOn: nil)
  }

  /// Brings it into a state.
  mutating func enter(
    _ state: MailMessage.State,
    by person: String? = nil,
    note: String? = nil,
    at now: Instant
  ) {
    record.set("state", .text(state.rawValue))
    record.set("at", .instant(now))
    record.set("by", person.map(FieldValue.text))
    record.set("note", note.map(FieldValue.text))
  }

  mutating func set(_ name: String, _ text: String?) {
    record.set(name, text.flatMap { $0.isEmpty ? nil : .text($0) })
  }

  mutating func set(_ name: String, reference: String?) {
    record.set(name, reference.map(FieldValue.reference))
  }

  mutating func set(_ name: String, instant: Instant?) {
    record.set(name, instant.map(FieldValue.instant))
  }

  mutating func count(attempts: Int64) { record.set("attempts", .integer(attempts)) }

  /// Sets what the mail itself says.
  mutating func set(_ mail: ReadMail) {
    set("sentAt", instant: mail.sentAt)
    set("class", mail.classified.messageClass.rawValue)
    set("sender", mail.sender?.address ?? mail.message.author?.address)
    set("senderName", mail.message.author?.displayName)
    set("trust", mail.trust.level.rawValue)
    set("subject", mail.message.subject)
    set("messageId", mail.message.messageID?.value)
    set("contentKey", mail.keys.content)
    set("identityKey", mail.keys.identity)
  }
}
