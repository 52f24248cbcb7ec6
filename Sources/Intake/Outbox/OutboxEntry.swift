import Mail
import Model
import Storage

/// A mail on its way into the outbox.
struct OutboxEntry {
  /// The number of the record.
  let number: Int64
  let mail: WrittenMail
  /// Where failures go; nil for nowhere, so that nobody answers an answer.
  let sender: String?
  let recipient: String
  let subject: String
  /// The keys of what it is about.
  let about: [String]

  /// Our reference of a mail with a number.
  static func reference(_ number: Int64) -> String { "mail-\(number)" }

  /// The number in a reference, or nil.
  static func number(of reference: String) -> Int64? {
    reference.hasPrefix("mail-") ? Int64(reference.dropFirst(5)) : nil
  }

  /// The record, waiting to be sent.
  func record(at now: Instant, on day: CivilDay) -> NewRecord {
    var record = NewRecord(
      OutboxMail.type,
      reference: Self.reference(number),
      effectiveOn: day
    )
    record.set("state", .text(OutboxMail.State.queued.rawValue))
    record.set("sender", sender.map(FieldValue.text))
    record.set("recipients", .text(recipient))
    record.set("subject", .text(subject))
    record.set("messageId", .text(mail.messageID.value))
    record.set("sha256", .text(OriginalDigest.of(mail.bytes).hexadecimal))
    record.set("about", about.isEmpty ? nil : .text(about.joined(separator: "\n")))
    record.set("attempts", .integer(0))
    for name in ["at", "queuedAt", "nextAt"] { record.set(name, .instant(now)) }
    return record
  }
}

extension OutboxMail {
  /// The addresses.
  var addresses: [String] {
    recipients.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }

  /// The keys of what it is about.
  var keys: [String] { about?.split(separator: "\n").map(String.init) ?? [] }
}
