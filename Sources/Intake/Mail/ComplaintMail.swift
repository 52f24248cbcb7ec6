import Mail
import Model
import Storage

/// A mail to a complainant, in the thread of the complaint.
struct ComplaintMail {
  /// The complaint's reference.
  var complaint: String
  /// Who gets it.
  var name: String
  /// Where it goes.
  var address: String
  /// The subject, without the mark of the complaint.
  var subject: String
  /// The text.
  var text: String
  /// The mail that it answers, and those before that; without angle brackets.
  var thread: [String] = []
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
      subject: "\(SubjectToken.written(complaint)) \(subject)",
      text: text,
      token: MailThread.token(of: complaint),
      serial: "\(number)",
      date: MessageDate(seconds: now.seconds, offsetMinutes: Int(minutes))
    )
    let before = thread.compactMap { MessageID($0) }
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
      about: [complaint]
    )
    return (
      entry.record(at: now, on: reader.organization.zone.day(at: now)), written.bytes,
      written.messageID.value
    )
  }
}

/// The receipt that a complainant gets at once: the number, and what comes next.
struct ComplaintReceipt {
  private let complaint: String
  private let mail: MailMessage
  private let read: ReadMail
  private let identity: MailIdentity

  init(_ complaint: String, _ mail: MailMessage, _ read: ReadMail, _ identity: MailIdentity) {
    self.complaint = complaint
    self.mail = mail
    self.read = read
    self.identity = identity
  }

  /// Writes the receipt and the step, unless it may not be answered or the address had too many.
  ///
  /// - Returns: What was done, as a sentence, and what is to be written.
  /// - Throws: `StoreError`; a `Problem` if it cannot be written.
  func write(_ reader: Reader, at now: Instant) throws -> DecidedChange<String> {
    if let refusal = read.classified.refusals.first {
      return DecidedChange("No receipt is sent: \(refusal)", records: [])
    }
    guard let sender = read.sender else {
      return DecidedChange("No receipt is sent: there is no address.", records: [])
    }
    if let refusal = try AnswerLimits.refusal(
      to: sender.address,
      about: complaint,
      reader,
      at: now
    ) {
      return DecidedChange("No receipt is sent: \(refusal)", records: [])
    }
    let written = try letter(sender, reader).write(identity, reader, at: now)
    let day = reader.organization.zone.day(at: now)
    var step = NewRecord(ComplaintStep.type, reference: nil, effectiveOn: day)
    step.set("complaint", .reference(complaint))
    step.set("kind", .text(ComplaintStep.Kind.receipt.rawValue))
    step.set("at", .instant(max(now, mail.receivedAt)))
    step.set("messageId", .text(written.messageID))
    return DecidedChange(
      "A receipt to \(sender.address) waits in the outbox.",
      records: [written.record, step],
      originals: [written.bytes]
    )
  }

  private func letter(_ sender: MailAddress, _ reader: Reader) -> ComplaintMail {
    let day = reader.organization.zone.day(at: mail.receivedAt)
    let name = reader.organization.name ?? identity.mailbox.displayName
    return ComplaintMail(
      complaint: complaint,
      name: sender.displayName,
      address: sender.address,
      subject: "We have your complaint: \(mail.subject ?? "")",
      text: """
        Good day,

        your message of \(day), “\(mail.subject ?? "without a subject")”, reached us. It is kept as
        complaint \(complaint).

        A person reads it next and will tell you who handles it and what happens when. To add
        something, answer this mail and leave \(SubjectToken.written(complaint)) in the subject.

        \(name)

        """,
      thread: mail.messageId.map { [$0] } ?? [],
      isAutomatic: true
    )
  }
}
