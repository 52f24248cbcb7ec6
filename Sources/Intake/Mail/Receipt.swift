import Mail
import Model
import Storage

/// The receipt that somebody gets at once who writes to us: the number, and what comes next.
///
/// It goes to people alone, once, and not to an address that had too many.
struct Receipt {
  /// A receipt as it goes into the outbox.
  struct Written {
    let reference: String
    let record: NewRecord
    let bytes: [UInt8]
    let messageID: String
  }

  private let thread: MailThread
  private let reference: String
  private let mail: MailMessage
  private let read: ReadMail
  private let identity: MailIdentity

  /// Makes the receipt for a mail that is, or is not yet, a complaint.
  init(
    _ thread: MailThread,
    _ reference: String,
    _ mail: MailMessage,
    _ read: ReadMail,
    _ identity: MailIdentity
  ) {
    self.thread = thread
    self.reference = reference
    self.mail = mail
    self.read = read
    self.identity = identity
  }

  /// Why no receipt goes out, as a sentence; nil if one may.
  ///
  /// - Throws: `StoreError`.
  func refusal(_ reader: Reader, at now: Instant) throws -> String? {
    if let refusal = read.classified.refusals.first { return refusal.description }
    guard let sender = read.sender else { return "There is no address." }
    return try AnswerLimits.refusal(to: sender.address, about: reference, reader, at: now)
  }

  /// Writes the receipt.
  ///
  /// - Throws: `StoreError`; a `Problem` if it cannot be written.
  func write(_ reader: Reader, receivedAt: Instant, at now: Instant) throws -> Written {
    let sender = read.sender
    let written = try CaseMail(
      thread: thread,
      reference: reference,
      name: sender?.displayName ?? "",
      address: sender?.address ?? "",
      subject: "We have your message: \(read.message.subject ?? "")",
      text: text(reader, receivedAt),
      earlier: read.message.messageID.map { [$0.value] } ?? [],
      isAutomatic: true
    ).write(identity, reader, at: now)
    return Written(
      reference: OutboxEntry.reference(try reader.nextNumber(of: OutboxMail.type)),
      record: written.record,
      bytes: written.bytes,
      messageID: written.messageID
    )
  }

  private func text(_ reader: Reader, _ receivedAt: Instant) -> String {
    let day = reader.organization.zone.day(at: receivedAt)
    let name = reader.organization.name ?? identity.mailbox.displayName
    let what = if case .complaint = thread { "complaint " } else { "" }
    return """
      Good day,

      your message of \(day), “\(read.message.subject ?? "without a subject")”, reached us. It is
      kept as \(what)\(reference).

      A person reads it next and will tell you who handles it and what happens when. To add
      something, answer this mail and leave \(SubjectToken.written(reference)) in the subject.

      \(name)

      """
  }
}
