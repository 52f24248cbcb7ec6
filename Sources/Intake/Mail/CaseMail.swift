import Mail
import Model
import Storage

/// A mail to somebody who wrote to us, in the thread of a complaint or of the first mail.
struct CaseMail {
  /// The thread, for which answers are known.
  var thread: MailThread
  /// The reference of the complaint or mail.
  var reference: String
  /// Who gets it.
  var name: String
  /// Where it goes.
  var address: String
  /// The subject, without the mark.
  var subject: String
  /// The text.
  var text: String
  /// The mail that it answers, and those before that; without angle brackets.
  var earlier: [String] = []
  /// Whether a program writes it, so that nobody shall answer it by a program either.
  var isAutomatic = false

  /// Writes the mail into the outbox.
  ///
  /// - Throws: A `Problem` for an address or text that cannot be written.
  func write(_ identity: MailIdentity, _ reader: Reader, at now: Instant) throws -> (
    record: NewRecord, bytes: [UInt8], messageID: String
  ) {
    let number = try reader.nextNumber(of: OutboxMail.type)
    let envelope = try MailEnvelope(sender: identity.mailbox.address, recipients: [address])
    let recipient = envelope.recipients.first ?? address
    let parts = recipient.split(separator: "@", omittingEmptySubsequences: false)
    let minutes = reader.organization.zone.offset(at: now) / 60
    var draft = OwnDraft(
      to: MailAddress(
        displayName: name,
        localPart: parts.dropLast().joined(separator: "@"),
        domain: parts.last.map(String.init) ?? ""
      ),
      subject: "\(SubjectToken.written(reference)) \(subject)",
      text: text,
      token: thread.token,
      serial: "\(number)",
      date: MessageDate(seconds: now.seconds, offsetMinutes: Int(minutes))
    )
    let before = earlier.compactMap { MessageID($0) }
    draft.answers = before.last
    draft.references = Array(before.dropLast())
    draft.isPersonal = !isAutomatic
    let written = try identity.write(draft)
    let entry = OutboxEntry(
      number: number,
      mail: written,
      sender: isAutomatic ? nil : envelope.sender,
      recipient: recipient,
      subject: draft.subject,
      about: [reference]
    )
    return (
      entry.record(at: now, on: reader.organization.zone.day(at: now)), written.bytes,
      written.messageID.value
    )
  }
}
