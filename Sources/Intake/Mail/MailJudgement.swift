import Mail
import Model
import Storage

/// Says what becomes of one mail: what it is, whose it is, what it answers, what is proposed.
///
/// Content only proposes. By itself the program records what an answer to a reminder says, that a
/// mail of ours came back, and that a complainant who was asked has answered.
struct MailJudgement {
  /// What is to be written.
  private(set) var entry: MailEntry
  /// What else is written, in order.
  private(set) var others: [NewRecord] = []
  /// The bytes of mails that go out.
  private(set) var originals: [[UInt8]] = []
  /// What was found, one sentence each.
  private(set) var steps: [String] = []
  private var state = MailMessage.State.waiting
  private var note: String?

  private let kept: MailMessage
  private let mail: ReadMail
  private let settings: MailSettings
  private let reader: Reader
  private let directory: SenderDirectory

  /// When the mail reached us: as its door said, else as the topmost server stamped it, unless
  /// that lies in the future.
  private let receivedAt: Instant
  private let now: Instant

  init(
    _ kept: MailMessage,
    _ mail: ReadMail,
    _ settings: MailSettings,
    _ reader: Reader,
    _ directory: SenderDirectory,
    raw: [UInt8],
    at now: Instant
  ) throws {
    self.kept = kept
    self.mail = mail
    self.settings = settings
    self.reader = reader
    self.directory = directory
    self.now = now
    let isDated = kept.receivedAt < kept.at
    receivedAt = isDated ? kept.receivedAt : min(mail.stampedAt ?? now, now)
    entry = MailEntry(kept)
    entry.set(mail)
    entry.set("receivedAt", instant: receivedAt)
    steps.append("class \(mail.classified.messageClass.rawValue): \(reasons)")
    steps.append("trust \(mail.trust.level.rawValue): \(mail.trust.reasons[0])")
    let party = mail.sender.flatMap(directory.match)
    let reference = try party.flatMap { try reader.party($0.party)?.reference }
    entry.set("party", reference: reference)
    if let party, let reference { steps.append("party \(reference): \(party.reason)") }
    try judge(party?.party, raw)
    entry.enter(state, note: note, at: now)
    entry.set("steps", steps.joined(separator: "\n"))
  }

  private var reasons: String { mail.classified.reasons.map(\.description).joined(separator: " ") }

  private mutating func judge(_ party: Int64?, _ raw: [UInt8]) throws {
    switch mail.classified.messageClass {
    case .human: try judgeHuman(party, raw)
    case .permanentBounce, .temporaryBounce, .deliveryReport: try judgeReport()
    case .abuseReport: break
    case .list:
      let signs = try signs(party)
      if signs.proposal == .notice { propose(signs) } else { state = .settled }
    case .absence, .automaticAcknowledgement, .readReceipt, .ownLoop: state = .settled
    }
  }

  // MARK: What people write

  private mutating func judgeHuman(_ party: Int64?, _ raw: [UInt8]) throws {
    let thread = try MailThreadSearch(reader, directory).find(mail, settings.identity)
    if let thread { steps.append("thread: \(thread.reason)") }
    switch thread?.thread {
    case .reminder(let token)?: try answer(token, raw)
    case .complaint(let reference)?: try reply(to: reference, isCertain: thread?.isCertain ?? false)
    case .mail(let reference)?: try follow(reference, isCertain: thread?.isCertain ?? false, party)
    case nil:
      propose(try signs(party))
      try acknowledge()
    }
  }

  /// What follows a mail for which a receipt went out belongs to the complaint that it became, or
  /// waits beside it.
  private mutating func follow(_ first: String, isCertain: Bool, _ party: Int64?) throws {
    let number = try reader.record(MailMessage.self, first)?.complaint
    if isCertain, let number, let complaint = try reader.record(Complaint.self, number: number) {
      return try reply(to: complaint.reference, isCertain: true)
    }
    propose(try signs(party))
    entry.set("about", first)
  }

  /// Sends a receipt to a person who writes for the first time about something, if that is wanted.
  private mutating func acknowledge() throws {
    guard settings.sendsReceipts, let identity = settings.identity else { return }
    let receipt = Receipt(.mail(kept.reference), kept.reference, kept, mail, identity)
    if let refusal = try receipt.refusal(reader, at: now) {
      return steps.append("receipt: None is sent. \(refusal)")
    }
    let written = try receipt.write(reader, receivedAt: receivedAt, at: now)
    others.append(written.record)
    originals.append(written.bytes)
    entry.set("about", written.reference)
    steps.append("receipt: \(written.reference) waits in the outbox.")
  }

  private func signs(_ party: Int64?) throws -> ContentSigns {
    let roles = try party.flatMap { try reader.party($0)?.roles } ?? []
    return ContentSigns(mail, isSupplier: roles.contains { $0.lowercased().hasSuffix("supplier") })
  }

  private mutating func propose(_ signs: ContentSigns) {
    entry.set("proposal", signs.proposal?.rawValue)
    for sign in signs.signs { steps.append("proposal \(sign.proposal.rawValue): \(sign.reason)") }
  }

  private mutating func answer(_ token: String, _ raw: [UInt8]) throws {
    guard let identity = settings.identity else { return }
    let answer = ReminderAnswering.Answer(
      token: token,
      text: mail.reply,
      from: mail.sender?.address ?? "",
      isConfirmed: mail.trust.level == .confirmed,
      messageClass: mail.classified.messageClass,
      receivedAt: receivedAt,
      messageID: mail.message.messageID,
      raw: raw
    )
    let change = try ReminderAnswering(identity).take(answer, reader)
    switch change.value {
    case .recorded(let key, let said):
      others += change.records
      originals += change.originals
      entry.set("about", key)
      entry.set("result", said.sentence)
      state = .settled
    case .proposed(let key, let said, let reason):
      entry.set("about", key)
      entry.set("proposal", MailMessage.Proposal.answer.rawValue)
      if let said { steps.append("proposal answer: \(said.sentence)") }
      note = reason
    case .ignored(let reason): note = reason
    }
  }

  /// Puts the mail to its complaint; the answer for which the clocks waited lets them run again.
  private mutating func reply(to reference: String, isCertain: Bool) throws {
    guard let complaint = try reader.record(Complaint.self, reference) else {
      return propose(try signs(nil))
    }
    entry.set("proposal", MailMessage.Proposal.reply.rawValue)
    guard isCertain else {
      entry.set("about", reference)
      return steps.append("proposal reply: It may belong to \(reference); a person has to say so.")
    }
    entry.set("complaint", reference: reference)
    guard mail.trust.level != .contradicted, isPartner(complaint),
      try ComplaintLine(complaint, reader).isWaiting(at: receivedAt)
    else { return }
    // The answer counts from the day on which it came, whenever it was taken in.
    let day = reader.organization.zone.day(at: receivedAt)
    var step = NewRecord(ComplaintStep.type, reference: nil, effectiveOn: day)
    step.set("complaint", .reference(reference))
    step.set("kind", .text(ComplaintStep.Kind.investigating.rawValue))
    step.set("at", .instant(receivedAt))
    step.set("note", .text("The complainant answered, by \(kept.reference)."))
    step.set("messageId", mail.message.messageID.map { .text($0.value) })
    others.append(step)
    steps.append("clock: The answer came, and the pause ends.")
  }

  private func isPartner(_ complaint: Complaint) -> Bool {
    guard let sender = mail.sender else { return false }
    return complaint.address?.lowercased() == sender.address.lowercased()
      || complaint.party != nil && directory.match(sender)?.party == complaint.party
  }

  // MARK: What mail servers report

  /// Marks the mail of ours that did not arrive, and the reminders in it as not delivered.
  private mutating func judgeReport() throws {
    let report = mail.classified.bounce
    for one in report?.recipients ?? [] {
      steps.append(
        "recipient \(one.address ?? "unknown"): \(one.action.rawValue), \(one.reason.rawValue)"
      )
    }
    let sent = try sentMail(report?.returned?.messageID)
    if let sent {
      entry.set("about", sent.reference)
      steps.append("thread: It is about \(sent.reference), which went to \(sent.recipients).")
    }
    let isLost = mail.classified.messageClass == .permanentBounce
    state = isLost && sent == nil ? .waiting : .settled
    guard isLost, let sent, sent.state == .sent else { return }
    var record = NewRecord(OutboxMail.type, reference: sent.reference, effectiveOn: nil)
    record.set("state", .text(OutboxMail.State.bounced.rawValue))
    record.set("at", .instant(receivedAt))
    record.set("reply", report?.recipients.first.map { .text($0.diagnosis) })
    others.append(record)
    others += try MailedReminders(reader).records(of: sent, became: .bounced, at: receivedAt)
    entry.set("result", "\(sent.reference) came back.")
  }

  private func sentMail(_ id: MessageID?) throws -> OutboxMail? {
    guard let id else { return nil }
    return try reader.records(OutboxMail.self, having: "messageId", id.value).first
  }

  /// Whether it writes anything beside the mail's own record.
  var hasEffects: Bool { !others.isEmpty }
}
